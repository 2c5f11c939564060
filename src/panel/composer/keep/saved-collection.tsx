import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { type Collection, fromSavedDraft, type SavedDraft } from '../../../model/compose/saved-draft.ts';
import { visible } from '../../../model/printable.ts';
import { parseUrl } from '../../../model/url.ts';
import { t } from '../../../model/words/words.ts';
import { afterDrawing, isFocusLost } from '../../after-drawing.ts';
import { Icon, type IconName } from '../../icons.tsx';
import { useShown } from '../../mask/mask-context.ts';
import type { KeepProps } from './keep-props.ts';
import { NameField } from './name-field.tsx';
import type { SavedStore } from './saved-store.ts';

interface Props extends KeepProps {
  saved: SavedStore;
  collection: Collection;
  isFirst: boolean;
  isLast: boolean;
  onExport: () => void;
}

/** One collection with its drafts. */
export function SavedCollection({ composer, saved, collection, isFirst, isLast, onExport }: Props) {
  const { drafts } = collection;
  const shown = useShown();
  const name = shown.text(collection.name);
  return (
    <section class="keep-collection" aria-label={t('Collection {name}', { name })}>
      <Row id={collection.id} name={name} saved={saved} isFirst={isFirst} isLast={isLast} onExport={onExport}>
        <h3>{visible(name)}</h3>
      </Row>
      {drafts.length === 0 && <p class="keep-note">{t('There is no draft in it.')}</p>}
      <ul class="keep-list" aria-label={t('Drafts in {name}', { name })}>
        {drafts.map((draft, index) => (
          <li key={draft.id}>
            <Row
              id={draft.id}
              name={shown.text(draft.name)}
              saved={saved}
              isFirst={index === 0}
              isLast={index === drafts.length - 1}
              onOpen={() => composer.open(fromSavedDraft(draft))}
            >
              <span class="keep-name">
                <b>{visible(shown.text(draft.name))}</b>
              </span>
              <span class="quiet keep-detail">{shown.text(describe(draft))}</span>
            </Row>
          </li>
        ))}
      </ul>
    </section>
  );
}

const describe = ({ operationId, method, url }: SavedDraft): string =>
  [operationId, `${method} ${parseUrl(url)?.host ?? url}`].filter(Boolean).join(' · ');

interface RowProps {
  id: string;
  /** As it is shown. */
  name: string;
  saved: SavedStore;
  isFirst: boolean;
  isLast: boolean;
  onOpen?: () => void;
  onExport?: () => void;
  children: preact.ComponentChildren;
}

/** A name with what can be done to it: by its buttons, or by F2, Delete and Alt with the arrow keys. */
function Row({ id, name, saved, isFirst, isLast, onOpen, onExport, children }: RowProps) {
  const renaming = useSignal(false);
  const row = useRef<HTMLDivElement>(null);
  if (renaming.value)
    return (
      <NameField
        name={name}
        onDone={(changed, byKey) => {
          renaming.value = false;
          // A masked name that was left as it is shown stays what it is.
          if (changed !== undefined && changed !== name) void saved.rename(id, changed);
          // Whoever clicks elsewhere wants the focus there.
          if (byKey) afterDrawing(() => row.current?.querySelector('button')?.focus());
        }}
      />
    );
  const rename = () => {
    renaming.value = true;
  };
  const remove = () => void saved.delete(id, name);
  const move = async (by: -1 | 1) => {
    const focused = document.activeElement;
    await saved.move(id, by);
    // A row that is put elsewhere in the document loses the focus.
    afterDrawing(() => {
      if (isFocusLost() && focused instanceof HTMLElement) focused.focus();
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'F2') rename();
    else if (event.key === 'Delete') remove();
    else if (event.altKey && event.key === 'ArrowUp') void move(-1);
    else if (event.altKey && event.key === 'ArrowDown') void move(1);
    else return;
    event.preventDefault();
  };
  const tool = (label: string, full: string, icon: IconName, onClick: () => void, disabled = false) => (
    <button type="button" class="tool" aria-label={full} title={label} disabled={disabled} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
  return (
    <div class="keep-entry" ref={row} role="group" aria-label={name} onKeyDown={onKeyDown}>
      {onOpen ? (
        <button
          type="button"
          class="keep-row"
          title={t('Open as a draft (F2 renames, Delete deletes)')}
          onClick={onOpen}
        >
          {children}
        </button>
      ) : (
        <div class="keep-row">{children}</div>
      )}
      <span class="keep-tools">
        {onExport && tool(t('Export'), t('Export {name}', { name }), 'download', onExport)}
        {tool(t('Rename'), t('Rename {name}', { name }), 'edit', rename)}
        {tool(t('Move up'), t('Move up {name}', { name }), 'up', () => void move(-1), isFirst)}
        {tool(t('Move down'), t('Move down {name}', { name }), 'down', () => void move(1), isLast)}
        {tool(t('Delete'), t('Delete {name}', { name }), 'trash', remove)}
      </span>
    </div>
  );
}
