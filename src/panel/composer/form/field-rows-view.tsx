import type { FieldRow } from '../../../model/compose/field-rows.ts';
import { FieldLine } from './field-line.tsx';
import type { FormContext } from './form-context.ts';
import { RowGroup } from './row-group.tsx';

/** The rows of a body, a group, a list or a map. */
export const FieldRowsView = ({
  rows,
  form,
  of,
}: {
  rows: readonly FieldRow[];
  form: FormContext;
  /** What the rows are numbered items of. */
  of?: string;
}) => (
  <>
    {rows.map((row) => {
      const label = of === undefined ? row.name : `${of} ${row.name}`;
      const holdsRows = row.control === 'group' || row.control === 'list' || row.control === 'map';
      return holdsRows && row.state !== 'odd' ? (
        <RowGroup key={row.path} row={row} label={label} form={form} Rows={FieldRowsView} />
      ) : (
        <FieldLine key={row.path} row={row} label={label} form={form} />
      );
    })}
  </>
);
