import type { Call } from '../../model/call.ts';
import type { CallColumn } from '../../model/filter/call-order.ts';
import type { Log } from '../../model/log.ts';
import type { NavigationMark } from '../../model/navigation-mark.ts';
import { visible } from '../../model/printable.ts';
import { t } from '../../model/words/words.ts';
import { Icon } from '../icons.tsx';
import { columns, type Scale } from './columns.tsx';

interface Props {
  call: Call;
  log: Log;
  shown: readonly CallColumn[];
  index: number;
  selected: boolean;
  cursor: boolean;
  scale: Scale;
}

/** DOM id of a call's row. */
export const rowId = (id: string): string => `row-${id}`;

/** One call in the grid. Clicks are heard by the grid. */
export function CallRow({ call, log, shown, index, selected, cursor, scale }: Props) {
  const { id, failure, response } = call.exchange;
  const failed = failure || (response?.status ?? 0) >= 400;
  return (
    <div
      role="row"
      id={rowId(id)}
      data-call={id}
      class={`grid-row${selected ? ' selected' : ''}${cursor ? ' cursor' : ''}${failed ? ' failed' : ''}`}
      aria-rowindex={index + 2}
      aria-selected={selected}
    >
      {shown.map((column) => (
        <span key={column} role="gridcell" class={`col-${column}`} title={columns[column].title?.(call)}>
          {columns[column].cell(call, log, scale)}
        </span>
      ))}
    </div>
  );
}

/** A navigation of the page between calls. */
export function MarkRow({ mark, index, span }: { mark: NavigationMark; index: number; span: number }) {
  return (
    <div role="row" class="grid-row mark" aria-rowindex={index + 2}>
      <span role="gridcell" aria-colspan={span}>
        <Icon name="navigation" /> {t('Navigated to {url}', { url: visible(mark.url) })}
      </span>
    </div>
  );
}
