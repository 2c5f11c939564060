import { invertedEffects, isolateHistory } from '@codemirror/commands';
import { type EditorState, type Extension, StateEffect, type TransactionSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { smallestEdit } from '../../model/body/smallest-edit.ts';
import { settleEdits, type TextEdit } from '../../model/body/text-edit.ts';
import type { Desk } from './desk.ts';
import type { JsonEditorProps, RequestPart } from './editor-props.ts';

/** The request belongs to another operation from now on. */
const setRequest = StateEffect.define<RequestPart>();

/** Keeps a change of the operation in the history. */
export const rememberRequest = (desk: Desk): Extension =>
  invertedEffects.of(({ effects }) =>
    effects.some((effect) => effect.is(setRequest)) && desk.request ? [setRequest.of(desk.request)] : [],
  );

/** Tells of changes that were made in the editor, of undone and redone operations too. */
export const tellChanges = (desk: Desk): Extension =>
  EditorView.updateListener.of(({ docChanged, state, transactions }) => {
    if (docChanged) desk.text = state.doc.toString();
    if (desk.given) return;
    const [restored] = transactions.flatMap(({ effects }) =>
      effects.filter((effect) => effect.is(setRequest)),
    );
    if (restored) desk.request = restored.value;
    if (docChanged || restored) desk.props.onChange?.(desk.text, restored?.value);
  });

/** An editor's view, or a state that stands alone. */
export interface Editing {
  readonly state: EditorState;
  dispatch(spec: TransactionSpec): void;
}

/** Takes over a text and a request that were changed elsewhere, as one step of the history. */
export function takeOver(
  view: Editing,
  desk: Desk,
  { value, request }: Pick<JsonEditorProps, 'value' | 'request'>,
): void {
  const edit = smallestEdit(desk.text, value);
  const moved = request !== undefined && request.operationId !== desk.request?.operationId;
  if (edit || moved) {
    desk.given = true;
    view.dispatch({
      ...(edit && { changes: toChange(view, edit) }),
      ...(moved && { effects: setRequest.of(request) }),
      // What is typed into a field of the form letter by letter is one step, as it is here.
      ...((moved || !edit || !isLetter(edit)) && { annotations: isolateHistory.of('full') }),
    });
    desk.given = false;
  }
  desk.request = request;
}

const isLetter = ({ from, to, insert }: TextEdit): boolean => insert.length + to - from <= 2;

/** Edits of the text as one step of the history; `said` is told to a screen reader. */
export const oneStep = (view: Editing, edits: readonly TextEdit[], said: string): TransactionSpec => ({
  changes: settleEdits(edits).map((edit) => toChange(view, edit)),
  annotations: isolateHistory.of('full'),
  effects: EditorView.announce.of(said),
  scrollIntoView: true,
});

// CodeMirror would take a carriage return in a string for a line end.
const toChange = ({ state }: Editing, { from, to, insert }: TextEdit) => ({
  from,
  to,
  insert: state.toText(insert),
});
