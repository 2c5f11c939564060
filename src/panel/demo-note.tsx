import { demoIds } from '../model/demo/is-demo.ts';
import { t } from '../model/words/words.ts';
import type { Store } from './store.ts';

/** Says that calls of the demo are shown, and takes them away again. */
export function DemoNote({ store }: { store: Store }) {
  return (
    <p class="demo-note" role="note">
      <span>{t('Demo calls are shown. They were never sent.')}</span>
      <button type="button" class="button" onClick={() => store.remove(demoIds)}>
        {t('Remove the demo')}
      </button>
    </p>
  );
}
