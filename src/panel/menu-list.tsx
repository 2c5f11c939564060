import { useLayoutEffect, useRef } from 'preact/hooks';
import './menu.css';

export interface MenuItem {
  label: string;
  /** What the entry does, in a few words under it. */
  hint?: string;
  /** The keys that do the same, as in `Control+C`. */
  keys?: string;
  /** Given for what is on or off. */
  checked?: boolean;
  /** A line stands above it. */
  apart?: boolean;
  onChoose: () => void;
}

interface Props {
  label: string;
  items: readonly MenuItem[];
  /** `restore` tells that the focus goes back to where it was. */
  onClose: (restore: boolean) => void;
  /** Where its corner lies in the window, in CSS pixels; without it, it lies under its parent, their right edges in line. */
  at?: { x: number; y: number };
}

/** A menu as the ARIA practices have it: it takes the focus, arrow keys and first letters move, Escape closes. */
export function MenuList({ label, items, onClose, at }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const entries = () => [...(root.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
  useLayoutEffect(() => {
    const { current } = root;
    if (!current) return undefined;
    const place = () => {
      const { width, height } = current.getBoundingClientRect();
      const parent = current.parentElement?.getBoundingClientRect();
      const { x, y } = at ?? { x: (parent?.right ?? 0) - width, y: (parent?.bottom ?? 0) + 4 };
      current.style.left = `${Math.max(0, Math.min(x, window.innerWidth - width - 4))}px`;
      current.style.top = `${Math.max(0, Math.min(y, window.innerHeight - height - 4))}px`;
    };
    // On top of all: a part of the panel that scrolls would cut it off.
    current.showPopover();
    place();
    entries()[0]?.focus();
    window.addEventListener('resize', place);
    return () => window.removeEventListener('resize', place);
  }, [at]);
  const key = (event: KeyboardEvent) => {
    const all = entries();
    const here = all.findIndex((entry) => entry.matches(':focus'));
    const to = { ArrowDown: here + 1, ArrowUp: here - 1 + all.length, Home: 0, End: all.length - 1 }[
      event.key
    ];
    if (event.key === 'Escape' || event.key === 'Tab') onClose(true);
    else if (to !== undefined) all[to % all.length]?.focus();
    else if (/^[a-z]$/i.test(event.key) && !event.ctrlKey && !event.metaKey) {
      const begins = (entry: HTMLElement) =>
        entry.textContent?.toLowerCase().startsWith(event.key.toLowerCase()) === true;
      [...all.slice(here + 1), ...all.slice(0, here + 1)].find(begins)?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      class="menu-list"
      popover="manual"
      role="menu"
      aria-label={label}
      ref={root}
      onKeyDown={key}
      onContextMenu={(event) => event.preventDefault()}
      onFocusOut={({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node && root.current?.contains(relatedTarget))) onClose(false);
      }}
    >
      {items.map((item) => (
        <button
          key={item.label}
          type="button"
          role={item.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
          aria-checked={item.checked}
          aria-keyshortcuts={item.keys}
          class={item.apart ? 'apart' : undefined}
          tabIndex={-1}
          onClick={() => {
            onClose(true);
            item.onChoose();
          }}
        >
          {item.checked !== undefined && <span aria-hidden="true">{item.checked ? '✓' : ''}</span>}
          <span>
            {item.label}
            {item.hint && <small>{item.hint}</small>}
          </span>
          {item.keys && (
            <span class="keys" aria-hidden="true">
              {item.keys.replace('Control', 'Ctrl')}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
