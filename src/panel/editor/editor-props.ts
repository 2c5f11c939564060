import type { ReadonlySignal } from '@preact/signals';
import type { Span } from '../../model/json-text.ts';
import type { Problem } from '../../model/problem.ts';
import type { Operation } from '../../schemas/operation.ts';

/** What an editor is given. */
export interface JsonEditorProps {
  value: string;
  /** What a screen reader calls the text. */
  label: string;
  readOnly?: boolean;
  onChange?: (value: string) => void;
  /** Ctrl or Cmd and Enter. */
  onSubmit?: () => void;
  /** Underlined at their places in `value`. */
  problems: readonly Problem[];
  /** Whose fields are explained on hover, and which of its bodies this is. */
  operation?: Operation;
  side?: 'request' | 'response';
  /** Each new value is a place to jump to. */
  reveal?: ReadonlySignal<Span | undefined>;
}

/** Beyond so many characters a body is neither coloured nor explained: reading it as JSON would be felt. */
export const COLOURED = 500_000;
