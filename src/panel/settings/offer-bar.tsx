import { useComputed, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { formatRoute } from '../../model/routes/parse-route.ts';
import { joinRoutes } from '../../model/settings-file.ts';
import { t, tn } from '../../model/words/words.ts';
import { Icon } from '../icons.tsx';
import type { Store } from '../store.ts';
import './offer-bar.css';
import { offersFor } from './offers.ts';
import type { SettingsDoor } from './settings-door.ts';
import { SettingsStore } from './settings-store.ts';

interface Props {
  store: Store;
  door: SettingsDoor;
}

/** A quiet line that offers a route for traffic that looks like V3 and matches nothing. */
export function OfferBar({ store, door }: Props) {
  const settings = useMemo(() => new SettingsStore(door), [door]);
  const declined = useSignal<readonly string[]>([]);
  /** The rule that was added last, to be undone. */
  const added = useSignal<string | undefined>(undefined);
  const offers = useComputed(() =>
    offersFor(store.unmatched.exchanges).filter(({ rule }) => !declined.value.includes(rule)),
  );
  const [offer, ...more] = offers.value;
  if (added.value !== undefined)
    return (
      <Bar onClose={() => (added.value = undefined)}>
        <span class="offer-text">{t('Route added: {rule}', { rule: added.value })}</span>
        <button
          type="button"
          class="button"
          onClick={() => {
            const { routes } = door.settings.peek();
            settings.change({ routes: routes.filter((route) => formatRoute(route) !== added.peek()) });
            added.value = undefined;
          }}
        >
          {t('Undo')}
        </button>
        <button type="button" class="button" onClick={() => door.open('routes')}>
          {t('Routes')}
        </button>
      </Bar>
    );
  if (!offer) return null;
  const { rule, route, count } = offer;
  const accept = () => {
    settings.changeRoutes(joinRoutes(door.settings.peek().routes, [route]), t('Added: {rule}', { rule }));
    added.value = rule;
  };
  return (
    <Bar onClose={() => (declined.value = [...declined.value, rule])}>
      <span class="offer-text">
        {t('{request} looks like {operation}', {
          request: `${route.method ?? ''} ${route.host ?? ''}${route.path}`,
          operation: route.operationId,
        })}{' '}
        <span class="quiet">
          ({tn(count, { one: '{count} request', other: '{count} requests' })}
          {more.length > 0 &&
            `, ${tn(more.length, { one: '{count} more path', other: '{count} more paths' })}`}
          )
        </span>
      </span>
      <button type="button" class="button" onClick={accept}>
        {t('Add route')}
      </button>
    </Bar>
  );
}

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
