import { useSignal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { toPointer } from '../../../model/body/json-pointer.ts';
import type { FieldRow } from '../../../model/compose/field-rows.ts';
import { t, tn } from '../../../model/words/words.ts';
import type { FormContext } from './form-context.ts';
import { RemoveButton } from './remove-button.tsx';
import { RowProblems } from './row-problems.tsx';
import { ruleWords } from './row-words.ts';

interface Props {
  row: FieldRow;
  label: string;
  form: FormContext;
  /** Draws the rows within. */
  Rows: FunctionComponent<{ rows: readonly FieldRow[]; form: FormContext; of?: string }>;
}

/** A field that holds others: the fields of an object, the items of a list, the entries of a map. */
export function RowGroup({ row, label, form, Rows }: Props) {
  const { path, control, required, rows, doc } = row;
  const rule = ruleWords(row);
  const problems = form.problemsAt(path);
  const name = form.idOf(path, 'name');
  return (
    <div class="form-group" role="group" aria-labelledby={name} data-path={path}>
      <div class="form-group-head" title={doc?.doc}>
        <span class="form-group-name" id={name}>
          {label}
        </span>
        {control === 'list' && (
          <span class="quiet">{tn(rows.length, { one: '{count} item', other: '{count} items' })}</span>
        )}
        {required && <span class="required">{t('required')}</span>}
        <span class="spring" />
        <RemoveButton row={row} label={label} form={form} />
      </div>
      {rule !== '' && <p class="form-rule">{rule}</p>}
      {problems.length > 0 && (
        <div class="form-group-problems">
          <RowProblems id={form.idOf(path, 'problems')} problems={problems} />
        </div>
      )}
      {control === 'list' ? <Rows rows={rows} form={form} of={label} /> : <Rows rows={rows} form={form} />}
      {control === 'list' && <AddItem row={row} label={label} form={form} />}
      {control === 'map' && <AddEntry row={row} label={label} form={form} />}
    </div>
  );
}

type AddProps = Omit<Props, 'Rows'>;

function AddItem({ row: { path, rows, fresh }, label, form }: AddProps) {
  const add = () => {
    form.change({ do: 'append', path, value: fresh });
    form.focus(path + toPointer([rows.length]), path);
  };
  return (
    <button type="button" class="button form-add" id={form.idOf(path)} onClick={add}>
      <span aria-hidden="true">{t('Add item')}</span>
      <span class="hidden">{t('Add item to {label}', { label })}</span>
    </button>
  );
}

/** An entry is added under a name; one that is there already is only gone to. */
function AddEntry({ row: { path, rows, fresh, doc }, label, form }: AddProps) {
  const name = useSignal('');
  const add = () => {
    const entry = path + toPointer([name.value]);
    if (name.value === '') return;
    if (!rows.some((row) => row.path === entry)) form.change({ do: 'set', path: entry, value: fresh });
    name.value = '';
    form.focus(entry, path);
  };
  const known = form.idOf(path, 'known');
  return (
    <div class="form-add-entry">
      <input
        class="composer-field form-text"
        type="text"
        autocomplete="off"
        spellcheck={false}
        id={form.idOf(path)}
        list={known}
        aria-label={t('Name of a new entry of {label}', { label })}
        placeholder={t('name')}
        value={name.value}
        onInput={({ currentTarget }) => {
          name.value = currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          add();
        }}
      />
      <datalist id={known}>
        {doc?.knownKeys?.map((key) => (
          <option key={key} value={key} />
        ))}
      </datalist>
      <button type="button" class="button" disabled={name.value === ''} onClick={add}>
        <span aria-hidden="true">{t('Add entry')}</span>
        <span class="hidden">{t('Add entry to {label}', { label })}</span>
      </button>
    </div>
  );
}
