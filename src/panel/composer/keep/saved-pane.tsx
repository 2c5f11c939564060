import { useSignal } from '@preact/signals';
import { writeDraftsFile } from '../../../model/compose/drafts-file.ts';
import type { Collection } from '../../../model/compose/saved-draft.ts';
import { countOf } from '../../../model/format.ts';
import { saveFile } from '../../flows/save-file.ts';
import type { KeepProps } from './keep-props.ts';
import { SaveForm } from './save-form.tsx';
import { SavedCollection } from './saved-collection.tsx';
import type { SavedStore } from './saved-store.ts';

/** The saved collections, and the draft that is about to join them. */
export function SavedPane(props: KeepProps & { saved: SavedStore }) {
  const { keep, composer, saved } = props;
  const collections = saved.collections.value;
  const draft = composer.draft.value;
  const keepPersonal = useSignal(false);
  const exportAll = (which: readonly Collection[]) =>
    saveJson(fileName(which), writeDraftsFile(which, { keepPersonal: keepPersonal.value }));
  return (
    <>
      <Troubles saved={saved} />
      {keep.saving.value && draft && <SaveForm {...props} draft={draft} />}
      {saved.loaded.value && collections.length === 0 && !keep.saving.value && (
        <p class="keep-note">
          Nothing is saved yet. <b>Save</b> keeps the request at hand under a name, with variables in the
          place of its secrets.
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
              Export all
            </button>
            <label class="check" title="Phone numbers, names, addresses and the like">
              <input
                type="checkbox"
                checked={keepPersonal.value}
                onChange={({ currentTarget }) => (keepPersonal.value = currentTarget.checked)}
              />
              with personal data
            </label>
          </p>
          <p class="quiet">
            {countOf(
              collections.reduce((sum, { drafts }) => sum + drafts.length, 0),
              'draft',
            )}{' '}
            in {countOf(collections.length, 'collection')}, stored in this browser. No secret is in them.
          </p>
        </div>
      )}
    </>
  );
}

/** What had the focus is gone; here it can be had back. */
const focus = (button: HTMLButtonElement | null) => button?.focus();

function Troubles({ saved }: { saved: SavedStore }) {
  const trouble = saved.trouble.value;
  const deleted = saved.deleted.value;
  return (
    <>
      {trouble && (
        <div class="keep-note keep-trouble" role="alert">
          <p>{trouble.sentence}</p>
          {trouble.aside !== undefined && (
            <p class="keep-actions">
              <button
                type="button"
                class="button"
                onClick={() => saveJson('drafts-kept-aside.json', JSON.stringify(trouble.aside, null, 2))}
              >
                Save it as a file
              </button>
              <button type="button" class="button" onClick={() => (saved.trouble.value = undefined)}>
                OK
              </button>
            </p>
          )}
        </div>
      )}
      <div role="status">
        {deleted && (
          <p class="keep-note keep-deleted" key={deleted.name}>
            Deleted “{deleted.name}”.{' '}
            <button type="button" class="button" ref={focus} onClick={() => void deleted.undo()}>
              Undo
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
