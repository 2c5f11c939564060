import { defaultKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { syntaxHighlighting } from '@codemirror/language';
import { unifiedMergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import { COLOURED } from './editor-props.ts';
import { editorTheme } from './editor-theme.ts';

/** Two texts of which the second is shown, with what the first had instead. */
export interface DifferenceTexts {
  label: string;
  before: string;
  after: string;
}

/** Puts the difference of two texts into `parent`; returns what takes it away again. */
export function mountDifference(parent: HTMLElement, { label, before, after }: DifferenceTexts): () => void {
  const large = Math.max(before.length, after.length) > COLOURED;
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: after,
      extensions: [
        EditorState.lineSeparator.of('\n'),
        EditorState.readOnly.of(true),
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
        lineNumbers(),
        drawSelection(),
        large ? [] : [EditorView.lineWrapping, json(), syntaxHighlighting(classHighlighter)],
        keymap.of(defaultKeymap),
        unifiedMergeView({
          original: before,
          mergeControls: false,
          syntaxHighlightDeletions: !large,
          collapseUnchanged: { margin: 3, minSize: 6 },
          // Texts that have little in common are not worth a frozen panel.
          diffConfig: { scanLimit: 500, timeout: 500 },
        }),
        editorTheme,
        marks,
      ],
    }),
  });
  return () => view.destroy();
}

/** Additions and deletions bear a sign besides their colour. */
const marks: Extension = EditorView.theme({
  '&.cm-merge-b .cm-changedLine': { backgroundColor: 'var(--ok-bg)' },
  '.cm-deletedChunk': { backgroundColor: 'var(--err-bg)', paddingLeft: '6px' },
  '&.cm-merge-b .cm-changedText': { background: 'none', textDecoration: 'underline var(--ok) 2px' },
  '.cm-deletedChunk .cm-deletedText': { background: 'none', textDecoration: 'underline var(--err) 2px' },
  '.cm-deletedLine, .cm-deletedLine del, .cm-insertedLine': { textDecoration: 'none' },
  '.cm-changeGutter': { width: '14px', paddingLeft: '0' },
  '.cm-changeGutter .cm-gutterElement': { textAlign: 'center' },
  '&.cm-merge-b .cm-changedLineGutter': { background: 'none' },
  '&.cm-merge-b .cm-changedLineGutter::before': { content: '"+"', color: 'var(--ok)' },
  '.cm-deletedLineGutter': { background: 'none' },
  '.cm-deletedLineGutter::before': { content: '"−"', color: 'var(--err)' },
  '.cm-collapsedLines': { color: 'var(--dim)', background: 'var(--bar)' },
});
