import { useRef, useState } from 'preact/hooks';
import { type MenuItem, MenuList } from './menu-list.tsx';

/** A button with a menu under it. */
export function Menu({ label, items }: { label: string; items: readonly MenuItem[] }) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <div class="menu">
      <button
        type="button"
        class="button"
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open}
        disabled={items.length === 0}
        // Else the menu would lose the focus and close, and the click open it again.
        onPointerDown={(event) => open && event.preventDefault()}
        onClick={() => setOpen(!open)}
      >
        {label} <span aria-hidden="true">▾</span>
      </button>
      {open && (
        <MenuList
          label={label}
          items={items}
          onClose={(restore) => {
            setOpen(false);
            if (restore) button.current?.focus();
          }}
        />
      )}
    </div>
  );
}
