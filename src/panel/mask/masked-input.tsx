import { useSignal } from '@preact/signals';
import type { RefCallback } from 'preact';
import { t } from '../../model/words/words.ts';
import { useMask } from './mask-context.ts';
import type { TextsMask } from './texts-mask.ts';

interface Props {
  id?: string;
  name?: string;
  class?: string;
  type: 'text' | 'password';
  inputMode?: string | undefined;
  list?: string | undefined;
  spellcheck?: boolean;
  autocomplete?: string;
  placeholder?: string | undefined;
  readOnly?: boolean;
  fieldRef?: RefCallback<HTMLInputElement>;
  [aria: `aria-${string}`]: string | boolean | undefined;
  value: string;
  /** How the value is masked while Mask is on. */
  mask: (mask: TextsMask, value: string) => string;
  onType: (value: string) => void;
}

/**
 * A field whose value is shown by its stand-in while Mask is on. A masked value can be replaced, and not be edited
 * inside; what is typed is shown until the field is left.
 */
export function MaskedInput({ value, mask, onType, fieldRef, type, list, ...attributes }: Props) {
  const texts = useMask();
  const typing = useSignal(false);
  const shown = texts && !typing.value ? mask(texts, value) : value;
  const masked = shown !== value;
  const take = (typed: string) => {
    typing.value = true;
    onType(typed);
  };
  const shared = {
    ...attributes,
    value: shown,
    ...(fieldRef && { ref: fieldRef }),
    ...(masked && { title: t('Masked: what you type replaces it') }),
    onBeforeInput: (event: InputEvent) => {
      if (!masked) return;
      event.preventDefault();
      take(event.data ?? '');
    },
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) => take(currentTarget.value),
    onBlur: () => {
      typing.value = false;
    },
  };
  if (type === 'password') return <input {...shared} type="password" />;
  return list === undefined ? (
    <input {...shared} type="text" />
  ) : (
    <input {...shared} type="text" list={list} />
  );
}
