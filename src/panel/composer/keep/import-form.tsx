import { useComputed, useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { Collection } from '../../../model/compose/saved-draft.ts';
import { utf8Length } from '../../../model/exchange.ts';
import { formatBytes } from '../../../model/format.ts';
import { draftFromImport, type ImportedRequest } from '../../../model/import/imported-request.ts';
import { type Imported, readImport } from '../../../model/import/read-import.ts';
import { UnreadableText } from '../../../model/import/unreadable-text.ts';
import { visible } from '../../../model/printable.ts';
import { t, tn, tParts } from '../../../model/words/words.ts';
import { HiddenArea } from '../../mask/hidden-area.tsx';
import { useMask } from '../../mask/mask-context.ts';
import type { TextsMask } from '../../mask/texts-mask.ts';
import type { KeepProps } from './keep-props.ts';
import type { SavedStore } from './saved-store.ts';

type Reading = Imported | { kind: 'nothing' } | { kind: 'unreadable'; sentence: string; at: number };

/** Takes a cURL command, a Postman collection or a file of saved drafts: pasted, dropped or opened. */
export function ImportForm(props: KeepProps & { saved: SavedStore }) {
  const { keep } = props;
  const file = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const reading = useComputed(() => read(keep.given.value));
  const wrong = reading.value.kind === 'unreadable';
  return (
    <>
      <div class="keep-form">
        <HiddenArea
          label={t('A cURL command, a Postman collection (v2.1) or saved drafts')}
          areaRef={box}
          class="composer-field"
          data-first
          rows={6}
          placeholder={t('Paste here, or drop a file on the composer')}
          aria-invalid={wrong}
          aria-describedby="keep-import-result"
          value={keep.given.value}
          onType={(given) => {
            keep.given.value = given;
          }}
        />
        <p class="keep-actions">
          <button type="button" class="button" onClick={() => file.current?.click()}>
            {t('Open a file…')}
          </button>
          <input
            ref={file}
            class="hidden"
            type="file"
            tabIndex={-1}
            aria-label={t('File to import')}
            accept=".json,.txt,.sh,.bat,.cmd,application/json,text/plain"
            onChange={({ currentTarget }) => {
              const [chosen] = currentTarget.files ?? [];
              if (chosen) void chosen.text().then((text) => keep.take(text));
              currentTarget.value = '';
            }}
          />
        </p>
      </div>
      <div id="keep-import-result" role="status">
        <Result
          {...props}
          reading={reading.value}
          onShow={(at) => {
            box.current?.focus();
            box.current?.setSelectionRange(at, at + 1);
          }}
        />
      </div>
    </>
  );
}

function read(text: string): Reading {
  if (text.trim() === '') return { kind: 'nothing' };
  try {
    return readImport(text);
  } catch (error) {
    if (error instanceof UnreadableText) return { kind: 'unreadable', sentence: error.message, at: error.at };
    throw error;
  }
}

interface ResultProps extends KeepProps {
  saved: SavedStore;
  reading: Reading;
  onShow: (at: number) => void;
}

function Result(props: ResultProps) {
  const { reading, keep, composer, onShow } = props;
  const mask = useMask();
  const shown = useMemo(() => shownAs(mask), [mask, reading]);
  const open = (request: ImportedRequest) => composer.open(draftFromImport(request));
  switch (reading.kind) {
    case 'nothing':
      return null;
    case 'unreadable':
      return (
        <div class="keep-note">
          <p class="tone-error">{shown.text(reading.sentence)}.</p>
          <p class="keep-actions">
            {t('The draft is as it was.')}
            <button type="button" class="button" onClick={() => onShow(reading.at)}>
              {t('Show the place')}
            </button>
          </p>
        </div>
      );
    case 'curl':
      return (
        <div class="keep-result">
          <RequestLines request={shown.request(reading.request)} />
          <p class="keep-actions">
            <button
              type="button"
              class="button composer-send"
              onClick={() => {
                open(reading.request);
                keep.given.value = '';
                keep.close();
              }}
            >
              {t('Open as a draft')}
            </button>
          </p>
        </div>
      );
    case 'postman': {
      const { requests } = reading.collection;
      const shownRequests = requests.map((request) => shown.request(request));
      const name = shown.text(reading.collection.name);
      return (
        <div class="keep-result">
          <p>
            {tParts('Postman collection {name}: {requests}. Choose one to open it.', {
              name: <b>{visible(name)}</b>,
              requests: tn(requests.length, { one: '{count} request', other: '{count} requests' }),
            })}
          </p>
          <ul class="keep-list" aria-label={t('Requests in {name}', { name })}>
            {shownRequests.map((request, index) => (
              <li key={index}>
                <button
                  type="button"
                  class="keep-row"
                  title={request.notes.join('\n') || t('Open as a draft')}
                  onClick={() => {
                    const chosen = requests[index];
                    if (chosen) open(chosen);
                  }}
                >
                  <span class="keep-name">
                    {request.folder.length > 0 && <span class="quiet">{request.folder.join(' / ')} / </span>}
                    <b>{visible(request.name)}</b>
                  </span>
                  <span class="quiet keep-detail">
                    {request.method} {request.url}
                  </span>
                  {request.notes.length > 0 && (
                    <span class="quiet keep-detail">
                      {tn(
                        request.notes.length,
                        { one: '{count} note: {first}', other: '{count} notes: {first}' },
                        { first: request.notes[0] ?? '' },
                      )}
                    </span>
                  )}
                </button>
              </li>
            ))}
          </ul>
          <Add {...props} collections={[toCollection(reading.collection.name, requests)]} />
        </div>
      );
    }
    case 'drafts':
      return (
        <div class="keep-result">
          <p>
            {reading.collections.length === 0
              ? t('Saved drafts: none.')
              : t('Saved drafts: {names}.', {
                  names: reading.collections
                    .map(({ name }) => t('“{name}”', { name: shown.text(name) }))
                    .join(', '),
                })}
          </p>
          <Add {...props} collections={reading.collections} />
        </div>
      );
  }
}

/** How a request is shown that may not be seen as it is. What it holds is learned before its name is shown. */
function shownAs(mask: TextsMask | undefined) {
  const text = (given: string) => mask?.text(given) ?? given;
  return {
    text,
    request: (request: ImportedRequest): ImportedRequest => {
      if (!mask) return request;
      const headers = request.headers.map((header) => ({ ...header, value: mask.header(header) }));
      mask.body(request.body);
      return {
        ...request,
        headers,
        url: mask.url(request.url),
        name: text(request.name),
        folder: request.folder.map(text),
        notes: request.notes.map(text),
      };
    },
  };
}

const RequestLines = ({ request }: { request: ImportedRequest }) => (
  <>
    <p>
      <b>{request.method}</b> <code>{request.url}</code>
    </p>
    <p class="quiet">
      {tn(request.headers.length, { one: '{count} header', other: '{count} headers' })}
      {request.body !== '' && `, ${t('a body of {bytes}', { bytes: formatBytes(utf8Length(request.body)) })}`}
    </p>
    <ul class="keep-notes">
      {request.notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  </>
);

/** Saves what a file held. */
function Add({
  keep,
  saved,
  collections,
}: KeepProps & { saved: SavedStore; collections: readonly Collection[] }) {
  const keepPersonal = useSignal(false);
  const count = collections.reduce((sum, { drafts }) => sum + drafts.length, 0);
  return (
    <p class="keep-actions">
      <button
        type="button"
        class="button"
        disabled={collections.length === 0}
        onClick={() => {
          void saved.add(collections, keepPersonal.value);
          keep.given.value = '';
          keep.toggle('saved');
        }}
      >
        {tn(count, { one: 'Save {count} draft', other: 'Save {count} drafts' })}
      </button>
      <label class="check" title={t('Phone numbers, names, addresses and the like; secrets are never kept')}>
        <input
          type="checkbox"
          checked={keepPersonal.value}
          onChange={({ currentTarget }) => (keepPersonal.value = currentTarget.checked)}
        />
        {t('with personal data')}
      </label>
    </p>
  );
}

function toCollection(name: string, requests: readonly ImportedRequest[]): Collection {
  return {
    id: '',
    name,
    drafts: requests.map((request) => {
      const { operationId, headers, ...draft } = draftFromImport(request);
      return {
        id: '',
        name: [...request.folder, request.name].join(' / '),
        savedAt: Date.now(),
        ...(operationId !== undefined && { operationId }),
        headers: [...headers],
        method: draft.method,
        url: draft.url,
        body: draft.body,
        way: draft.way,
      };
    }),
  };
}
