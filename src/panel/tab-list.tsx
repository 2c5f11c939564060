import { formatNumber } from '../model/words/words.ts';

interface Props<Id extends string> {
  label: string;
  class: string;
  tabs: readonly { id: Id; label: string; count?: number }[];
  selected: Id;
  /** DOM id of the one panel that all tabs fill. */
  panelId: string;
  onSelect: (id: Id) => void;
}

/** Tabs as the ARIA practices have them: one tab stop, arrow keys move and select. */
export function TabList<Id extends string>({
  label,
  class: className,
  tabs,
  selected,
  panelId,
  onSelect,
}: Props<Id>) {
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === selected);
    const steps: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: tabs.length - 1,
    };
    const to = steps[event.key];
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onSelect(next.id);
    document.getElementById(`${panelId}-tab-${next.id}`)?.focus();
  };
  return (
    <div class={className} role="tablist" aria-label={label} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`${panelId}-tab-${tab.id}`}
          aria-selected={tab.id === selected}
          aria-controls={panelId}
          tabIndex={tab.id === selected ? 0 : -1}
          onClick={() => onSelect(tab.id)}
        >
          {tab.label}
          {tab.count !== undefined && tab.count > 0 && (
            <span class="tab-count"> {formatNumber(tab.count)}</span>
          )}
        </button>
      ))}
    </div>
  );
}
