import type { DocumentHandle, Modifier } from './document-handle.ts';
import { describeLookup, type RoleOptions, roleStep, type Step, textMatch } from './lookup.ts';
import { until } from './until.ts';

/** Elements of a document, described as a user would; looked up anew at each use. */
export class Locator {
  readonly #document: DocumentHandle;
  readonly #steps: readonly Step[];

  constructor(document: DocumentHandle, steps: readonly Step[]) {
    this.#document = document;
    this.#steps = steps;
  }

  #then(step: Step): Locator {
    return new Locator(this.#document, [...this.#steps, step]);
  }

  /** Descendants by ARIA role, and by accessible name. */
  getByRole(role: string, options: RoleOptions = {}): Locator {
    return this.#then(roleStep(role, options));
  }

  /** Descendants by their own text. */
  getByText(text: string | RegExp, { exact = false } = {}): Locator {
    return this.#then({ by: 'text', match: textMatch(text, exact) });
  }

  /** Form fields by their label. */
  getByLabel(text: string | RegExp, { exact = false } = {}): Locator {
    return this.#then({ by: 'label', match: textMatch(text, exact) });
  }

  /** Descendants by CSS selector; for what a user cannot name. */
  locator(css: string): Locator {
    return this.#then({ by: 'css', css });
  }

  /** Those that contain a text. */
  having(text: string | RegExp): Locator {
    return this.#then({ by: 'having', match: textMatch(text) });
  }

  /** The one at a place, from 0; negative counts from the end. */
  nth(index: number): Locator {
    return this.#then({ by: 'nth', index });
  }

  /** Clicks it with the mouse, with keys held down. */
  click({
    button = 'left',
    modifiers = [],
  }: {
    button?: 'left' | 'right';
    modifiers?: readonly Modifier[];
  } = {}): Promise<void> {
    return this.#document.act(this.#steps, { do: 'click', times: 1, button, modifiers });
  }

  /** Clicks it twice with the mouse. */
  dblclick(): Promise<void> {
    return this.#document.act(this.#steps, { do: 'click', times: 2, button: 'left', modifiers: [] });
  }

  /** Takes hold of its middle with the mouse and drags it, by CSS pixels. */
  drag(by: { x: number; y: number }): Promise<void> {
    return this.#document.act(this.#steps, { do: 'drag', by });
  }

  /** Moves the mouse over it. */
  hover(): Promise<void> {
    return this.#document.act(this.#steps, { do: 'hover' });
  }

  /** Gives it the focus. */
  focus(): Promise<void> {
    return this.#document.act(this.#steps, { do: 'focus' });
  }

  /** Replaces the text of a field or an editor at once. */
  fill(text: string): Promise<void> {
    return this.#document.act(this.#steps, { do: 'fill', text });
  }

  /** Focuses it and types with real keys. */
  type(text: string): Promise<void> {
    return this.#document.act(this.#steps, { do: 'type', text });
  }

  /** Focuses it and presses a key, as in `Control+a`, `ArrowDown`, `/`. */
  press(key: string): Promise<void> {
    return this.#document.act(this.#steps, { do: 'press', key });
  }

  /** Chooses the option of a `<select>` by its value. */
  choose(value: string): Promise<void> {
    return this.#document.act(this.#steps, { do: 'choose', value });
  }

  /** Gives a file to an `<input type="file">`, which may be hidden. */
  upload(name: string, text: string): Promise<void> {
    return this.#document.act(this.#steps, { do: 'upload', name, text });
  }

  /** How many there are now. */
  count(): Promise<number> {
    return this.#document.evaluateAll(this.#steps, (elements) => elements.length, null);
  }

  /** The visible text of each, now. */
  texts(): Promise<string[]> {
    return this.#document.evaluateAll(
      this.#steps,
      (elements) =>
        elements.map((element) =>
          element instanceof HTMLElement ? element.innerText : (element.textContent ?? ''),
        ),
      null,
    );
  }

  /** The visible text of the one. */
  text(): Promise<string> {
    return this.#single(() => this.texts());
  }

  /** An attribute of the one; `null` when it has none. */
  attribute(name: string): Promise<string | null> {
    return this.#single(() =>
      this.evaluateAll(
        (elements, attribute) => elements.map((element) => element.getAttribute(attribute)),
        name,
      ),
    );
  }

  /** The value of the one form field. */
  value(): Promise<string> {
    return this.#single(() =>
      this.evaluateAll(
        (elements) => elements.map((element) => String('value' in element ? element.value : '')),
        null,
      ),
    );
  }

  /** True while the one has the focus. */
  isFocused(): Promise<boolean> {
    return this.#single(() =>
      this.evaluateAll((elements) => elements.map((element) => element === document.activeElement), null),
    );
  }

  /** True when there is one now that a user could see. */
  isVisible(): Promise<boolean> {
    return this.#document.evaluateAll(
      this.#steps,
      (elements) =>
        elements.some(
          (element) =>
            element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible',
        ),
      null,
    );
  }

  /** Waits until one can be seen, or none. Throws with the lookup in words. */
  async waitFor({ state = 'visible' }: { state?: 'visible' | 'hidden' } = {}): Promise<void> {
    const wanted = state === 'visible';
    await until(async () => (await this.isVisible()) === wanted, `${this} to be ${state}`);
  }

  /** Calls a function with all that there are now (maybe none); `arg` and the result travel as JSON. */
  evaluateAll<Arg, Result>(fn: (elements: Element[], arg: Arg) => Result, arg: Arg): Promise<Result> {
    return this.#document.evaluateAll(this.#steps, fn, arg);
  }

  toString(): string {
    return describeLookup(this.#steps);
  }

  /** Waits until something is told of exactly one, in one look at the document, and returns that. */
  async #single<Told>(ask: () => Promise<Told[]>): Promise<Told> {
    let found = 0;
    const one = async () => {
      const told = await ask();
      found = told.length;
      // Boxed: what is told may be empty or false.
      return found === 1 && told.map((only) => ({ only }))[0];
    };
    const { only } = await until(one, `exactly one ${this}`).catch((error: unknown) => {
      throw new Error(`Expected exactly one ${this}, found ${found}`, { cause: error });
    });
    return only;
  }
}
