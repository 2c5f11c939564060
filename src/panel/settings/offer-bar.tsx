import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { formatRoute } from '../../model/routes/parse-route.ts';
import { joinRoutes } from '../../model/settings-file.ts';
import { t, tn } from '../../model/words/words.ts';
import { Icon } from '../icons.tsx';
import { useShown } from '../mask/mask-context.ts';
import type { TextsMask } from '../mask/texts-mask.ts';
import type { Store } from '../store.ts';
import './offer-bar.css';
import { type Offer, offersFor } from './offers.ts';
import type { SettingsDoor } from './settings-door.ts';
import { SettingsStore } from './settings-store.ts';

interface Props {
  store: Store;
  door: SettingsDoor;
}

/** A quiet line that offers a route for traffic that looks like V3 and matches nothing; what it says is announced. */
export function OfferBar({ store, door }: Props) {
  const shown = useShown();
  const settings = useMemo(() => new SettingsStore(door), [door]);
  const declined = useSignal<readonly string[]>([]);
  /** The rule that was added last, to be undone. */
  const added = useSignal<string | undefined>(undefined);
  const announced = useSignal('');
  const offers = useComputed(() =>
    offersFor(store.unmatched.exchanges).filter(({ rule }) => !declined.value.includes(rule)),
  );
  const [offer, ...more] = offers.value;
  const sentence =
    added.value !== undefined
      ? t('Route added: {rule}', { rule: shown.text(added.value) })
      : offer && offerSentence(offer, shown);
  // A screen reader speaks of what comes into a region that it knows: the text comes after the region.
  useEffect(() => {
    announced.value = sentence ?? '';
  }, [sentence]);
  const accept = ({ rule, route }: Offer) => {
    settings.changeRoutes(joinRoutes(door.settings.peek().routes, [route]), t('Added: {rule}', { rule }));
    added.value = rule;
  };
  const undo = () => {
    const { routes } = door.settings.peek();
    settings.change({ routes: routes.filter((route) => formatRoute(route) !== added.peek()) });
    added.value = undefined;
  };
  return (
    <>
      <span class="hidden" role="status">
        {announced.value}
      </span>
      {added.value !== undefined ? (
        <Bar onClose={() => (added.value = undefined)}>
          <span class="offer-text">{sentence}</span>
          <button type="button" class="button" onClick={undo}>
            {t('Undo')}
          </button>
          <button type="button" class="button" onClick={() => door.open('routes')}>
            {t('Routes')}
          </button>
        </Bar>
      ) : (
        offer && (
          <Bar onClose={() => (declined.value = [...declined.value, offer.rule])}>
            <span class="offer-text">
              {sentence}{' '}
              <span class="quiet">
                ({tn(offer.count, { one: '{count} request', other: '{count} requests' })}
                {more.length > 0 &&
                  `, ${tn(more.length, { one: '{count} more path', other: '{count} more paths' })}`}
                )
              </span>
            </span>
            <button type="button" class="button" onClick={() => accept(offer)}>
              {t('Add route')}
            </button>
          </Bar>
        )
      )}
    </>
  );
}

const offerSentence = ({ route }: Offer, shown: Pick<TextsMask, 'text'>): string =>
  t('{request} looks like {operation}', {
    request: shown.text(`${route.method ?? ''} ${route.host ?? ''}${route.path}`),
    operation: route.operationId,
  });

function Bar({ children, onClose }: { children: preact.ComponentChildren; onClose: () => void }) {
  return (
    <div class="offer" role="region" aria-label={t('Route to add')}>
      {children}
      <button type="button" class="tool" aria-label={t('Dismiss')} title={t('Dismiss')} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}
