import type { EditorView } from '@codemirror/view';
import { formatJson } from '../../model/body/format-json.ts';
import { t } from '../../model/words/words.ts';
import type { Desk } from './desk.ts';
import { oneStep } from './edit-steps.ts';

/** Lays the text out as one step of the history; says where it is no JSON. */
export function formatText(view: EditorView, { text, props }: Desk): true {
  const result = formatJson(text);
  if ('offence' in result) props.onFormatRefused?.(result.offence);
  else if (result.edits.length > 0) view.dispatch(oneStep(view, result.edits, t('Formatted.')));
  return true;
}
