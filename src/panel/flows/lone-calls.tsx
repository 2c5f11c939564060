import type { Call } from '../../model/call.ts';
import { outcomeOf } from '../../model/flows/call-outcome.ts';
import { noFlowReasons } from '../../model/flows/describe-flow.ts';
import type { NoFlowReason } from '../../model/flows/flow-index.ts';
import { formatDuration } from '../../model/format.ts';
import { t } from '../../model/words/words.ts';
import { VerdictChip } from '../chips.tsx';
import { closeDetailsByEscape } from '../close-details.ts';
import { OriginTag } from '../origin-tag.tsx';
import type { Store } from '../store.ts';
import { formatClock } from '../words.ts';
import { BackButton } from './back-button.tsx';
import './lone-calls.css';

/** More calls than these are found in the Calls view. */
const SHOWN = 500;

/** The calls that stand in no flow, each with its reason. */
export function LoneCalls({ store }: { store: Store }) {
  const calls = store.withoutFlow.value;
  return (
    <section
      class="story"
      aria-label={t('Calls without a flow')}
      onKeyDown={(event) => closeDetailsByEscape(store, event)}
    >
      <header class="flow-head">
        <BackButton store={store} />
        <span class="chip chip-quiet">{t('no flow')}</span>
        <span class="quiet">{t('Calls that could not be tied to a flow, with the reason')}</span>
      </header>
      <ol class="story-calls">
        {calls.slice(-SHOWN).map(({ call, reason }) => (
          <LoneCall key={call.exchange.id} call={call} reason={reason} store={store} />
        ))}
      </ol>
    </section>
  );
}

function LoneCall({ call, reason, store }: { call: Call; reason: NoFlowReason; store: Store }) {
  const { exchange } = call;
  const chosen = store.selectedCallId.value === exchange.id;
  const bad = !exchange.response || exchange.response.status >= 400;
  return (
    <li>
      <button
        type="button"
        class={chosen ? 'story-call selected' : 'story-call'}
        aria-pressed={chosen}
        onClick={() => store.selectCall(exchange.id)}
      >
        <span class="story-when">{formatClock(exchange.startedAt)}</span>
        <span class="story-what">
          <span>
            {call.operation.id}
            <OriginTag exchange={exchange} />
          </span>
          <span class={bad ? 'story-answer tone-error' : 'story-answer'}>
            ← {outcomeOf(call).join(' · ')} · {formatDuration(exchange.duration)}
          </span>
          <span class="quiet">{noFlowReasons[reason]()}</span>
        </span>
        <VerdictChip verdict={store.log.verdictOf(call)} />
      </button>
    </li>
  );
}
