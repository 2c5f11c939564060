import { useSignal } from '@preact/signals';
import type { Draft } from '../../../model/compose/draft.ts';
import { type Replacement, replaceSensitive } from '../../../model/compose/secret-variables.ts';
import { pathOf } from '../../../model/url.ts';
import { t } from '../../../model/words/words.ts';
import { useShown } from '../../mask/mask-context.ts';
import type { KeepProps } from './keep-props.ts';
import type { SavedStore } from './saved-store.ts';

/** Names the draft at hand and saves it, after saying what will not be stored. */
export function SaveForm({ keep, draft, saved }: KeepProps & { draft: Draft; saved: SavedStore }) {
  const shown = useShown();
  // A name that is not to be seen is not offered either: its stand-in would make another collection.
  const collections = saved.collections.value.filter(({ name }) => shown.text(name) === name);
  const { request, replaced } = replaceSensitive(draft, { keepPersonal: false });
  const name = useSignal(draft.operationId ?? `${draft.method} ${nameOf(shown.url(request.url))}`);
  const collection = useSignal(collections.at(-1)?.name ?? t('My drafts'));
  const keepPersonal = useSignal(false);
  const secrets = replaced.filter(({ kind }) => kind === 'secret');
  const personal = replaced.filter(({ kind }) => kind === 'personal');
  const ready = name.value.trim() !== '' && collection.value.trim() !== '';
  const submit = (event: Event) => {
    event.preventDefault();
    if (!ready) return;
    void saved.save(draft, name.value.trim(), collection.value.trim(), keepPersonal.value);
    keep.saving.value = false;
  };
  return (
    <form class="keep-form" aria-label={t('Save this draft')} onSubmit={submit}>
      <label>
        {t('Name')}
        <input
          class="composer-field"
          data-first
          value={name.value}
          onInput={({ currentTarget }) => (name.value = currentTarget.value)}
        />
      </label>
      <label>
        {t('Collection')}
        <input
          class="composer-field"
          list="keep-collections"
          value={collection.value}
          onInput={({ currentTarget }) => (collection.value = currentTarget.value)}
        />
      </label>
      <datalist id="keep-collections">
        {collections.map(({ id, name: known }) => (
          <option key={id} value={known} />
        ))}
      </datalist>
      {personal.length > 0 && (
        <label class="check">
          <input
            type="checkbox"
            checked={keepPersonal.value}
            onChange={({ currentTarget }) => (keepPersonal.value = currentTarget.checked)}
          />
          {t('Keep personal data')}
        </label>
      )}
      <StoredInstead title={t('Secrets become variables:')} list={secrets} />
      {!keepPersonal.value && <StoredInstead title={t('Personal data become variables:')} list={personal} />}
      <p class="keep-actions">
        <button type="submit" class="button composer-send" disabled={!ready}>
          {t('Save draft')}
        </button>
        <button type="button" class="button" onClick={() => (keep.saving.value = false)}>
          {t('Cancel')}
        </button>
      </p>
    </form>
  );
}

const nameOf = (url: string): string => pathOf(url) || url;

const StoredInstead = ({ title, list }: { title: string; list: readonly Replacement[] }) =>
  list.length === 0 ? null : (
    <p class="quiet">
      {title}{' '}
      {list.map(({ variable }) => (
        <code key={variable}>{`{{${variable}}} `}</code>
      ))}
    </p>
  );
