import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Action, DocumentHandle, Modifier, Remote } from './document-handle.ts';
import { keyMoves } from './firefox-keys.ts';
import type { Bench, Place } from './firefox-window.ts';
import { describeLookup, type Step } from './lookup.ts';
import { type Aim, createLookup, type Lookup } from './lookup-in-page.ts';
import type { Marionette } from './marionette.ts';
import { ESBUILD_CALLS, remoteCall, remoteResult } from './remote-call.ts';
import { until } from './until.ts';

/** Calls a method of the bench in Firefox's window. */
export type CallBench = <Method extends keyof Bench>(
  method: Method,
  ...args: Parameters<Bench[Method]>
) => Promise<Awaited<ReturnType<Bench[Method]>>>;

declare global {
  interface Window {
    /** Set up by `FirefoxDocument` in the documents that it drives. */
    driverLookup?: Lookup;
  }
}

const testingLibrary = createRequire(import.meta.url).resolve(
  '@testing-library/dom/dist/@testing-library/dom.umd.min.js',
);

/** Source of an expression that sets up lookups in a document. */
async function lookupSource(): Promise<string> {
  const library = await readFile(testingLibrary, 'utf8');
  // The library looks for `globalThis`, which is not the window in the sandbox that runs this.
  return `(async () => {
    ${ESBUILD_CALLS}
    const home = {};
    (function (exports, module, define) { ${library} }).call(home, home, home);
    window.driverLookup = (${createLookup})(home);
    return JSON.stringify({ value: null });
  })()`;
}

/** A document in Firefox, driven with real mouse and key events. */
export class FirefoxDocument implements DocumentHandle {
  readonly #marionette: Marionette;
  readonly #bench: CallBench;
  readonly #place: Place;

  constructor(marionette: Marionette, bench: CallBench, place: Place) {
    this.#marionette = marionette;
    this.#bench = bench;
    this.#place = place;
  }

  url(): Promise<string> {
    return this.#bench('url', this.#place);
  }

  async evaluate<Args extends unknown[], Result>(fn: Remote<Args, Result>, args: Args): Promise<Result> {
    const text = await this.#bench('run', this.#place, `return ${remoteCall(fn, args)}`, false);
    return remoteResult(String(text));
  }

