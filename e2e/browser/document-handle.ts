import type { Step } from './lookup.ts';

/** A key that is held down at a click. */
export type Modifier = 'Control' | 'Shift';

/** What a user can do to one element. */
export type Action =
  | { do: 'click'; times: number; button: 'left' | 'right'; modifiers: readonly Modifier[] }
  | { do: 'hover' }
  | { do: 'drag'; by: { x: number; y: number } }
  | { do: 'focus' }
  | { do: 'fill'; text: string }
  | { do: 'type'; text: string }
  | { do: 'press'; key: string }
  | { do: 'choose'; value: string }
  | { do: 'upload'; name: string; text: string };

/** A function with its arguments, sent into a document; all of it must survive JSON. */
export type Remote<Args extends unknown[], Result> = (...args: Args) => Result | Promise<Result>;

/** What a browser must be able to do in one document; `Surface` and `Locator` are built upon it. */
export interface DocumentHandle {
  /** Address of the document. */
  url(): Promise<string>;
  /** Calls a function in the document. */
  evaluate<Args extends unknown[], Result>(fn: Remote<Args, Result>, args: Args): Promise<Result>;
  /** Runs a script with the document's window as its global, whatever the document's own policy allows. */
  load(script: string): Promise<void>;
  /** Calls a function in the document with the elements that a lookup finds now (maybe none). */
  evaluateAll<Arg, Result>(
    steps: readonly Step[],
    fn: (elements: Element[], arg: Arg) => Result,
    arg: Arg,
  ): Promise<Result>;
  /** Waits until a lookup finds exactly one element that a user could act on, then acts. Throws when it never does. */
  act(steps: readonly Step[], action: Action): Promise<void>;
  /** Presses a key (as in `Control+a`, `ArrowDown`, `/`) where the focus is. */
  press(key: string): Promise<void>;
  /** Types text, key by key, where the focus is. */
  type(text: string): Promise<void>;
}
