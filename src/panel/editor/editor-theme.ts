import { EditorView } from '@codemirror/view';

const underline = (colour: string) => ({
  backgroundImage: 'none',
  textDecoration: `underline wavy var(${colour}) 1px`,
  textUnderlineOffset: '3px',
  textDecorationSkipInk: 'none',
});
const point = (colour: string) => ({ '&:after': { borderBottomColor: `var(${colour})` } });
const bar = (colour: string) => ({ borderLeft: `3px solid var(${colour})` });

/** The panel's colours, which follow the theme of DevTools by themselves. */
export const editorTheme = EditorView.theme({
  '&': { height: '100%', color: 'var(--text)', backgroundColor: 'var(--bg)' },
  '&.cm-focused, .cm-content:focus-visible': { outline: 'none' },
  // Above the gutter, which would hide an outline.
  '&.cm-focused::after': {
    content: '""',
    position: 'absolute',
    inset: '0',
    zIndex: '300',
    border: '2px solid var(--accent)',
    pointerEvents: 'none',
  },
  '.cm-scroller': { font: '12px/18px var(--mono)', overflow: 'auto' },
  '.cm-content': { padding: '4px 0', caretColor: 'var(--text)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': { backgroundColor: 'var(--bg)', color: 'var(--dim)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '34px', paddingRight: '8px' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'var(--sel)',
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--sel)' },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'var(--err-bg)' },
  '.cm-specialChar': { color: 'var(--err)' },
  '.carriage-return': { color: 'var(--dim)' },
  '.tok-propertyName': { color: 'var(--json-key)' },
  '.tok-string': { color: 'var(--json-string)' },
  '.tok-number, .tok-bool, .tok-keyword': { color: 'var(--json-number, var(--accent))' },
  '.tok-null': { color: 'var(--json-number, var(--accent))' },
  '.cm-lintRange-error': underline('--err'),
  '.cm-lintRange-warning': underline('--warn'),
  '.cm-lintRange-hint': underline('--hint'),
  '.cm-lintPoint-error': point('--err'),
  '.cm-lintPoint-warning': point('--warn'),
  '.cm-lintPoint-hint': point('--hint'),
  '.cm-tooltip': {
    maxWidth: 'min(420px, 90vw)',
    color: 'var(--text)',
    backgroundColor: 'var(--bg)',
    border: '1px solid var(--line)',
    borderRadius: '4px',
    boxShadow: '0 2px 8px rgb(0 0 0 / 25%)',
    font: '12px/16px var(--sans, system-ui, sans-serif)',
  },
  '.cm-diagnostic': { padding: '4px 8px', margin: '0' },
  '.cm-diagnostic-error': bar('--err'),
  '.cm-diagnostic-warning': bar('--warn'),
  '.cm-diagnostic-hint': bar('--hint'),
  '.field-card': { padding: '4px 8px' },
  '.field-card p': { margin: '2px 0' },
  '.field-card p + p + p': { color: 'var(--dim)' },
  '.field-card b': { fontFamily: 'var(--mono)' },
});
