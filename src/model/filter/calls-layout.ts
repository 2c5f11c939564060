import { z } from '../../schemas/zod.ts';
import { byStart, type CallColumn, callColumns } from './call-order.ts';

const columnSchema = z.enum(callColumns);

/** The columns that are shown until the reader chooses others. */
const defaultColumns: CallColumn[] = [
  'verdict',
  'operation',
  'host',
  'status',
  'flow',
  'start',
  'duration',
  'waterfall',
  'size',
];

/** How the reader has arranged the grid of calls. */
export const callsLayoutSchema = z.object({
  columns: z
    .array(columnSchema)
    .min(1)
    .max(50)
    .transform((columns) => [...new Set(columns)]),
  /** Of the columns that were resized, in CSS pixels. */
  widths: z.partialRecord(columnSchema, z.number().min(40).max(2000)),
  order: z.object({ column: columnSchema, descending: z.boolean() }),
});

export type CallsLayout = z.infer<typeof callsLayoutSchema>;

export const defaultCallsLayout: CallsLayout = { columns: defaultColumns, widths: {}, order: byStart };
