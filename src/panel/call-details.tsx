import type { Call } from '../model/call.ts';
import { describeFailure } from '../model/compose/describe-failure.ts';
import { noFlowReasons } from '../model/flows/describe-flow.ts';
import { visible } from '../model/printable.ts';
import { t } from '../model/words/words.ts';
import { CallPanes } from './call-panes.tsx';
import { VerdictChip } from './chips.tsx';
import type { ComposerDoor } from './composer-door.ts';
import { copyRequests } from './copy-requests.ts';
import { DetailsFrame } from './details-frame.tsx';
import type { Host } from './host.ts';
import { Menu } from './menu.tsx';
import type { Store } from './store.ts';
import { describeNote, statusOf } from './words.ts';

interface Props {
  call: Call;
  store: Store;
  host: Host;
  composer: ComposerDoor;
}

/** One call: what was sent, what came back, and every problem at its place. */
export function CallDetails({ call, store, host, composer }: Props) {
  const { log } = store;
  const { exchange, operation } = call;
  const problems = log.problemsOf(call);
  const reason = log.flows.reasonOf(exchange.id);
  // What is shown while Mask is on is masked already, and knows no secret.
  const isMasked = store.mask.shown !== undefined;
  const copy = (as: 'curl' | 'fetch', secrets: boolean) =>
    copyRequests(host, [exchange], { as, secrets: secrets || isMasked }).catch((error: unknown) =>
      console.error(error),
    );
  return (
    <DetailsFrame
      store={store}
      head={
        <>
          <VerdictChip verdict={log.verdictOf(call)} />
          <strong>{operation.id}</strong>
          <span class={exchange.failure ? 'tone-error' : 'quiet'}>{statusOf(call)}</span>
        </>
      }
      tools={
        <>
          <button type="button" class="button" onClick={() => composer.edit(call)}>
            {t('Edit and resend')}
          </button>
          <button
            type="button"
            class="button"
            title={t('Tokens and personal data are masked')}
            onClick={() => copy('curl', false)}
          >
            {t('Copy as cURL')}
          </button>
          <button
            type="button"
            class="button"
            title={t('Tokens and personal data are masked')}
            onClick={() => copy('fetch', false)}
          >
            {t('Copy as fetch')}
          </button>
          {!isMasked && (
            <Menu
              label={t('With secrets')}
              items={[
                { label: t('Copy as cURL with secrets'), onChoose: () => copy('curl', true) },
                { label: t('Copy as fetch with secrets'), onChoose: () => copy('fetch', true) },
              ]}
            />
          )}
        </>
      }
    >
      <p class="details-url">
        <span class="quiet">{visible(exchange.request.method)}</span>{' '}
        <code>{visible(exchange.request.url)}</code>
      </p>
      {exchange.failure && (
        <p class="note note-error">
          {describeFailure(exchange.failure, exchange.origin === 'replay' ? 'page' : 'captured')}
        </p>
      )}
      {call.notes.map((note) => (
        <p class="note" key={note.code}>
          {describeNote(note)}
        </p>
      ))}
      {reason && reason !== 'no-flow-operation' && <p class="note">{noFlowReasons[reason]()}</p>}
      {operation.removed && (
        <p class="note">
          {t('{id} was replaced by {replacedBy} on {on}.', {
            id: operation.id,
            replacedBy: operation.removed.replacedBy,
            on: operation.removed.on,
          })}
        </p>
      )}
      <CallPanes store={store} exchange={exchange} problems={problems} operation={operation} />
    </DetailsFrame>
  );
}
