import type { ViewName } from '../model/settings.ts';
import type { Store } from './store.ts';
import { TabList } from './tab-list.tsx';

/** The views of the panel, with how much is in them. */
export function ViewTabs({ store }: { store: Store }) {
  const tabs: { id: ViewName; label: string; count?: number }[] = [
    { id: 'flows', label: 'Flows', count: store.flows.value.length },
    { id: 'calls', label: 'Calls', count: store.log.calls.length },
    { id: 'composer', label: 'Composer' },
    { id: 'reference', label: 'Reference' },
  ];
  return (
    <TabList
      label="Views"
      class="tabs"
      tabs={tabs}
      selected={store.settings.value.view}
      panelId="view"
      onSelect={(view) => store.openView(view)}
    />
  );
}
