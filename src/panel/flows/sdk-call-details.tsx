import { describeFailure } from '../../model/compose/describe-failure.ts';
import { sdkOutcomeOf } from '../../model/flows/call-outcome.ts';
import type { SdkCall } from '../../model/flows/sdk-call.ts';
import { visible } from '../../model/printable.ts';
import { t } from '../../model/words/words.ts';
import { CallPanes } from '../call-panes.tsx';
import { Icon } from '../icons.tsx';
import type { Store } from '../store.ts';

/** One call of the client SDK: what it sent to the device API, and what came back. */
export function SdkCallDetails({ sdkCall, store }: { sdkCall: SdkCall; store: Store }) {
  const { exchange, name } = sdkCall;
  return (
    <section class="details" aria-label={t('Call details')}>
      <header class="details-head">
        <span class="chip chip-quiet">{t('SDK')}</span>
        <strong>{visible(name)}</strong>
        <span class={exchange.failure ? 'tone-error' : 'quiet'}>{sdkOutcomeOf(sdkCall).join(' · ')}</span>
        <span class="spring" />
        <button
          type="button"
          class="tool"
          aria-label={t('Close details')}
          title={t('Close (Esc)')}
          onClick={() => store.selectCall(undefined)}
        >
          <Icon name="close" />
        </button>
      </header>
      <p class="details-url">
        <span class="quiet">{visible(exchange.request.method)}</span>{' '}
        <code>{visible(exchange.request.url)}</code>
      </p>
      {exchange.failure && <p class="note note-error">{describeFailure(exchange.failure, 'captured')}</p>}
      <p class="note">
        {t('The client SDK called the device API, which is not V3: nothing is checked here.')}
      </p>
      <CallPanes exchange={exchange} problems={[]} />
    </section>
  );
}
