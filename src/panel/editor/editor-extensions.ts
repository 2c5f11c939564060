import {
  defaultKeymap,
  history,
  historyKeymap,
  indentWithTab,
  redoDepth,
  undoDepth,
} from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { nextDiagnostic, previousDiagnostic } from '@codemirror/lint';
import { EditorState, type Extension, Prec } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  tooltips,
} from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import { completeFields } from './complete-fields.ts';
import type { Desk } from './desk.ts';
import { rememberRequest, tellChanges } from './edit-steps.ts';
import { COLOURED, type JsonEditorProps } from './editor-props.ts';
import { editorTheme } from './editor-theme.ts';
import { explainFields } from './explain-fields.ts';
import { explainVariables } from './explain-variables.ts';
import { fixHere } from './fix-problems-here.ts';
import { formatText } from './format-text.ts';
import { maskValues } from './mask-values.ts';
import { moreSpecialChars, showSpecialChar } from './show-special-char.ts';

/** What every editor is made of. */
export const extensionsOf = (desk: Desk): Extension => [
  // A carriage return is a character of the body like any other: only so do offsets and bytes stay true.
  EditorState.lineSeparator.of('\n'),
  lineNumbers(),
  highlightSpecialChars({ render: showSpecialChar, addSpecialChars: moreSpecialChars }),
  drawSelection(),
  bracketMatching(),
  indentUnit.of('  '),
  syntaxHighlighting(classHighlighter),
  tooltips({ position: 'fixed' }),
  editorTheme,
  Prec.highest(keymap.of([{ key: 'Mod-Enter', run: () => submit(desk.props) }])),
  keymap.of([{ key: 'F8', run: nextDiagnostic, shift: previousDiagnostic }]),
  tellChanges(desk),
  // Below what is wrong there, which can be repaired.
  Prec.lowest(
    explainFields(() => {
      const { operation, side = 'request' } = desk.props;
      return side === 'request' ? operation?.request : operation?.response;
    }),
  ),
  desk.reading.of(readingOf(desk)),
];

/** What differs between bodies that are read and bodies that are written, and between small and large ones. */
export function readingOf(desk: Desk): Extension {
  const { label, readOnly = false, value, operation, side, describeVariable, mask } = desk.props;
  const large = value.length > COLOURED;
  const isForm = operation?.bodyKind === 'form' && side !== 'response';
  return [
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    readOnly ? EditorState.readOnly.of(true) : writing(desk),
    large ? [] : EditorView.lineWrapping,
    large || isForm ? [] : json(),
    describeVariable ? explainVariables(describeVariable) : [],
    mask ? maskValues(mask) : [],
    keymap.of(defaultKeymap),
  ];
}

/** Only where it differs is an editor to be reconfigured. */
export const readingKey = (props: JsonEditorProps): string => {
  const { label, readOnly = false, value, operation, describeVariable, mask } = props;
  return `${label} ${readOnly} ${value.length > COLOURED} ${operation?.bodyKind} ${describeVariable !== undefined} ${mask !== undefined}`;
};

const writing = (desk: Desk): Extension => [
  history(),
  rememberRequest(desk),
  EditorView.updateListener.of(({ state, transactions }) => {
    if (transactions.length > 0) desk.props.onHistory?.({ undo: undoDepth(state), redo: redoDepth(state) });
  }),
  completeFields(desk),
  keymap.of([
    { key: 'Mod-.', run: fixHere(desk) },
    { key: 'Shift-Alt-f', run: (view) => formatText(view, desk) },
    ...historyKeymap,
    // Escape, then Tab leaves.
    indentWithTab,
  ]),
];

function submit({ onSubmit }: JsonEditorProps): boolean {
  onSubmit?.();
  return onSubmit !== undefined;
}
