import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { type RouteForm, type RouteFormErrors, readRouteForm } from '../../model/routes/route-form.ts';
import { routeMethods } from '../../model/routes/route-path.ts';
import type { StoredRoute } from '../../model/routes/stored-route.ts';
import { t } from '../../model/words/words.ts';
import { operations } from '../../schemas/operations.ts';
import { MaskedInput } from '../mask/masked-input.tsx';
import { CheckField } from './fields.tsx';

interface Props {
  form: RouteForm;
  isNew: boolean;
  onKeep: (route: StoredRoute) => void;
  onCancel: () => void;
}

/** One route as a form. What is wrong stands at its field once the route is to be kept. */
export function RouteEditor({ form: begun, isNew, onKeep, onCancel }: Props) {
  const form = useSignal(begun);
  const tried = useSignal(false);
  const element = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => element.current?.querySelector<HTMLElement>('[name=address]')?.focus(), []);
  const reading = readRouteForm(form.value);
  const errors: RouteFormErrors = tried.value && 'errors' in reading ? reading.errors : {};
  const set = (change: Partial<RouteForm>) => {
    form.value = { ...form.value, ...change };
  };
  const text = (name: 'address' | 'request' | 'response', placeholder: string) => ({
    name,
    placeholder,
    value: form.value[name],
    error: errors[name],
    onInput: (value: string) => set({ [name]: value }),
  });
  const choice = (name: 'method' | 'operationId' | 'region') => ({
    name,
    value: form.value[name],
    error: errors[name],
    onInput: (value: string) => set({ [name]: value }),
  });
  return (
    <form
      ref={element}
      class="settings-form"
      noValidate
      aria-label={isNew ? t('New route') : t('Route')}
      onSubmit={(event) => {
        event.preventDefault();
        tried.value = true;
        if ('route' in reading) onKeep(reading.route);
        else element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
      }}
    >
      <Choice label={t('Method')} {...choice('method')}>
        <option value="">{t('any')}</option>
        {routeMethods.map((method) => (
          <option key={method}>{method}</option>
        ))}
      </Choice>
      <Text
        label={t('Path or URL of yours')}
        {...text('address', '/api/prove/mfa')}
        hint={t('{star} stands for any one segment, {name} for the value of that field.', {
          star: '*',
          name: ':correlationId',
        })}
      />
      <Choice label={t('Operation')} {...choice('operationId')}>
        <option value="">{t('Choose…')}</option>
        {operations.map(({ id, title }) => (
          <option key={id} value={id}>
            {id} · {title}
          </option>
        ))}
      </Choice>
      <Choice label={t('Rules of')} {...choice('region')}>
        <option value="">{t('the host that is called')}</option>
        {['us', 'eu'].map((region) => (
          <option key={region} value={region}>
            {region.toUpperCase()}
          </option>
        ))}
      </Choice>
      <Text
        label={t('V3 body within the request')}
        {...text('request', '/data')}
        hint={t('A JSON Pointer, where your body wraps it.')}
      />
      <Text label={t('V3 body within the answer')} {...text('response', '/data')} />
      <CheckField
        label={t('Keys are in snake_case')}
        checked={form.value.snakeCase}
        onChange={(snakeCase) => set({ snakeCase })}
      />
      <div class="settings-actions">
        <button type="submit" class="button">
          {isNew ? t('Add') : t('Keep')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('Cancel')}
        </button>
      </div>
    </form>
  );
}

interface FieldProps {
  label: string;
  name: string;
  value: string;
  error: string | undefined;
  onInput: (value: string) => void;
}

function Text({
  label,
  name,
  value,
  error,
  onInput,
  placeholder,
  hint,
}: FieldProps & { placeholder: string; hint?: string }) {
  const id = useId();
  return (
    <div class="settings-row">
      <label for={id}>{label}</label>
      <MaskedInput
        id={id}
        name={name}
        type="text"
        class="settings-field mono"
        spellcheck={false}
        placeholder={placeholder}
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-note`}
        mask={(mask, text) => mask.text(text)}
        onType={onInput}
      />
      <span id={`${id}-note`} class={error === undefined ? 'quiet' : 'tone-error'}>
        {error ?? hint}
      </span>
    </div>
  );
}

function Choice({
  label,
  name,
  value,
  error,
  onInput,
  children,
}: FieldProps & { children: ComponentChildren }) {
  const id = useId();
  return (
    <div class="settings-row">
      <label for={id}>{label}</label>
      <select
        id={id}
        name={name}
        class="settings-field"
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-note`}
        onChange={({ currentTarget }) => onInput(currentTarget.value)}
      >
        {children}
      </select>
      <span id={`${id}-note`} class="tone-error">
        {error}
      </span>
    </div>
  );
}
