import type { ViewName } from '../model/settings.ts';
import { t } from '../model/words/words.ts';
import type { Store } from './store.ts';
import { TabList } from './tab-list.tsx';

/** The views of the panel, with how much is in them. */
export function ViewTabs({ store }: { store: Store }) {
  const tabs: { id: ViewName; label: string; count?: number }[] = [
    { id: 'flows', label: t('Flows'), count: store.flows.value.length },
    { id: 'calls', label: t('Calls'), count: store.log.calls.length },
    { id: 'composer', label: t('Composer') },
    { id: 'reference', label: t('Reference') },
  ];
  return (
    <TabList
      label={t('Views')}
      class="tabs"
      tabs={tabs}
      selected={store.settings.value.view}
      panelId="view"
      onSelect={(view) => store.openView(view)}
    />
  );
}
