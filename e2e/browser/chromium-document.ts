import type { Frame, Page, Locator as PlaywrightLocator } from '@playwright/test';
import type { Action, DocumentHandle, Remote } from './document-handle.ts';
import { describeLookup, type Step, type TextMatch } from './lookup.ts';
import { ESBUILD_CALLS, remoteCall, remoteResult } from './remote-call.ts';
import { PATIENCE } from './until.ts';

function pattern(match: TextMatch): { text: string | RegExp; exact: boolean } {
  if ('text' in match) return match;
  return { text: new RegExp(match.source, match.flags), exact: false };
}

type Role = Parameters<PlaywrightLocator['getByRole']>[0];

function takeStep(from: PlaywrightLocator, step: Step): PlaywrightLocator {
  switch (step.by) {
    case 'role': {
      const name = step.name && pattern(step.name);
      // Playwright lists the roles; ours is any word, and an unknown one finds nothing.
      return from.getByRole(step.role as Role, {
        ...step.states,
        ...(name && { name: name.text, exact: name.exact }),
      });
    }
    case 'text':
      return from.getByText(pattern(step.match).text, { exact: pattern(step.match).exact });
    case 'label':
      return from.getByLabel(pattern(step.match).text, { exact: pattern(step.match).exact });
    case 'css':
      return from.locator(step.css);
    case 'having':
      return from.filter({ hasText: pattern(step.match).text });
    case 'nth':
      return from.nth(step.index);
  }
}

async function drag(target: PlaywrightLocator, by: { x: number; y: number }): Promise<void> {
  await target.hover({ timeout: PATIENCE });
  const box = await target.boundingBox();
  if (!box) throw new Error('it has no place on the page');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const { mouse } = target.page();
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x + by.x, y + by.y);
  await mouse.up();
}

function perform(target: PlaywrightLocator, action: Action): Promise<unknown> {
  const timeout = PATIENCE;
  switch (action.do) {
    case 'click':
      return target.click({
        clickCount: action.times,
        button: action.button,
        modifiers: [...action.modifiers],
        timeout,
      });
    case 'drag':
      return drag(target, action.by);
    case 'hover':
      return target.hover({ timeout });
    case 'focus':
      return target.focus({ timeout });
    case 'fill':
      return target.fill(action.text, { timeout });
    case 'type':
      return target.pressSequentially(action.text, { timeout });
    case 'press':
      return target.press(action.key, { timeout });
    case 'choose':
      return target.selectOption(action.value, { timeout });
    case 'upload': {
      const buffer = Buffer.from(action.text);
      return target.setInputFiles({ name: action.name, mimeType: 'application/json', buffer }, { timeout });
    }
  }
}

/** A document in Chromium: a frame, and the page whose keyboard reaches it. */
export class ChromiumDocument implements DocumentHandle {
  readonly #page: Page;
  readonly #frame: () => Frame;

  /** `frame` is asked at each use, since a document can be loaded again into another frame. */
  constructor(page: Page, frame: () => Frame) {
    this.#page = page;
    this.#frame = frame;
  }

  async url(): Promise<string> {
    return this.#frame().url();
  }

  async evaluate<Args extends unknown[], Result>(fn: Remote<Args, Result>, args: Args): Promise<Result> {
    const text = await this.#frame().evaluate<string>(remoteCall(fn, args));
    return remoteResult(text);
  }

  async load(script: string): Promise<void> {
    await this.#frame().evaluate(`${script}\n;null`);
  }

  evaluateAll<Arg, Result>(
    steps: readonly Step[],
    fn: (elements: Element[], arg: Arg) => Result,
    arg: Arg,
  ): Promise<Result> {
    // Playwright's own type tells handles from plain data, which a generic function cannot promise; ours is JSON.
    const call = fn as (elements: Element[], arg: unknown) => Result;
    // It sends what a function says of itself.
    const source = () => `(elements, arg) => { ${ESBUILD_CALLS} return (${fn})(elements, arg); }`;
    return this.#find(steps).evaluateAll(Object.assign(call.bind(null), { toString: source }), arg);
  }

  async act(steps: readonly Step[], action: Action): Promise<void> {
    try {
      await perform(this.#find(steps), action);
    } catch (error) {
      throw new Error(`Could not ${action.do}: ${describeLookup(steps)}`, { cause: error });
    }
  }

  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  #find(steps: readonly Step[]): PlaywrightLocator {
    return steps.reduce(takeStep, this.#frame().locator(':root'));
  }
}
