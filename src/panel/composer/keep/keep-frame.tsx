import { useSignal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../../../model/words/words.ts';
import './keep.css';
import type { KeepProps } from './keep-props.ts';
import type { KeepPane } from './keep-store.ts';

/** The composer with what it keeps beside it. All but the buttons is loaded when it is first wanted. */
export function KeepFrame({ children, ...props }: KeepProps & { children: ComponentChildren }) {
  const { keep } = props;
  const isOpen = keep.pane.value !== undefined;
  const onDrop = (event: DragEvent) => {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    void file.text().then((text) => keep.take(text));
  };
  // A command pasted where a URL belongs is meant as a whole.
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!/^\s*(?:\$ )?curl(?:\.exe)?\s/i.test(text) || !isUrlField(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    keep.take(text);
  };
  return (
    <div
      class={isOpen ? 'keep keep-open' : 'keep'}
      role="group"
      aria-label={t('Drafts and request')}
      onDragOver={(event) => event.dataTransfer?.types.includes('Files') && event.preventDefault()}
      onDrop={onDrop}
      onPasteCapture={onPaste}
    >
      <KeepBar {...props} />
      {isOpen && <LazyPane {...props} />}
      <div class="keep-composer">{children}</div>
    </div>
  );
}

const isUrlField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.inputMode === 'url';

function KeepBar({ keep, composer }: KeepProps) {
  const pane = keep.pane.value;
  const saving = keep.saving.value;
  const sent = keep.history.value.length;
  const hasDraft = composer.draft.value !== undefined;
  const button = (id: KeepPane, label: string, title: string) => (
    <button
      type="button"
      class="keep-button"
      title={title}
      aria-expanded={pane === id && !saving}
      onClick={() => keep.toggle(id)}
    >
      {label}
    </button>
  );
  return (
    <div class="bar" role="toolbar" aria-label={t('Drafts')}>
      {button(
        'history',
        sent === 0 ? t('History') : t('History ({sent})', { sent }),
        t('The last 100 sends, until DevTools is closed'),
      )}
      {button('saved', t('Saved'), t('Drafts that you have saved'))}
      {button('import', t('Import'), t('A cURL command, a Postman collection, or a file of saved drafts'))}
      {composer.before.value && (
        <button
          type="button"
          class="keep-button"
          title={t('The last draft that was changed and then replaced; the one at hand is kept in its place')}
          onClick={() => composer.openBefore()}
        >
          {t('Back to the draft before')}
        </button>
      )}
      <span class="spring" />
      {hasDraft && (
        <>
          <button
            type="button"
            class="keep-button"
            title={t('Save this draft; secrets are replaced by variables')}
            aria-expanded={saving}
            onClick={() => (saving ? keep.close() : keep.startSaving())}
          >
            {t('Save')}
          </button>
          {button('copy', t('Copy as'), t('cURL, fetch, or a call of one of Prove’s SDKs'))}
        </>
      )}
    </div>
  );
}

function LazyPane(props: KeepProps) {
  const Pane = useSignal<ComponentType<KeepProps> | undefined>(undefined);
  const failed = useSignal(false);
  useEffect(() => {
    import('./keep-pane.tsx').then(
      (module) => {
        Pane.value = module.KeepPane;
      },
      () => {
        failed.value = true;
      },
    );
  }, [Pane, failed]);
  if (failed.value)
    return (
      <p class="keep-pane keep-note" role="alert">
        {t(
          'This part of the extension could not be loaded; it may have been updated. Close DevTools and open it again.',
        )}
      </p>
    );
  // A function in a signal would be called by it.
  const Loaded = Pane.value;
  return Loaded ? (
    <Loaded {...props} />
  ) : (
    <aside class="keep-pane" aria-busy="true" aria-label={t('Loading')} />
  );
}
