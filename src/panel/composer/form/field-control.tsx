import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { FieldRow } from '../../../model/compose/field-rows.ts';
import { t } from '../../../model/words/words.ts';
import type { FieldDoc, Shape } from '../../../schemas/field.ts';
import { useMask } from '../../mask/mask-context.ts';
import { MaskedInput } from '../../mask/masked-input.tsx';
import type { FormContext } from './form-context.ts';

interface Props {
  row: FieldRow;
  form: FormContext;
  /** Attributes that name and describe the control. */
  aria: Readonly<Record<string, string | boolean | undefined>>;
}

/** The one control of a scalar field. */
export function FieldControl(props: Props) {
  const { control } = props.row;
  if (control === 'choice') return <Choice {...props} choices={props.row.choices} />;
  if (control === 'flag') return <Choice {...props} choices={FLAGS} />;
  return control === 'number' ? <NumberInput {...props} /> : <TextInput {...props} />;
}

const FLAGS = ['true', 'false'];
/** No allowed value begins with a blank. */
const AS_IT_IS = ' ';

/** A closed list, of which "not set" is always one. What stands there besides is kept until another is chosen. */
function Choice({ row, form, aria, choices }: Props & { choices: readonly string[] }) {
  const { path, state, text, control } = row;
  const listed = state === 'set' && choices.includes(text);
  const choose = (value: string) => {
    if (value === AS_IT_IS) return;
    if (value === '') form.change({ do: 'remove', path });
    else form.change({ do: 'set', path, value: control === 'flag' ? value === 'true' : value });
  };
  return (
    <select
      class="composer-field"
      {...aria}
      value={state === 'unset' ? '' : listed ? text : AS_IT_IS}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    >
      <option value="">{t('not set')}</option>
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {choice}
        </option>
      ))}
      {state !== 'unset' && !listed && (
        <option value={AS_IT_IS}>
          {state === 'odd'
            ? t('{value} (as in the text)', { value: text })
            : t('“{value}” (as in the text)', { value: text })}
        </option>
      )}
    </select>
  );
}

const hint = (doc: FieldDoc | undefined) =>
  doc?.example === undefined ? '' : t('e.g. {example}', { example: String(doc.example) });

const modes: Partial<Record<Shape, string>> = { email: 'email', phone: 'tel', url: 'url' };

function TextInput({ row: { path, text, doc }, form, aria }: Props) {
  // A field for one line would drop line breaks; once it is one for several, it stays so.
  const lines = useRef(false);
  const mask = useMask();
  if (text.includes('\n')) lines.current = true;
  const known = doc?.knownValues;
  const shared = {
    ...aria,
    class: 'composer-field form-text',
    spellcheck: false,
    placeholder: hint(doc),
    value: text,
  };
  const name = path.at(-1) ?? '';
  const take = (value: string) => form.change({ do: 'set', path, value });
  if (lines.current)
    return (
      <textarea
        {...shared}
        rows={3}
        readOnly={mask !== undefined}
        value={mask?.field({ name, value: text }) ?? text}
        onInput={({ currentTarget }) => take(currentTarget.value)}
      />
    );
  const options = form.idOf(path, 'known');
  return (
    <>
      <MaskedInput
        type="text"
        autocomplete="off"
        inputMode={doc?.shape && modes[doc.shape]}
        list={known && options}
        {...shared}
        mask={(masking, value) => masking.field({ name, value })}
        onType={take}
      />
      {known && (
        <datalist id={options}>
          {known.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** What JSON takes for a whole number. */
const INTEGER = /^-?(?:0|[1-9]\d*)$/;

/** A whole number as text. What is none is not written; the text keeps what it has. */
function NumberInput({ row: { path, text, doc }, form, aria }: Props) {
  const unfinished = useSignal<string | undefined>(undefined);
  const take = (typed: string) => {
    const whole = INTEGER.test(typed) && Number.isSafeInteger(Number(typed));
    unfinished.value = whole ? undefined : typed;
    if (whole) form.change({ do: 'set', path, value: Number(typed) });
  };
  return (
    <>
      <input
        class="composer-field form-text"
        type="text"
        inputMode="numeric"
        autocomplete="off"
        placeholder={hint(doc)}
        {...aria}
        aria-invalid={aria['aria-invalid'] === true || unfinished.value !== undefined}
        value={unfinished.value ?? text}
        onInput={({ currentTarget }) => take(currentTarget.value.trim())}
        onBlur={() => {
          unfinished.value = undefined;
        }}
      />
      {unfinished.value !== undefined && (
        <p class="form-problem tone-error" role="status">
          {text === ''
            ? t('Not a whole number: the text keeps this field unset.')
            : t('Not a whole number: the text keeps {value}.', { value: text })}
        </p>
      )}
    </>
  );
}
