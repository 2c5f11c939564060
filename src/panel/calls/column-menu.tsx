import { callColumns } from '../../model/filter/call-order.ts';
import { t } from '../../model/words/words.ts';
import { MenuList } from '../menu-list.tsx';
import type { CallsStore } from './calls-store.ts';
import { columns } from './columns.tsx';

interface Props {
  calls: CallsStore;
  at: { x: number; y: number };
  onClose: (restore: boolean) => void;
}

/** Chooses the columns of the grid. */
export const ColumnMenu = ({ calls, at, onClose }: Props) => (
  <MenuList
    label={t('Columns')}
    at={at}
    onClose={onClose}
    items={[
      ...callColumns.map((column) => ({
        label: columns[column].label(),
        checked: calls.layout.value.columns.includes(column),
        onChoose: () => calls.toggleColumn(column),
      })),
      { label: t('Reset columns'), apart: true, onChoose: () => calls.resetColumns() },
    ]}
  />
);
