import { unwrap } from '../../schemas/field.ts';
import type { Operation } from '../../schemas/operation.ts';
import { z } from '../../schemas/zod.ts';
import { fromPointer } from '../body/json-pointer.ts';
import type { PathValues } from '../routes/route.ts';
import { advise } from './advise.ts';
import type { Finding } from './problem.ts';
import { refuse } from './refuse.ts';

const NONE: readonly Finding[] = [];

/** What is wrong with the parameters in the path and the query of a URL; their paths are `{name}` and `?name`. */
export function checkParameters(
  { pathParameters, queryParameters }: Operation,
  values: PathValues,
  url: URL,
): readonly Finding[] {
  if (!pathParameters && !queryParameters) return NONE;
  return [
    ...(pathParameters ? check(pathParameters, values, (name) => `{${name}}`) : NONE),
    ...(queryParameters
      ? check(queryParameters, queryValues(url, queryParameters), (name) => `?${name}`)
      : NONE),
  ];
}

function check(
  schema: z.ZodObject,
  value: Record<string, unknown>,
  toPath: (name: string) => string,
): Finding[] {
  const refused = refuse(schema, value);
  const broken = new Set(refused.map(({ path }) => path));
  const advised = advise(schema, value, { region: undefined, broken });
  return [...refused, ...advised].map((finding) => ({
    ...finding,
    path: toPath(fromPointer(finding.path)[0] ?? ''),
  }));
}

/** The query with its texts as the types that they stand for; the last of equal names counts. */
function queryValues({ searchParams }: URL, { shape }: z.ZodObject): Record<string, unknown> {
  return Object.fromEntries(
    [...searchParams].map(([name, text]) => [
      name,
      Object.hasOwn(shape, name) && shape[name] ? readAs(shape[name], text) : text,
    ]),
  );
}

function readAs(field: z.core.$ZodType, text: string): unknown {
  const schema = unwrap(field);
  if (schema instanceof z.ZodNumber && /^-?\d{1,15}$/.test(text)) return Number(text);
  return schema instanceof z.ZodBoolean && /^(?:true|false)$/.test(text) ? text === 'true' : text;
}
