import { useSignal } from '@preact/signals';
import type { Call } from '../model/call.ts';
import { copyAsCurl } from '../model/copy-as-curl.ts';
import { copyAsFetch } from '../model/copy-as-fetch.ts';
import { describeFailure } from '../model/describe-failure.ts';
import { noFlowReasons } from '../model/describe-flow.ts';
import { BodyPane } from './body-pane.tsx';
import { VerdictChip } from './chips.tsx';
import type { ComposerDoor } from './composer-door.ts';
import { HeadersPane } from './headers-pane.tsx';
import type { Host } from './host.ts';
import { Icon } from './icons.tsx';
import type { Store } from './store.ts';
import { TabList } from './tab-list.tsx';
import { TimingPane } from './timing-pane.tsx';
import { describeNote, statusOf } from './words.ts';

const panes = [
  { id: 'request', label: 'Request' },
  { id: 'response', label: 'Response' },
  { id: 'headers', label: 'Headers' },
  { id: 'timing', label: 'Timing' },
] as const;

interface Props {
  call: Call;
  store: Store;
  host: Host;
  composer: ComposerDoor;
}

/** One call: what was sent, what came back, and every problem at its place. */
export function CallDetails({ call, store, host, composer }: Props) {
  const pane = useSignal<(typeof panes)[number]['id']>('request');
  const { log } = store;
  const { exchange, operation } = call;
  const problems = log.problemsOf(call);
  const reason = log.flows.reasonOf(exchange.id);
  const copy = (text: string) => host.copy(text).catch((error: unknown) => console.error(error));
  return (
    <section class="details" aria-label="Call details">
      <header class="details-head">
        <VerdictChip verdict={log.verdictOf(call)} />
        <strong>{operation.id}</strong>
        <span class={exchange.failure ? 'tone-error' : 'quiet'}>{statusOf(call)}</span>
        <span class="spring" />
        <button type="button" class="button" onClick={() => composer.edit(call)}>
          Edit and resend
        </button>
        <button type="button" class="button" onClick={() => copy(copyAsCurl(exchange.request))}>
          Copy as cURL
        </button>
        <button type="button" class="button" onClick={() => copy(copyAsFetch(exchange.request))}>
          Copy as fetch
        </button>
        <button
          type="button"
          class="tool"
          aria-label="Close details"
          title="Close (Esc)"
          onClick={() => store.selectCall(undefined)}
        >
          <Icon name="close" />
        </button>
      </header>
      <p class="details-url">
        <span class="quiet">{exchange.request.method}</span> <code>{exchange.request.url}</code>
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
      {reason && reason !== 'no-flow-operation' && <p class="note">{noFlowReasons[reason]}</p>}
      {operation.removed && (
        <p class="note">
          {operation.id} was replaced by {operation.removed.replacedBy} on {operation.removed.on}.
        </p>
      )}
      <TabList
        label="Parts of the call"
        class="tabs small"
        tabs={panes}
        selected={pane.value}
        panelId="pane"
        onSelect={(id) => (pane.value = id)}
      />
      <div role="tabpanel" id="pane" aria-labelledby={`pane-tab-${pane.value}`} class="pane" tabIndex={0}>
        {pane.value === 'request' && (
          <BodyPane
            key="request"
            label="Request body"
            body={exchange.request.body}
            absent={
              operation.bodyRequired
                ? 'There is no body.'
                : 'There is no body, and this operation needs none.'
            }
            problems={problems.filter((problem) => problem.in === 'request')}
            operation={operation}
            side="request"
          />
        )}
        {pane.value === 'response' && (
          <BodyPane
            key="response"
            label="Response body"
            body={exchange.response?.body}
            absent={
              exchange.response ? 'The answer has no body that the browser handed over.' : 'No answer came.'
            }
            problems={problems.filter((problem) => problem.in === 'response')}
            operation={operation}
            side="response"
          />
        )}
        {pane.value === 'headers' && <HeadersPane exchange={exchange} />}
        {pane.value === 'timing' && <TimingPane exchange={exchange} />}
      </div>
    </section>
  );
}
