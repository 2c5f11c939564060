import type { FieldRow } from '../../../model/compose/field-rows.ts';
import { t, tParts } from '../../../model/words/words.ts';
import { FieldControl } from './field-control.tsx';
import type { FormContext } from './form-context.ts';
import { RemoveButton } from './remove-button.tsx';
import { RowProblems } from './row-problems.tsx';
import { ruleWords } from './row-words.ts';

/** One field: its name, its control, its rule and what is wrong with it. */
export function FieldLine({ row, label, form }: { row: FieldRow; label: string; form: FormContext }) {
  const { path, control, required, state, doc } = row;
  const id = form.idOf(path);
  const problems = form.problemsAt(path);
  const rule = ruleWords(row);
  const shown = state !== 'odd' || control === 'choice' || control === 'flag';
  const described = [
    rule !== '' && form.idOf(path, 'rule'),
    problems.length > 0 && form.idOf(path, 'problems'),
  ].filter((part) => typeof part === 'string');
  return (
    <div class="form-line" data-path={path}>
      <div class="form-name" title={doc?.doc}>
        {shown ? <label for={id}>{label}</label> : <span>{label}</span>}
        {required && <span class="required">{t('required')}</span>}
      </div>
      <div class="form-value">
        {shown ? (
          <FieldControl
            row={row}
            form={form}
            aria={{
              id,
              'aria-required': required,
              'aria-invalid': problems.some(({ severity }) => severity === 'error'),
              'aria-describedby': described.join(' ') || undefined,
            }}
          />
        ) : (
          <p class="form-odd" tabIndex={-1} id={id}>
            {tParts('{text} is left as it is: change it in the text, or remove it.', {
              text: <code>{row.text}</code>,
            })}
          </p>
        )}
        {rule !== '' && (
          <p class="form-rule" id={form.idOf(path, 'rule')}>
            {rule}
          </p>
        )}
        <RowProblems id={form.idOf(path, 'problems')} problems={problems} />
      </div>
      <RemoveButton row={row} label={label} form={form} />
    </div>
  );
}
