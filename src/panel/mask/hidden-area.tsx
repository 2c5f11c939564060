import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { t } from '../../model/words/words.ts';
import { useMask } from './mask-context.ts';

interface Props {
  label: string;
  labelClass?: string;
  class?: string;
  rows: number;
  placeholder?: string;
  areaRef?: RefObject<HTMLTextAreaElement | null>;
  'data-first'?: boolean;
  'aria-invalid'?: boolean;
  'aria-describedby'?: string;
  value: string;
  onType: (value: string) => void;
}

/**
 * A text of any kind that is given to be read. While Mask is on its signs are hidden, since nobody knows yet what it
 * holds: what is typed or pasted replaces it, and what is typed is shown until the field is left.
 */
export function HiddenArea({ label, labelClass, value, onType, areaRef, ...attributes }: Props) {
  const isMasked = useMask() !== undefined;
  const typing = useSignal(false);
  const hidden = isMasked && !typing.value && value !== '';
  const take = (typed: string, shows: boolean) => {
    typing.value = shows;
    onType(typed);
  };
  return (
    <label {...(labelClass && { class: labelClass })}>
      {label}
      <textarea
        {...attributes}
        {...(areaRef && { ref: areaRef })}
        {...(hidden && { title: t('Masked: what you type replaces it') })}
        spellcheck={false}
        value={hidden ? value.replace(/\S/g, '•') : value}
        onBeforeInput={(event: InputEvent) => {
          if (!hidden) return;
          event.preventDefault();
          take(event.data ?? '', true);
        }}
        onPaste={(event) => {
          if (!isMasked) return;
          event.preventDefault();
          const { selectionStart, selectionEnd } = event.currentTarget;
          const pasted = event.clipboardData?.getData('text/plain') ?? '';
          take(hidden ? pasted : value.slice(0, selectionStart) + pasted + value.slice(selectionEnd), false);
        }}
        onInput={({ currentTarget }) => take(currentTarget.value, true)}
        onBlur={() => {
          typing.value = false;
        }}
      />
    </label>
  );
}
