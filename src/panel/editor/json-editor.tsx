import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../model/words/words.ts';
import './editor.css';
import { COLOURED, type EditorHandle, type JsonEditorProps } from './editor-props.ts';

/** So much of a text stands in for the editor while that is being loaded. */
const PREVIEW = 50_000;

/** A body as text with its problems underlined. CodeMirror is loaded when it is first needed. */
export function JsonEditor(props: JsonEditorProps) {
  const { value, label, reveal } = props;
  const own = useSignal<EditorHandle | undefined>(undefined);
  const editor = props.editor ?? own;
  const parent = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    let gone = false;
    import('./mount-editor.ts')
      .then(({ mountEditor }) => {
        if (!gone && parent.current) editor.value = mountEditor(parent.current, latest.current);
      })
      .catch((error: unknown) => console.error(error));
    return () => {
      gone = true;
      editor.peek()?.destroy();
      editor.value = undefined;
    };
  }, [editor]);
  // Before the next key can be pressed: a value that comes late would undo it.
  useLayoutEffect(() => editor.peek()?.update(props));
  useSignalEffect(() => {
    const place = reveal?.value;
    if (place) editor.value?.reveal(place);
  });

  return (
    <div class="json-editor">
      {value.length > COLOURED && (
        <p class="json-note">{t('This body is large: it is shown without colours and explanations.')}</p>
      )}
      <div class="json-editor-place" ref={parent} />
      {editor.value === undefined && (
        <pre class="json-plain" aria-label={label} tabIndex={0}>
          {(props.mask?.(value) ?? value).slice(0, PREVIEW)}
        </pre>
      )}
    </div>
  );
}
