import { useSignalEffect } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../../model/words/words.ts';
import { Icon } from '../../icons.tsx';
import { CopyAs } from './copy-as.tsx';
import { HistoryList } from './history-list.tsx';
import { ImportForm } from './import-form.tsx';
import type { KeepProps } from './keep-props.ts';
import type { KeepPane as PaneName } from './keep-store.ts';
import { SavedPane } from './saved-pane.tsx';
import { SavedStore } from './saved-store.ts';

const titles: Readonly<Record<PaneName, () => string>> = {
  history: () => t('History'),
  saved: () => t('Saved drafts'),
  import: () => t('Import'),
  copy: () => t('Copy as'),
};

let saved: SavedStore | undefined;

/** What stands beside the request: sends, saved drafts, what is being imported, or the draft in another form. */
export function KeepPane(props: KeepProps) {
  const { keep, host, composer } = props;
  saved ??= new SavedStore(host.drafts);
  const pane = keep.pane.value;
  const head = useRef<HTMLHeadingElement>(null);
  // Whoever opened it goes on there with the keyboard.
  useLayoutEffect(() => {
    const first = head.current
      ?.closest('aside')
      ?.querySelector<HTMLElement>('[data-first], .keep-body :is(button, input)');
    (first ?? head.current)?.focus();
  }, [pane, keep.saving.value]);
  const leave = () => {
    const aside = head.current?.closest('aside');
    // What opened it goes on with the keyboard.
    if (aside?.contains(document.activeElement))
      aside.parentElement?.querySelector<HTMLElement>('.keep-button[aria-expanded=true]')?.focus();
    keep.close();
  };
  // Where there is room for one of both, a draft that was opened is what its user wants to see.
  const opened = useRef(composer.opened.peek());
  useSignalEffect(() => {
    if (composer.opened.value === opened.current) return;
    opened.current = composer.opened.value;
    if (matchMedia('(max-width: 720px)').matches) leave();
  });
  if (pane === undefined) return null;
  return (
    <aside
      class="keep-pane"
      aria-label={titles[pane]()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        leave();
      }}
    >
      <header class="keep-head">
        <h2 ref={head} tabIndex={-1}>
          {titles[pane]()}
        </h2>
        <span class="spring" />
        <button
          type="button"
          class="tool"
          aria-label={t('Close {pane}', { pane: titles[pane]() })}
          title={t('Close (Esc)')}
          onClick={leave}
        >
          <Icon name="close" />
        </button>
      </header>
      <div class="keep-body">
        {pane === 'history' && <HistoryList {...props} />}
        {pane === 'saved' && <SavedPane {...props} saved={saved} />}
        {pane === 'import' && <ImportForm {...props} saved={saved} />}
        {pane === 'copy' && <CopyAs {...props} />}
      </div>
    </aside>
  );
}
