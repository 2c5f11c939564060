import type { Call } from '../model/call.ts';
import { endOf } from '../model/exchange.ts';
import type { Flow } from '../model/flow.ts';
import type { NoFlowReason } from '../model/flow-index.ts';
import { worstSeverity } from '../model/problem.ts';
import { StateChip, VerdictChip } from './chips.tsx';
import { NO_FLOW } from './flow-list.tsx';
import type { Store } from './store.ts';
import { useNow } from './use-now.ts';
import { countOf, formatDuration, formatTime, noFlowReasons, severityNouns, statusOf } from './words.ts';

/** The calls of the chosen flow in their order, and how it stands. */
export function FlowStory({ store }: { store: Store }) {
  const flow = store.selectedFlow.value;
  if (store.selectedFlowId.value === NO_FLOW) return <LoneCalls store={store} />;
  if (!flow) return <p class="empty">Choose a flow to see its calls.</p>;
  return <Story flow={flow} store={store} />;
}

function Story({ flow, store }: { flow: Flow; store: Store }) {
  const now = useNow();
  return (
    <section class="story" aria-label="Calls of the flow">
      <header class="story-head">
        <StateChip state={flow.stateAt(now)} />
        <strong>{flow.kind?.id}</strong>
        <code>{flow.correlationId ?? 'no correlationId: the API refused the first call'}</code>
      </header>
      <ol class="story-calls">
        {flow.calls.map((call) => (
          <StoryCall
            key={call.exchange.id}
            call={call}
            store={store}
            when={`+${formatDuration(call.exchange.startedAt - flow.startedAt)}`}
          />
        ))}
      </ol>
      <p class="story-foot">{describeState(flow, now)}</p>
    </section>
  );
}

const LoneCalls = ({ store }: { store: Store }) => (
  <section class="story" aria-label="Calls without a flow">
    <ol class="story-calls">
      {store.withoutFlow.value.map(({ call, reason }) => (
        <StoryCall
          key={call.exchange.id}
          call={call}
          store={store}
          when={formatTime(call.exchange.startedAt)}
          reason={reason}
        />
      ))}
    </ol>
  </section>
);

interface StoryCallProps {
  call: Call;
  store: Store;
  when: string;
  reason?: NoFlowReason;
}

function StoryCall({ call, store, when, reason }: StoryCallProps) {
  const { exchange, facts } = call;
  const problems = store.log.problemsOf(call);
  const worst = worstSeverity(problems);
  const chosen = store.selectedCallId.value === exchange.id;
  return (
    <li>
      <button
        type="button"
        class={chosen ? 'story-call selected' : 'story-call'}
        aria-pressed={chosen}
        onClick={() => store.selectCall(exchange.id)}
      >
        <span class="story-when">{when}</span>
        <span class="story-what">
          <span>
            {call.operation.id}
            {facts.possessionType && <span class="quiet"> · {facts.possessionType}</span>}
            {exchange.origin === 'replay' && <span class="tag">replay</span>}
          </span>
          <span
            class={
              exchange.failure || (exchange.response?.status ?? 0) >= 400
                ? 'story-answer tone-error'
                : 'story-answer'
            }
          >
            ← {statusOf(call)}
            {facts.success !== undefined && ` · ${facts.success}`}
            {facts.errorCode !== undefined && ` · ${facts.errorCode}`} · {formatDuration(exchange.duration)}
          </span>
          {reason && <span class="quiet">{noFlowReasons[reason]}</span>}
        </span>
        <span class="story-problems">
          <VerdictChip verdict={store.log.verdictOf(call)} />
          {worst && (
            <span class={`tone-${worst}`}>
              {countOf(problems.filter(({ severity }) => severity === worst).length, severityNouns[worst])}
            </span>
          )}
        </span>
      </button>
    </li>
  );
}

/** The state of a flow with its reason, as a sentence. */
function describeState(flow: Flow, now: number): string {
  const last = flow.calls.at(-1);
  const ago = last ? formatDuration(Math.max(0, now - endOf(last.exchange))) : '';
  const left = Math.max(0, flow.expiresAt - now);
  switch (flow.stateAt(now)) {
    case 'succeeded':
      return `succeeded: the flow answered “true” after ${formatDuration(flow.duration)}`;
    case 'failed':
      return `failed: the flow answered “false” after ${formatDuration(flow.duration)}`;
    case 'refused':
      return `refused: the API answered ${last?.exchange.response?.status ?? ''} to the first call`;
    case 'expired':
      return 'expired: no terminal answer within the 15 minutes that a correlationId lives';
    case 'possession-required':
      return `possession required: check the number yourself, then call mfa-bind with it; expires in ${formatDuration(left)}`;
    case 'waiting':
      return `waiting: last call ${ago} ago; expires in ${formatDuration(left)}`;
  }
}
