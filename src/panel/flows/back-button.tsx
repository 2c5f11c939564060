import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../model/words/words.ts';
import { afterDrawing, isFocusLost } from '../after-drawing.ts';
import { Icon } from '../icons.tsx';
import type { Store } from '../store.ts';

/** Back to the list, where the panel is too narrow to show it beside. */
export function BackButton({ store }: { store: Store }) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    // The list is out of sight, and is about to lose the focus; where it is not, this is no button to focus.
    if (isFocusLost() || document.activeElement?.matches('.flow-list')) button.current?.focus();
  }, []);
  return (
    <button
      type="button"
      class="tool flow-back"
      aria-label={t('Back to the flows')}
      ref={button}
      onClick={() => {
        store.selectFlow(undefined);
        afterDrawing(() => document.querySelector<HTMLElement>('.flow-list')?.focus());
      }}
    >
      <Icon name="back" />
    </button>
  );
}
