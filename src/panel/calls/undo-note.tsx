import { t, tn } from '../../model/words/words.ts';
import { isFocusLost } from '../after-drawing.ts';
import type { CallsStore } from './calls-store.ts';

/** Says what was deleted last, and puts it back. */
export function UndoNote({ calls }: { calls: CallsStore }) {
  const { length } = calls.deleted.value.at(-1) ?? [];
  return (
    <p class="undo" role="status">
      {tn(length, { one: '{count} call deleted.', other: '{count} calls deleted.' })}
      <button type="button" class="button" onClick={() => calls.undoDelete()} ref={focusIfLost}>
        {t('Undo')}
      </button>
    </p>
  );
}

/** The grid that had the focus may be gone with its last call. */
const focusIfLost = (button: HTMLButtonElement | null) => {
  if (isFocusLost()) button?.focus();
};
