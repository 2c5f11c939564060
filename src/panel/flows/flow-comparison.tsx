import { useSignal } from '@preact/signals';
import { fromPointer } from '../../model/body/json-pointer.ts';
import {
  type CallDifference,
  compareFlows,
  firstDifference,
  firstProblem,
  type Pair,
} from '../../model/flows/compare-flows.ts';
import { stateNames } from '../../model/flows/describe-flow.ts';
import { subjectOf, titleOf } from '../../model/flows/describe-step.ts';
import type { Flow } from '../../model/flows/flow.ts';
import { exchangesOf, type Step } from '../../model/flows/flow-steps.ts';
import { visible } from '../../model/printable.ts';
import { describeProblem } from '../../model/problems/describe-problem.ts';
import { t, tn } from '../../model/words/words.ts';
import { StateChip } from '../chips.tsx';
import { Icon } from '../icons.tsx';
import type { Store } from '../store.ts';
import { useNow } from '../use-now.ts';
import { formatTime } from '../words.ts';
import { ComparedStep } from './compared-step.tsx';
import './comparison.css';
import { counterpartOf } from './counterpart.ts';

/** So many flows are offered to compare with: the nearest in time. */
const OFFERED = 100;

interface Props {
  flow: Flow;
  store: Store;
  /** The flow to compare with at first; else the one that tells most. */
  otherId?: string;
  onClose: () => void;
}

/** Two flows side by side; what differs between their calls is marked, and the first of it stands on top. */
export function FlowComparison({ flow, store, otherId, onClose }: Props) {
  const now = useNow();
  const chosen = useSignal(otherId);
  const flows = store.flows.value;
  const { sdkCalls } = store.settings.value;
  const other = flows.find(({ id }) => id === chosen.value) ?? counterpartOf(flow, flows, now);
  if (!other) return <p class="empty">{t('There is no other flow to compare with.')}</p>;
  const pairs = compareFlows(flow, other, store.log, (one) => (sdkCalls ? store.log.sdkCallsOf(one) : []));
  const offered = flows
    .filter((one) => one !== flow)
    .sort((a, b) => Math.abs(a.startedAt - flow.startedAt) - Math.abs(b.startedAt - flow.startedAt))
    .slice(0, OFFERED);
  return (
    <section class="comparison" aria-label={t('Comparison of two flows')}>
      <div class="compared-heads">
        <div>
          <StateChip state={flow.stateAt(now)} />{' '}
          <code>{visible(flow.correlationId?.slice(0, 8) ?? t('refused'))}</code>{' '}
          <span class="quiet">{t('this flow')}</span>
        </div>
        <div>
          <StateChip state={other.stateAt(now)} />{' '}
          <select
            aria-label={t('Compare with')}
            value={other.id}
            onChange={({ currentTarget }) => {
              chosen.value = currentTarget.value;
            }}
          >
            {offered.map((one) => (
              <option key={one.id} value={one.id}>
                {one.kind?.id} {visible(one.correlationId?.slice(0, 8) ?? t('without id'))} ·{' '}
                {stateNames[one.stateAt(now)]()} · {formatTime(one.startedAt).slice(0, 8)}
              </option>
            ))}
          </select>
          <span class="spring" />
          <button type="button" class="tool" aria-label={t('Close the comparison')} onClick={onClose}>
            <Icon name="close" />
          </button>
        </div>
      </div>
      <p class="first-difference">{describeFirst(pairs)}</p>
      <ol class="pairs">
        {pairs.map((pair) => (
          <PairRow key={`${pair.left?.id} ${pair.right?.id}`} pair={pair} store={store} />
        ))}
      </ol>
    </section>
  );
}

function PairRow({ pair, store }: { pair: Pair; store: Store }) {
  const { left, right, differences } = pair;
  const telling = differences.filter(({ expected, in: side }) => !expected && side !== 'outcome');
  const expected = differences.filter((difference) => difference.expected).length;
  const select = (step: Step) => store.selectCall(exchangesOf(step)[0].id);
  const differs = differences.some((difference) => !difference.expected) || !left || !right;
  return (
    <li class={differs ? 'pair differs' : 'pair'}>
      <ComparedStep step={left} differs={differs} onOpen={select} />
      <ComparedStep step={right} differs={differs} onOpen={select} />
      {telling.map((difference) => (
        <DifferenceRow key={difference.in + difference.path} difference={difference} />
      ))}
      {expected > 0 && !differs && (
        <small class="quiet same">
          {tn(expected, {
            one: 'the same but for {count} value that every flow has anew',
            other: 'the same but for {count} values that every flow has anew',
          })}
        </small>
      )}
      {differences.length === 0 && left && right && <small class="quiet same">{t('the same')}</small>}
    </li>
  );
}

/** What each side has at one place of a body. */
const DifferenceRow = ({ difference: { in: side, path, left, right } }: { difference: CallDifference }) => (
  <>
    {[left, right].map((value, index) => (
      <div key={index === 0 ? 'left' : 'right'} class="difference">
        <span class="quiet">{side === 'request' ? t('request') : t('response')} </span>
        <code>
          {path === '' ? t('body') : fromPointer(path).join('.')}:{' '}
          {value === undefined ? (
            <span class="quiet">{t('not there')}</span>
          ) : (
            <mark>{shownValue(value)}</mark>
          )}
        </code>
      </div>
    ))}
  </>
);

/** Where the two went different ways, as a sentence. */
function describeFirst(pairs: readonly Pair[]): string {
  const found = firstProblem(pairs);
  if (found) {
    const problem = describeProblem(found.problem);
    return found.side === 'left'
      ? t('Only this flow: {problem}', { problem })
      : t('Only the other flow: {problem}', { problem });
  }
  const first = firstDifference(pairs);
  if (!first) return t('No difference but ids, tokens and times.');
  const { pair, difference } = first;
  const step = pair.left ?? pair.right;
  const title = step ? titleOf(step) : '';
  if (!difference)
    return pair.left
      ? t('First difference: only this flow has {title} here.', { title })
      : t('First difference: only the other flow has {title} here.', { title });
  if (difference.in === 'outcome') return t('First difference: the answer to {title}.', { title });
  const field = fromPointer(difference.path).join('.') || t('the body');
  const call = step ? subjectOf(step) : '';
  return difference.in === 'request'
    ? t('First difference: {field} in the request of {call}.', { field, call })
    : t('First difference: {field} in the response of {call}.', { field, call });
}

/** So much of a value is enough to see that it differs. */
const LONGEST = 500;

const shownValue = (value: string): string =>
  visible(value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value);
