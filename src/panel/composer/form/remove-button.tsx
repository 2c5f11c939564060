import { parentPointer } from '../../../model/body/json-pointer.ts';
import type { FieldRow } from '../../../model/compose/field-rows.ts';
import { t } from '../../../model/words/words.ts';
import { Icon } from '../../icons.tsx';
import type { FormContext } from './form-context.ts';

interface Props {
  row: FieldRow;
  label: string;
  form: FormContext;
}

/** Takes a field out of the body; where it is not in it, the place stays empty. */
export function RemoveButton({ row: { path, state }, label, form }: Props) {
  if (state === 'unset') return <span />;
  const remove = () => {
    form.change({ do: 'remove', path });
    form.focus(path, parentPointer(path));
  };
  return (
    <button
      type="button"
      class="tool"
      aria-label={t('Remove {label}', { label })}
      title={t('Remove')}
      onClick={remove}
    >
      <Icon name="close" />
    </button>
  );
}
