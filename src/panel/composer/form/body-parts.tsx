import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { BodyLayout } from '../../../model/settings.ts';
import { t } from '../../../model/words/words.ts';
import type { ComposerStore } from '../composer-store.ts';
import type { BodyForm } from './body-form.tsx';
import './form.css';

/** How a body is shown: as text, as a form, or as both; remembered. */
export interface BodyLayoutSetting {
  /** A signal's value: whoever reads it is told of a change. */
  readonly value: BodyLayout;
  choose(layout: BodyLayout): void;
}

interface Props {
  composer: ComposerStore;
  layout: BodyLayoutSetting;
  /** Shows a place of the text. */
  onReveal: (place: { from: number; to: number }) => void;
  /** The body as text. */
  children: ComponentChildren;
}

const loaded = signal<typeof BodyForm | undefined>(undefined);
const failed = signal(false);

/** The layout that is possible: a body without known fields has no form. */
export const layoutOf = (composer: ComposerStore, layout: BodyLayoutSetting): BodyLayout =>
  composer.formable.value ? layout.value : 'text';

/** The body as text and as a form, beside each other where there is room. The form is loaded when first shown. */
export function BodyParts({ composer, layout, onReveal, children }: Props) {
  const shown = layoutOf(composer, layout);
  useEffect(() => {
    if (shown === 'text' || loaded.peek()) return;
    import('./body-form.tsx').then(
      (module) => (loaded.value = module.BodyForm),
      (error: unknown) => {
        failed.value = true;
        console.error(error);
      },
    );
  }, [shown]);
  const Form = loaded.value;
  return (
    <div class={`body-parts body-parts-${shown}`}>
      {/* Hidden, it still keeps the history of all changes. */}
      <div class="body-text" hidden={shown === 'form'}>
        {children}
      </div>
      {shown !== 'text' && Form && (
        <Form
          key={`${composer.opened.value} ${composer.operation.value?.id}`}
          composer={composer}
          onReveal={onReveal}
        />
      )}
      {shown !== 'text' && !Form && failed.value && (
        <p class="note">{t('The form could not be loaded. Close DevTools and open it again.')}</p>
      )}
    </div>
  );
}
