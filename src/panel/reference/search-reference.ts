import { explainCode, problemCodes } from '../../model/problems/explain-code.ts';
import type { ProblemCode } from '../../model/problems/problem.ts';
import { apiErrorMeanings } from '../../schemas/api-error.ts';
import { apiErrorRemedies } from '../../schemas/api-error-remedies.ts';
import type { Operation } from '../../schemas/operation.ts';
import { operations } from '../../schemas/operations.ts';
import type { z } from '../../schemas/zod.ts';
import { allowedValues, rulesOf } from './field-words.ts';
import { listFields } from './list-fields.ts';
import type { TablePart } from './place-in-reference.ts';

/** A field that a search has found. */
export interface FoundField {
  part: TablePart;
  path: string;
}

/** What a search has found: operations by their own words or their fields', numbers of refusals, codes of problems. */
export interface Found {
  operations: { operation: Operation; fields: readonly FoundField[] }[];
  errors: number[];
  problems: ProblemCode[];
}

/** The parts of an operation that have fields. */
export const partsOf = (operation: Operation): [TablePart, z.ZodObject][] => {
  const { pathParameters, queryParameters, request, response } = operation;
  const parts: [TablePart, z.ZodObject | undefined][] = [
    ['path', pathParameters],
    ['query', queryParameters],
    ['request', request],
    ['response', response],
  ];
  return parts.flatMap(([part, schema]) => (schema ? [[part, schema]] : []));
};

/** What a search looks through, put together at the first one. */
let texts: { operation: Operation; own: string; fields: (FoundField & { text: string })[] }[] | undefined;

const textsOf = () =>
  operations.map((operation) => {
    const { id, title, summary, path, method, remarks = [], removed, sdk } = operation;
    const own = [id, title, summary, method, path, removed?.replacedBy, ...remarks, ...Object.values(sdk)];
    return {
      operation,
      own: own.join('\n').toLowerCase(),
      fields: partsOf(operation).flatMap(([part, schema]) =>
        listFields(schema).map(({ path: field, schema: of, doc }) => ({
          part,
          path: field,
          text: [
            field,
            doc?.doc,
            ...rulesOf(doc, allowedValues(of)),
            ...(doc?.conditions ?? []).map(({ code }) => code),
          ]
            .join('\n')
            .toLowerCase(),
        })),
      ),
    };
  });

/** Finds all that holds each word of a query. */
export function searchReference(query: string): Found {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (text: string) => words.every((word) => text.includes(word));
  texts ??= textsOf();
  const found = texts.flatMap(({ operation, own, fields }) => {
    const inFields = words.length === 0 ? [] : fields.filter(({ text }) => holds(text));
    // A field of that name is meant before one whose documentation speaks of it.
    inFields.sort((a, b) => Number(holds(b.path.toLowerCase())) - Number(holds(a.path.toLowerCase())));
    return inFields.length > 0 || holds(own) ? [{ operation, fields: inFields }] : [];
  });
  // So is the operation of that name.
  const isMeant = ({ operation }: { operation: Operation }) =>
    words.length === 1 && operation.id === words[0];
  return {
    operations: found.toSorted((a, b) => Number(isMeant(b)) - Number(isMeant(a))),
    errors: [...apiErrorMeanings].flatMap(([code, meaning]) =>
      holds(`${code} ${meaning} ${apiErrorRemedies.get(code)}`.toLowerCase()) ? [code] : [],
    ),
    problems: problemCodes.filter((code) => holds(`${code} ${explainCode(code)}`.toLowerCase())),
  };
}
