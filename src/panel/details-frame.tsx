import type { ComponentChildren } from 'preact';
import { t } from '../model/words/words.ts';
import { closeDetails, closeDetailsByEscape } from './close-details.ts';
import { Icon } from './icons.tsx';
import type { Store } from './store.ts';

interface Props {
  store: Store;
  /** What the call is, and what can be done with it. */
  head: ComponentChildren;
  tools?: ComponentChildren;
  children: ComponentChildren;
}

/** What is known of one call; Escape closes it, as its button does. */
export function DetailsFrame({ store, head, tools, children }: Props) {
  return (
    <section
      class="details"
      aria-label={t('Call details')}
      onKeyDown={(event) => closeDetailsByEscape(store, event)}
    >
      <header class="details-head">
        {head}
        <span class="spring" />
        {tools}
        <button
          type="button"
          class="tool"
          aria-label={t('Close details')}
          title={t('Close (Esc)')}
          onClick={() => closeDetails(store)}
        >
          <Icon name="close" />
        </button>
      </header>
      {children}
    </section>
  );
}
