import type { Exchange } from '../model/exchange.ts';
import type { Problem } from '../model/problems/problem.ts';
import { t } from '../model/words/words.ts';
import type { Operation } from '../schemas/operation.ts';
import { BodyPane } from './body-pane.tsx';
import { HeadersPane } from './headers-pane.tsx';
import type { CallPart, Store } from './store.ts';
import { TabList } from './tab-list.tsx';
import { TimingPane } from './timing-pane.tsx';

const panes: readonly { id: CallPart; label: () => string }[] = [
  { id: 'request', label: () => t('Request') },
  { id: 'response', label: () => t('Response') },
  { id: 'headers', label: () => t('Headers') },
  { id: 'timing', label: () => t('Timing') },
];

interface Props {
  store: Store;
  exchange: Exchange;
  problems: readonly Problem[];
  /** Tells of the fields; undefined for what is no V3 call. */
  operation?: Operation;
}

/** What was sent and what came back, part by part. */
export function CallPanes({ store, exchange, problems, operation }: Props) {
  const pane = store.callPart;
  const absentRequest = operation?.bodyRequired
    ? t('There is no body.')
    : t('There is no body, and this operation needs none.');
  return (
    <>
      <TabList
        label={t('Parts of the call')}
        class="tabs small"
        tabs={panes.map(({ id, label }) => ({ id, label: label() }))}
        selected={pane.value}
        panelId="pane"
        onSelect={(id) => (pane.value = id)}
      />
      <div role="tabpanel" id="pane" aria-labelledby={`pane-tab-${pane.value}`} class="pane" tabIndex={0}>
        {pane.value === 'request' && (
          <BodyPane
            key="request"
            label={t('Request body')}
            body={exchange.request.body}
            absent={operation ? absentRequest : t('There is no body.')}
            problems={problems.filter((problem) => problem.in === 'request')}
            operation={operation}
            side="request"
          />
        )}
        {pane.value === 'response' && (
          <BodyPane
            key="response"
            label={t('Response body')}
            body={exchange.response?.body}
            absent={
              exchange.response
                ? t('The answer has no body that the browser handed over.')
                : t('No answer came.')
            }
            problems={problems.filter((problem) => problem.in === 'response')}
            operation={operation}
            side="response"
          />
        )}
        {pane.value === 'headers' && <HeadersPane exchange={exchange} />}
        {pane.value === 'timing' && <TimingPane exchange={exchange} />}
      </div>
    </>
  );
}