  async load(script: string): Promise<void> {
    // A library must not take the driver's sandbox for a module loader.
    await this.#bench(
      'run',
      this.#place,
      `(function (module, exports, define) { ${script} }).call(window); return null`,
      false,
    );
  }

  evaluateAll<Arg, Result>(
    steps: readonly Step[],
    fn: (elements: Element[], arg: Arg) => Result,
    arg: Arg,
  ): Promise<Result> {
    const call = `(lookup, steps, arg) => (${fn})(lookup.find(steps), arg)`;
    return this.#look<Result>(call, steps, arg);
  }

  async act(steps: readonly Step[], action: Action): Promise<void> {
    let problem = 'nobody looked';
    const attempt = async () => {
      problem = (await this.#attempt(steps, action)) ?? '';
      return problem === '';
    };
    await until(attempt, `a chance to ${action.do}`).catch((cause: unknown) => {
      throw new Error(`Could not ${action.do}: ${describeLookup(steps)}: ${problem}`, { cause });
    });
    if (action.do === 'press') await this.press(action.key);
    if (action.do === 'type') await this.type(action.text);
  }

  async press(key: string): Promise<void> {
    await this.#bench('focus', this.#place);
    await this.#sendKeys(keyMoves(key));
  }

  async type(text: string): Promise<void> {
    await this.#bench('focus', this.#place);
    await this.#sendKeys([...text].flatMap(keyMoves));
  }

  /** Tries once. Returns what stood in the way, or `null`. */
  async #attempt(steps: readonly Step[], action: Action): Promise<string | null> {
    switch (action.do) {
      case 'click':
      case 'drag':
      case 'hover': {
        const aim = await this.#look<Aim>('(lookup, steps) => lookup.aim(steps)', steps);
        if ('problem' in aim) return aim.problem;
        if (action.do === 'hover') return this.#sendMouse(aim, 0, 'left', []);
        if (action.do === 'drag') return this.#sendMouse(aim, 1, 'left', [], action.by);
        return this.#sendMouse(aim, action.times, action.button, action.modifiers);
      }
      case 'focus':
      case 'press':
      case 'type':
        await this.#bench('focus', this.#place);
        return this.#look('(lookup, steps) => lookup.focus(steps)', steps);
      case 'fill':
        await this.#bench('focus', this.#place);
        return this.#look('(lookup, steps, text) => lookup.fill(steps, text)', steps, action.text);
      case 'choose':
        return this.#look('(lookup, steps, value) => lookup.choose(steps, value)', steps, action.value);
      case 'upload':
        return this.#look(
          '(lookup, steps, file) => lookup.upload(steps, file.name, file.text)',
          steps,
          action,
        );
    }
  }

  /** Calls a function (source text) with the document's lookups, which it sets up where they are missing. */
  async #look<Result>(call: string, steps: readonly Step[], arg: unknown = null): Promise<Result> {
    const source = `return (async () => {
      ${ESBUILD_CALLS}
      if (!window.driverLookup) return '';
      const value = await (${call})(window.driverLookup, ${JSON.stringify(steps)}, ${JSON.stringify(arg)});
      return JSON.stringify({ value });
    })()`;
    const ask = () => this.#bench('run', this.#place, source, false);
    let answer = await ask();
    if (answer === '') {
      await this.#bench('run', this.#place, `return ${await lookupSource()}`, false);
      answer = await ask();
    }
    return remoteResult(String(answer));
  }

  #heard(): Promise<Lookup['heard']> {
    return this.#look('(lookup) => lookup.heard', []);
  }

  /** Returns what stood in the way, or `null`. */
  async #sendMouse(
    aim: { x: number; y: number },
    times: number,
    button: 'left' | 'right',
    modifiers: readonly Modifier[],
    /** How far to go between down and up, in CSS pixels. */
    by?: { x: number; y: number },
  ): Promise<string | null> {
    const origin = await this.#bench('origin', this.#place);
    const before = await this.#look<Lookup['heard']>('(lookup) => lookup.arm()', []);
    const which = button === 'left' ? 0 : 2;
    const moveTo = (x: number, y: number) => ({
      type: 'pointerMove',
      x: Math.round(origin.x + x),
      y: Math.round(origin.y + y),
      duration: 0,
      origin: 'viewport',
    });
    const clicks = Array.from({ length: times }, () => [
      { type: 'pointerDown', button: which },
      ...(by ? [moveTo(aim.x + by.x, aim.y + by.y)] : []),
      { type: 'pointerUp', button: which },
    ]).flat();
    const moves = [moveTo(aim.x, aim.y), ...clicks];
    const held = modifiers.map((key) => keyMoves(key));
    // Both sources take one step at a time: the keys go down first, and up last.
    const rest = (steps: readonly unknown[]) => steps.map(() => ({ type: 'pause' }));
    const mouse = {
      type: 'pointer',
      id: 'mouse',
      parameters: { pointerType: 'mouse' },
      actions: [...rest(held), ...moves],
    };
    const keys = {
      type: 'key',
      id: 'held',
      actions: [...held.map(([down]) => down), ...rest(moves), ...held.map(([, up]) => up)],
    };
    await this.#marionette.send('WebDriver:PerformActions', {
      actions: held.length > 0 ? [keys, mouse] : [mouse],
    });
    // Events cross processes: the command is answered before they arrive.
    const arrived = async () => {
      const heard = await this.#heard().catch((error: unknown) => {
        // The click has closed the tab.
        if (/There is no document/.test(String(error)))
          return { mouseup: Number.POSITIVE_INFINITY, missed: false };
        throw error;
      });
      return heard.mouseup >= before.mouseup + times && heard;
    };
    const { missed } = await until(arrived, 'the click to arrive');
    return missed ? 'it moved away from the mouse' : null;
  }

  async #sendKeys(moves: ReturnType<typeof keyMoves>): Promise<void> {
    const before = await this.#heard();
    const downs = moves.filter(({ type }) => type === 'keyDown').length;
    await this.#marionette.send('WebDriver:PerformActions', {
      actions: [{ type: 'key', id: 'keys', actions: moves }],
    });
    await until(async () => (await this.#heard()).keydown >= before.keydown + downs, 'the keys to arrive');
    // A key that moves the focus to another document is released there, so this may stay short of them.
    await until(
      async () => (await this.#heard()).keyup >= before.keyup + downs,
      'the keys to rise',
      500,
    ).catch(() => undefined);
  }
}
