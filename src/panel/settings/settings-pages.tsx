import { visible } from '../../model/printable.ts';
import { t } from '../../model/words/words.ts';
import { useShown } from '../mask/mask-context.ts';
import { TabList } from '../tab-list.tsx';
import { GeneralPage } from './general-page.tsx';
import { HostsPage } from './hosts-page.tsx';
import { RoutesPage } from './routes-page.tsx';
import './settings.css';
import type { SettingsStore } from './settings-store.ts';

/** All pages of the settings, the same in the panel and on the options page. */
export function SettingsPages({ store }: { store: SettingsStore }) {
  const { door } = store;
  const page = door.page.value ?? 'general';
  const { done, trouble } = door;
  const shown = useShown();
  return (
    <>
      <TabList
        label={t('Pages of the settings')}
        class="tabs"
        panelId="settings"
        selected={page}
        onSelect={(id) => door.open(id)}
        tabs={[
          { id: 'general', label: t('General') },
          { id: 'routes', label: t('Routes'), count: store.settings.value.routes.length },
          { id: 'hosts', label: t('Hosts') },
        ]}
      />
      {trouble.value !== undefined && <p class="banner">{trouble.value}</p>}
      <div class="settings-done" role="status">
        {done.value && (
          <>
            <span>{visible(shown.text(done.value.sentence))}</span>
            {done.value.undo && (
              <button type="button" class="button" onClick={done.value.undo}>
                {t('Undo')}
              </button>
            )}
          </>
        )}
      </div>
      {/* It scrolls, also where nothing in it can have the focus. */}
      <div
        class="settings-page"
        id="settings"
        role="tabpanel"
        aria-labelledby={`settings-tab-${page}`}
        tabIndex={0}
      >
        {page === 'general' && <GeneralPage store={store} />}
        {page === 'routes' && <RoutesPage store={store} />}
        {page === 'hosts' && <HostsPage store={store} />}
      </div>
    </>
  );
}
