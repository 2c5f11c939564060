import { fromPointer } from '../../model/body/json-pointer.ts';
import { findOperation } from '../../schemas/operations.ts';
import type { ReferencePlace } from '../reference-door.ts';
import { listFields } from './list-fields.ts';

export type TablePart = 'path' | 'query' | 'request' | 'response';

/** The id of a field's row in the document. */
export const fieldRowId = (operationId: string, part: TablePart, field: string): string =>
  `reference ${operationId} ${part} ${field}`;

/** The id of a problem code's row. */
export const codeRowId = (code: string): string => `reference code ${code}`;

/** `/items/0/name` as the tables write it: `items[].name`; maps have `*` for their keys. */
export const fieldsAlike = (pointer: string): string[] => {
  const steps = fromPointer(pointer);
  const write = (key: (step: string, index: number) => string) =>
    steps.reduce(
      (path, step, index) =>
        /^\d+$/.test(step) && path ? `${path}[]` : path ? `${path}.${key(step, index)}` : step,
      '',
    );
  return [
    write((step) => step),
    ...steps.map((_, at) => write((step, index) => (index === at ? '*' : step))),
  ];
};

/** The id of the row where a place is explained: that of its field, or that of its code. */
export function rowOfPlace({ operationId, side, path, code }: ReferencePlace): string {
  const operation = findOperation(operationId);
  const [, sign = '', parameter = ''] = /^([?{])(.*?)\}?$/.exec(path) ?? [];
  if (sign) return fieldRowId(operationId, sign === '?' ? 'query' : 'path', parameter);
  const schema = side === 'request' ? operation?.request : operation?.response;
  const known = new Set(schema ? listFields(schema).map((field) => field.path) : []);
  const found = path === '' ? undefined : fieldsAlike(path).find((field) => known.has(field));
  return found === undefined ? codeRowId(code) : fieldRowId(operationId, side, found);
}
