import { describeFailure } from '../../model/compose/describe-failure.ts';
import { sdkOutcomeOf } from '../../model/flows/call-outcome.ts';
import type { SdkCall } from '../../model/flows/sdk-call.ts';
import { visible } from '../../model/printable.ts';
import { t } from '../../model/words/words.ts';
import { CallPanes } from '../call-panes.tsx';
import { DetailsFrame } from '../details-frame.tsx';
import type { Store } from '../store.ts';

/** One call of the client SDK: what it sent to the device API, and what came back. */
export function SdkCallDetails({ sdkCall, store }: { sdkCall: SdkCall; store: Store }) {
  const { exchange, name } = sdkCall;
  return (
    <DetailsFrame
      store={store}
      head={
        <>
          <span class="chip chip-quiet">{t('SDK')}</span>
          <strong>{visible(name)}</strong>
          <span class={exchange.failure ? 'tone-error' : 'quiet'}>{sdkOutcomeOf(sdkCall).join(' · ')}</span>
        </>
      }
    >
      <p class="details-url">
        <span class="quiet">{visible(exchange.request.method)}</span>{' '}
        <code>{visible(exchange.request.url)}</code>
      </p>
      {exchange.failure && <p class="note note-error">{describeFailure(exchange.failure, 'captured')}</p>}
      <p class="note">
        {t('The client SDK called the device API, which is not V3: nothing is checked here.')}
      </p>
      <CallPanes store={store} exchange={exchange} problems={[]} />
    </DetailsFrame>
  );
}
