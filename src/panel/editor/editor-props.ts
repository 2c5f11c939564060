import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Span } from '../../model/body/json-text.ts';
import type { Draft } from '../../model/compose/draft.ts';
import type { CompletionSurroundings } from '../../model/compose/offer-values.ts';
import type { Problem } from '../../model/problems/problem.ts';
import type { Operation } from '../../schemas/operation.ts';
import type { VariableCard } from './explain-variables.ts';

/** What of a draft changes with its operation, and goes back with it when that is undone. */
export type RequestPart = Pick<Draft, 'operationId' | 'method' | 'url' | 'headers'>;

/** What an editor is given. */
export interface JsonEditorProps {
  /** A value from outside is one step of the history, like any other. */
  value: string;
  /** What a screen reader calls the text. */
  label: string;
  readOnly?: boolean;
  /** `request` is there where an undone change was one of the operation too. */
  onChange?: (value: string, request?: RequestPart) => void;
  /** Ctrl or Cmd and Enter. */
  onSubmit?: () => void;
  /** Underlined at their places in `value`. */
  problems: readonly Problem[];
  /** Whose fields are explained on hover and completed, and which of its bodies this is. */
  operation?: Operation | undefined;
  side?: 'request' | 'response';
  /** Tells of a variable of the text; left out where `{{…}}` is text like any other. */
  describeVariable?: (name: string) => VariableCard;
  /** While it is there, values are shown by the stand-ins that it gives; the text stays as it is. */
  mask?: ((text: string) => string) | undefined;
  /** Each new value is a place to jump to. */
  reveal?: ReadonlySignal<Span | undefined>;
  /** Where there is one, names and values are completed. */
  completion?: CompletionSurroundings;
  /** A text that cannot be laid out is no JSON from there on. */
  onFormatRefused?: (offence: Span) => void;
  /** How many steps can be undone and redone. */
  onHistory?: (depth: { undo: number; redo: number }) => void;
  /** Undone and redone together with the text. */
  request?: RequestPart;
  /** An editor that is given the same one later goes on with text and history. */
  session?: object;
  /** Holds the editor while it stands. */
  editor?: Signal<EditorHandle | undefined>;
}

/** A mounted editor. Its commands give it the focus, so that the keyboard goes on where the change is. */
export interface EditorHandle {
  update(props: JsonEditorProps): void;
  /** Selects a place and scrolls to it. */
  reveal(place: Span): void;
  /** Repairs problems, all in one step. */
  fix(problems: readonly Problem[]): void;
  format(): void;
  undo(): void;
  redo(): void;
  destroy(): void;
}

/** Beyond so many characters a body is neither coloured nor explained: reading it as JSON would be felt. */
export const COLOURED = 500_000;
