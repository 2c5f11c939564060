import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState, type Extension, Prec } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  tooltips,
} from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import type { Span } from '../../model/json-text.ts';
import { COLOURED, type JsonEditorProps } from './editor-props.ts';
import { editorTheme } from './editor-theme.ts';
import { explainFields } from './explain-fields.ts';
import { toDiagnostics } from './to-diagnostics.ts';

/** A mounted editor. */
export interface EditorHandle {
  update(props: JsonEditorProps): void;
  /** Selects a place and scrolls to it. */
  reveal(place: Span): void;
  destroy(): void;
}

/** Puts a CodeMirror editor into `parent`. */
export function mountEditor(parent: HTMLElement, first: JsonEditorProps): EditorHandle {
  let props = first;
  let text = first.value;
  let shown: JsonEditorProps['problems'] = [];
  /** The text is being replaced from outside. */
  let given = false;
  const reading = new Compartment();
  const view = new EditorView({
    parent,
    state: EditorState.create({ doc: text, extensions: [reading.of(extensionsFor(first)), always()] }),
  });

  function always(): Extension {
    return [
      // A carriage return is a character of the body like any other: only so do offsets and bytes stay true.
      EditorState.lineSeparator.of('\n'),
      lineNumbers(),
      highlightSpecialChars({ render: showSpecialChar }),
      drawSelection(),
      bracketMatching(),
      indentUnit.of('  '),
      syntaxHighlighting(classHighlighter),
      tooltips({ position: 'fixed' }),
      editorTheme,
      Prec.highest(keymap.of([{ key: 'Mod-Enter', run: submit }])),
      EditorView.updateListener.of(({ docChanged, state }) => {
        if (!docChanged) return;
        text = state.doc.toString();
        if (!given) props.onChange?.(text);
      }),
      explainFields(() => {
        const { operation, side = 'request' } = props;
        return side === 'request' ? operation?.request : operation?.response;
      }),
    ];
  }

  function submit(): boolean {
    props.onSubmit?.();
    return props.onSubmit !== undefined;
  }

  function showProblems() {
    if (props.problems === shown) return;
    shown = props.problems;
    view.dispatch(setDiagnostics(view.state, toDiagnostics(shown, view.state.doc.length)));
  }

  showProblems();
  return {
    update(next) {
      const before = props;
      props = next;
      if (optionsOf(before) !== optionsOf(next))
        view.dispatch({ effects: reading.reconfigure(extensionsFor(next)) });
      if (next.value !== text) {
        given = true;
        view.dispatch({
          changes: { from: 0, to: view.state.doc.length, insert: view.state.toText(next.value) },
        });
        given = false;
      }
      showProblems();
    },
    reveal({ from, to }) {
      const { length } = view.state.doc;
      const anchor = Math.min(from, length);
      view.dispatch({
        selection: { anchor, head: Math.min(to, length) },
        effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
      });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}

const optionsOf = ({ label, readOnly = false, value, operation }: JsonEditorProps): string =>
  `${label} ${readOnly} ${value.length > COLOURED} ${operation?.bodyKind}`;

/** Few fonts have the picture that CodeMirror shows for a carriage return. */
function showSpecialChar(code: number, description: string | null, picture: string): HTMLElement {
  const mark = document.createElement('span');
  mark.className = code === 13 ? 'carriage-return' : 'cm-specialChar';
  mark.textContent = code === 13 ? '↵' : picture;
  mark.title = description ?? `U+${code.toString(16)}`;
  mark.setAttribute('aria-label', mark.title);
  return mark;
}

/** What differs between bodies that are read and bodies that are written, and between small and large ones. */
function extensionsFor({ label, readOnly = false, value, operation, side }: JsonEditorProps): Extension {
  const large = value.length > COLOURED;
  const isForm = operation?.bodyKind === 'form' && side !== 'response';
  return [
    EditorView.contentAttributes.of({ 'aria-label': label }),
    readOnly ? EditorState.readOnly.of(true) : history(),
    large ? [] : EditorView.lineWrapping,
    large || isForm ? [] : json(),
    // Tab indents only where there is something to write; Escape, then Tab leaves.
    keymap.of([...defaultKeymap, ...(readOnly ? [] : [...historyKeymap, indentWithTab])]),
  ];
}
