import { useRef } from 'preact/hooks';
import { visible } from '../../model/printable.ts';
import { formatRoute } from '../../model/routes/parse-route.ts';
import type { StoredRoute } from '../../model/routes/stored-route.ts';
import { t } from '../../model/words/words.ts';
import { afterDrawing } from '../after-drawing.ts';
import { Icon } from '../icons.tsx';
import { useShown } from '../mask/mask-context.ts';
import type { SettingsStore } from './settings-store.ts';

interface Props {
  store: SettingsStore;
  onEdit: (route: StoredRoute) => void;
}

/** The routes in their order: each can be switched off, moved, edited and deleted. */
export function RouteList({ store, onEdit }: Props) {
  const shown = useShown();
  const list = useRef<HTMLUListElement>(null);
  const { routes } = store.settings.value;
  if (routes.length === 0) return <p>{t('There is no route yet.')}</p>;
  const swap = (at: number, to: number) => {
    const moved = [...routes];
    const [route] = moved.splice(at, 1);
    if (route) moved.splice(to, 0, route);
    store.change({ routes: moved });
    // What is moved is drawn anew: the focus goes along with it, and to Edit where it can go no further.
    afterDrawing(() => buttonIn(list.current?.children[to], ':not(:disabled)')?.focus());
  };
  const remove = (at: number, rule: string) => {
    const page = list.current?.closest('fieldset');
    store.changeRoutes(
      routes.filter((_, other) => other !== at),
      t('Deleted: {rule}', { rule }),
    );
    afterDrawing(() => {
      const neighbour = list.current?.children[Math.min(at, routes.length - 2)];
      const next = buttonIn(neighbour, ':last-child') ?? page?.querySelector('.settings-actions button');
      if (next instanceof HTMLElement) next.focus();
    });
  };
  return (
    <ul class="settings-list" ref={list} aria-label={t('Routes')}>
      {routes.map((route, at) => {
        const rule = visible(shown.text(formatRoute(route)));
        return (
          <li key={`${at} ${rule}`} class={route.off ? 'quiet' : ''}>
            <input
              type="checkbox"
              aria-label={t('On: {rule}', { rule })}
              title={t('Switches the route on and off')}
              checked={!route.off}
              onChange={({ currentTarget: { checked } }) =>
                store.change({ routes: switched(routes, at, checked) })
              }
            />
            <span class="settings-rule">
              <code>{rule}</code>
              {route.off && <span class="tag">{t('off')}</span>}
            </span>
            <span class="settings-buttons">
              <button
                type="button"
                class="tool"
                aria-label={t('Move up: {rule}', { rule })}
                title={t('Move up')}
                disabled={at === 0}
                onClick={() => swap(at, at - 1)}
              >
                <Icon name="up" />
              </button>
              <button
                type="button"
                class="tool"
                aria-label={t('Edit: {rule}', { rule })}
                title={t('Edit')}
                onClick={() => onEdit(route)}
              >
                <Icon name="edit" />
              </button>
              <button
                type="button"
                class="tool"
                aria-label={t('Delete: {rule}', { rule })}
                title={t('Delete')}
                onClick={() => remove(at, rule)}
              >
                <Icon name="trash" />
              </button>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

const buttonIn = (row: Element | undefined, which: string) =>
  row?.querySelector<HTMLElement>(`.settings-buttons button${which}`);

const switched = (routes: readonly StoredRoute[], at: number, on: boolean): StoredRoute[] =>
  routes.map((route, index) => {
    if (index !== at) return route;
    const { off: _, ...rest } = route;
    return on ? rest : { ...rest, off: true };
  });
