import { unwrap } from '../../src/schemas/field.ts';
import type { Operation } from '../../src/schemas/operation.ts';
import { z } from '../../src/schemas/zod.ts';

/** The values of the `{name}` segments of an operation's path; undefined where one cannot be decoded. */
export function readPath({ path }: Operation, pathname: string): Record<string, string> | undefined {
  const names = path.split('/');
  const values: Record<string, string> = {};
  for (const [index, part] of pathname.split('/').entries()) {
    const name = /^\{(\w+)\}$/.exec(names[index] ?? '')?.[1];
    if (name === undefined) continue;
    try {
      values[name] = decodeURIComponent(part);
    } catch {
      return undefined;
    }
  }
  return values;
}

/** What a query says, or the name of the parameter that is missing or wrong. */
export function readQuery(
  { queryParameters }: Operation,
  search: URLSearchParams,
): { query: Record<string, unknown> } | { wrong: string } {
  const shape = queryParameters?.shape ?? {};
  const query = Object.fromEntries(
    [...search].map(([name, text]) => [name, shape[name] ? typed(shape[name], text) : text]),
  );
  const issue = queryParameters?.safeParse(query).error?.issues[0];
  return issue ? { wrong: String(issue.path[0]) } : { query };
}

/** The value that a text of a URL stands for; the text itself where it stands for none. */
function typed(field: z.core.$ZodType, text: string): unknown {
  const inner = unwrap(field);
  if (inner instanceof z.ZodNumber) return /^-?\d+$/.test(text) ? Number(text) : text;
  if (inner instanceof z.ZodBoolean) return text === 'true' || (text === 'false' ? false : text);
  return text;
}
