import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect } from 'preact/hooks';
import { formatNumber, t } from '../../model/words/words.ts';

interface CheckProps {
  label: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (on: boolean) => void;
}

export const CheckField = ({ label, checked, disabled, onChange }: CheckProps) => (
  <label class="check">
    <input
      type="checkbox"
      checked={checked}
      disabled={disabled ?? false}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
    />
    {label}
  </label>
);

interface NumberProps {
  label: string;
  value: number;
  /** What it may be; a value outside is not taken, and the field says so. */
  limits: readonly [least: number, most: number];
  onChange: (value: number) => void;
}

/** A number with its bounds. */
export function NumberField({ label, value, limits: [least, most], onChange }: NumberProps) {
  const id = useId();
  /** What was typed and cannot be taken. It is looked at when it is complete: 1000 is no moment 100. */
  const wrong = useSignal<string | undefined>(undefined);
  useLayoutEffect(() => {
    wrong.value = undefined;
  }, [value]);
  return (
    <div class="settings-number">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="settings-field"
        type="text"
        inputMode="numeric"
        value={wrong.value ?? String(value)}
        aria-invalid={wrong.value !== undefined}
        aria-describedby={wrong.value === undefined ? undefined : `${id}-error`}
        onChange={({ currentTarget }) => {
          const typed = currentTarget.value.trim();
          const number = /^\d+$/.test(typed) ? Number(typed) : Number.NaN;
          const right = number >= least && number <= most;
          wrong.value = right ? undefined : currentTarget.value;
          if (right) onChange(number);
        }}
      />
      {wrong.value !== undefined && (
        <span class="tone-error" id={`${id}-error`} role="alert">
          {t('A whole number from {least} to {most}.', {
            least: formatNumber(least),
            most: formatNumber(most),
          })}
        </span>
      )}
    </div>
  );
}
