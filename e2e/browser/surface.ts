import type { DocumentHandle, Remote } from './document-handle.ts';
import { Locator } from './locator.ts';
import type { RoleOptions } from './lookup.ts';

/** A document as its user meets it. */
export class Surface {
  readonly #document: DocumentHandle;

  constructor(document: DocumentHandle) {
    this.#document = document;
  }

  /** Elements by ARIA role, and by accessible name. */
  getByRole(role: string, options: RoleOptions = {}): Locator {
    return new Locator(this.#document, []).getByRole(role, options);
  }

  /** Elements by their own text. */
  getByText(text: string | RegExp, options: { exact?: boolean } = {}): Locator {
    return new Locator(this.#document, []).getByText(text, options);
  }

  /** Form fields by their label. */
  getByLabel(text: string | RegExp, options: { exact?: boolean } = {}): Locator {
    return new Locator(this.#document, []).getByLabel(text, options);
  }

  /** Elements by CSS selector; for what a user cannot name. */
  locator(css: string): Locator {
    return new Locator(this.#document, []).locator(css);
  }

  /** Calls a function in the document; arguments and result travel as JSON, a promise is awaited. */
  evaluate<Args extends unknown[], Result>(fn: Remote<Args, Result>, ...args: Args): Promise<Result> {
    return this.#document.evaluate(fn, args);
  }

  /** Runs a script with the document's window as its global, whatever the document's own policy allows. */
  load(script: string): Promise<void> {
    return this.#document.load(script);
  }

  /** Presses a key, as in `Control+a`, `ArrowDown`, `/`, where the focus is. */
  press(key: string): Promise<void> {
    return this.#document.press(key);
  }

  /** Types with real keys where the focus is. */
  type(text: string): Promise<void> {
    return this.#document.type(text);
  }

  /** Address of the document. */
  url(): Promise<string> {
    return this.#document.url();
  }
}
