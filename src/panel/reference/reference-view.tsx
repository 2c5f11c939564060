import { useSignal, useSignalEffect } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { t } from '../../model/words/words.ts';
import type { CallsStore } from '../calls/calls-store.ts';
import type { ComposerDoor } from '../composer-door.ts';
import type { ReferenceDoor } from '../reference-door.ts';
import type { Store } from '../store.ts';
import { ApiErrors, ProblemCodes } from './code-tables.tsx';
import { OperationEntry } from './operation-entry.tsx';
import { rowOfPlace } from './place-in-reference.ts';
import './reference.css';
import { useSearchKey } from '../use-search-key.ts';
import { searchReference } from './search-reference.ts';
import { useWayBack } from './use-way-back.ts';

interface Props {
  composer: ComposerDoor;
  door: ReferenceDoor;
  store: Store;
  calls: CallsStore;
}

/** What stays at the top of the view, in CSS pixels. */
const BAR = 64;

/** The catalogue: each operation with its fields, rules, examples and refusals, and all codes; searchable. */
export function ReferenceView({ composer, door, store, calls }: Props) {
  const search = useSignal('');
  const input = useRef<HTMLInputElement>(null);
  useSearchKey(input);
  const opened = useSignal<string | undefined>(undefined);
  /** Id of the row that somebody has asked for. */
  const here = useSignal<string | undefined>(undefined);
  const found = useMemo(() => searchReference(search.value), [search.value]);
  useSignalEffect(() => {
    const place = door.wanted.value;
    if (!place) return;
    search.value = '';
    opened.value = place.operationId;
    here.value = rowOfPlace(place);
    door.wanted.value = undefined;
  });
  useLayoutEffect(() => {
    const row = here.value === undefined ? null : document.getElementById(here.value);
    const scroller = row?.closest('.reference');
    if (!row || !scroller) return;
    // Not by `scrollIntoView`, which moves the page of DevTools around the panel, too.
    const { top, height } = row.getBoundingClientRect();
    scroller.scrollTop +=
      top - scroller.getBoundingClientRect().top - Math.max(BAR, (scroller.clientHeight - height) / 2);
    row.focus({ preventScroll: true });
  }, [here.value, opened.value]);
  const showCalls = (filter: string) => {
    calls.filterText.value = filter;
    store.openView('calls');
  };
  const leave = useWayBack(door);
  const { operations, errors, problems } = found;
  const nothing = operations.length + errors.length + problems.length === 0;
  return (
    <div class="reference">
      <div class="reference-bar">
        {leave && (
          <button type="button" class="button" title={t('Escape does the same')} onClick={leave}>
            {t('Back to the problem')}
          </button>
        )}
        <label class="reference-search">
          <span class="hidden">{t('Search the reference')}</span>
          <input
            type="search"
            ref={input}
            placeholder={t('Search operations, fields, rules, codes')}
            value={search.value}
            onInput={(event) => {
              search.value = event.currentTarget.value;
              here.value = undefined;
            }}
          />
        </label>
      </div>
      <p class="hidden" role="status">
        {search.value.trim() !== '' &&
          t('{operations} operations, {codes} codes found', {
            operations: operations.length,
            codes: errors.length + problems.length,
          })}
      </p>
      {nothing && (
        <p class="empty">
          {t(
            'Nothing in the reference holds “{search}”. Try the name of a field, a code such as 8008, or a path.',
            {
              search: search.value,
            },
          )}
        </p>
      )}
      {operations.map(({ operation, fields }) => (
        <OperationEntry
          key={operation.id}
          operation={operation}
          fields={fields}
          open={opened.value === operation.id || operations.length === 1}
          here={here.value}
          onToggle={() => {
            opened.value = opened.value === operation.id ? undefined : operation.id;
            here.value = undefined;
          }}
          onField={(row) => {
            opened.value = operation.id;
            here.value = row;
          }}
          composer={composer}
          onShowCalls={showCalls}
        />
      ))}
      {errors.length > 0 && <ApiErrors codes={errors} />}
      {problems.length > 0 && <ProblemCodes codes={problems} here={here.value} onShowCalls={showCalls} />}
    </div>
  );
}
