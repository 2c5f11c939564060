import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { t } from '../../model/words/words.ts';
import { Icon } from '../icons.tsx';
import { lazy } from '../lazy.tsx';

const FilterHelpText = lazy(() => import('./filter-help-text.tsx').then((module) => module.FilterHelpText));

/** A button that explains the filter. */
export function FilterHelp() {
  const open = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <div
      class="filter-help"
      role="group"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open.value) return;
        event.preventDefault();
        event.stopPropagation();
        open.value = false;
        button.current?.focus();
      }}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) open.value = false;
      }}
    >
      <button
        type="button"
        class="tool"
        ref={button}
        aria-label={t('How to filter')}
        title={t('How to filter')}
        aria-expanded={open.value}
        onPointerDown={(event) => open.value && event.preventDefault()}
        onClick={() => (open.value = !open.value)}
      >
        <Icon name="hint" />
      </button>
      {open.value && <FilterHelpText />}
    </div>
  );
}
