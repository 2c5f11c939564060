import { redo, undo } from '@codemirror/commands';
import { setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { Desk } from './desk.ts';
import { takeOver } from './edit-steps.ts';
import { extensionsOf, readingKey, readingOf } from './editor-extensions.ts';
import type { EditorHandle, JsonEditorProps } from './editor-props.ts';
import { fixProblems } from './fix-problems-here.ts';
import { formatText } from './format-text.ts';
import { toDiagnostics } from './to-diagnostics.ts';

const desks = new WeakMap<object, Desk>();

/** Puts a CodeMirror editor into `parent`. With a session that had one before, text and history go on. */
export function mountEditor(parent: HTMLElement, first: JsonEditorProps): EditorHandle {
  const desk = (first.session && desks.get(first.session)) ?? new Desk(first);
  if (first.session) desks.set(first.session, desk);
  const state = desk.state ?? EditorState.create({ doc: desk.text, extensions: extensionsOf(desk) });
  const view = new EditorView({ parent, state });
  let shown: JsonEditorProps['problems'] = [];
  let reading = readingKey(desk.props);

  function update(next: JsonEditorProps) {
    desk.props = next;
    if (reading !== readingKey(next)) view.dispatch({ effects: desk.reading.reconfigure(readingOf(desk)) });
    reading = readingKey(next);
    takeOver(view, desk, next);
    if (next.problems === shown) return;
    shown = next.problems;
    const diagnostics = toDiagnostics(shown, view.state.doc.length, (problem) =>
      fixProblems(view, desk, [problem]),
    );
    view.dispatch(setDiagnostics(view.state, diagnostics));
  }

  const focused = (command: () => unknown) => () => {
    view.focus();
    command();
  };
  update(first);
  return {
    update,
    reveal({ from, to }) {
      const { length } = view.state.doc;
      const anchor = Math.min(from, length);
      view.dispatch({
        selection: { anchor, head: Math.min(to, length) },
        effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
      });
      view.focus();
    },
    fix(problems) {
      view.focus();
      fixProblems(view, desk, problems);
    },
    format: focused(() => formatText(view, desk)),
    undo: focused(() => undo(view)),
    redo: focused(() => redo(view)),
    destroy() {
      desk.state = view.state;
      view.destroy();
    },
  };
}
