import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { writeDraftsFile } from '../../../model/compose/drafts-file.ts';
import type { Collection } from '../../../model/compose/saved-draft.ts';
import { t, tn, tParts } from '../../../model/words/words.ts';
import { saveFile } from '../../flows/save-file.ts';
import { useMask, useShown } from '../../mask/mask-context.ts';
import type { KeepProps } from './keep-props.ts';
import { SaveForm } from './save-form.tsx';
import { SavedCollection } from './saved-collection.tsx';
import type { SavedStore } from './saved-store.ts';

/** The saved collections, and the draft that is about to join them. */
export function SavedPane(props: KeepProps & { saved: SavedStore }) {
  const { keep, composer, saved } = props;
  const collections = saved.collections.value;
  const draft = composer.draft.value;
  useLearnt(collections);
  const keepPersonal = useSignal(false);
  const count = collections.reduce((sum, { drafts }) => sum + drafts.length, 0);
  const exportAll = (which: readonly Collection[]) =>
    saveJson(fileName(which), writeDraftsFile(which, { keepPersonal: keepPersonal.value }));
  return (
    <>
      <Troubles saved={saved} />
      {keep.saving.value && draft && <SaveForm {...props} draft={draft} />}
      {saved.loaded.value && collections.length === 0 && !keep.saving.value && (
        <p class="keep-note">
          {tParts(
            'Nothing is saved yet. {save} keeps the request at hand under a name, with variables in the place of its secrets.',
            { save: <b>{t('Save')}</b> },
          )}
        </p>
      )}
      {collections.map((collection, index) => (
        <SavedCollection
          key={collection.id}
          {...props}
          collection={collection}
          isFirst={index === 0}
          isLast={index === collections.length - 1}
          onExport={() => exportAll([collection])}
        />
      ))}
      {collections.length > 0 && (
        <div class="keep-foot">
          <p class="keep-actions">
            <button type="button" class="button" onClick={() => exportAll(collections)}>
              {t('Export all')}
            </button>
            <label class="check" title={t('Phone numbers, names, addresses and the like')}>
              <input
                type="checkbox"
                checked={keepPersonal.value}
                onChange={({ currentTarget }) => (keepPersonal.value = currentTarget.checked)}
              />
              {t('with personal data')}
            </label>
          </p>
          <p class="quiet">
            {t('{drafts} in {collections}, stored in this browser. No secret is in them.', {
              drafts: tn(count, { one: '{count} draft', other: '{count} drafts' }),
              collections: tn(collections.length, {
                one: '{count} collection',
                other: '{count} collections',
              }),
            })}
          </p>
        </div>
      )}
    </>
  );
}

/** What a draft holds may stand in its name too: while Mask is on, it is learned before names are shown. */
function useLearnt(collections: readonly Collection[]) {
  const mask = useMask();
  useMemo(() => {
    for (const { url, headers, body } of mask ? collections.flatMap(({ drafts }) => drafts) : []) {
      mask?.url(url);
      mask?.body(body);
      for (const header of headers) mask?.header(header);
    }
  }, [mask, collections]);
}

/** What had the focus is gone; here it can be had back. */
const focus = (button: HTMLButtonElement | null) => button?.focus();

function Troubles({ saved }: { saved: SavedStore }) {
  const shown = useShown();
  const trouble = saved.trouble.value;
  const deleted = saved.deleted.value;
  return (
    <>
      {trouble && (
        <div class="keep-note keep-trouble" role="alert">
          <p>{shown.text(trouble.sentence)}</p>
          {trouble.aside !== undefined && (
            <p class="keep-actions">
              <button
                type="button"
                class="button"
                onClick={() => saveJson('drafts-kept-aside.json', JSON.stringify(trouble.aside, null, 2))}
              >
                {t('Save it as a file')}
              </button>
              <button type="button" class="button" onClick={() => (saved.trouble.value = undefined)}>
                {t('OK')}
              </button>
            </p>
          )}
        </div>
      )}
      <div role="status">
        {deleted && (
          <p class="keep-note keep-deleted" key={deleted.name}>
            {t('Deleted “{name}”.', { name: shown.text(deleted.name) })}{' '}
            <button type="button" class="button" ref={focus} onClick={() => void deleted.undo()}>
              {t('Undo')}
            </button>
          </p>
        )}
      </div>
    </>
  );
}

const saveJson = (name: string, text: string) =>
  saveFile(name, new Blob([text], { type: 'application/json' }));

const fileName = (collections: readonly Collection[]): string => {
  const [first, ...others] = collections;
  const name =
    others.length === 0 ? first?.name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') : undefined;
  return `${name || 'drafts'}.v3-drafts.json`;
};
