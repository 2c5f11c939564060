import { parseArgs } from 'node:util';
import { parseRoute } from '../model/routes/parse-route.ts';
import type { Route } from '../model/routes/route.ts';

export const formats = ['text', 'json', 'markdown'] as const;
export type Format = (typeof formats)[number];

export interface CheckArguments {
  /** `-` is standard input. */
  files: readonly string[];
  format: Format;
  routes: readonly Route[];
}

/** Reads what stands behind `check`; `error` is a sentence for whoever typed it. */
export function parseCheckArguments(args: readonly string[]): CheckArguments | { error: string } {
  // Not strict: the words for what is wrong are our own.
  const { tokens } = parseArgs({
    args: [...args],
    options: { format: { type: 'string' }, route: { type: 'string' } },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const files: string[] = [];
  const routes: Route[] = [];
  let format: Format = 'text';
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    if (name !== 'format' && name !== 'route') return { error: `There is no option “${rawName}”.` };
    if (value === undefined || (!token.inlineValue && value.startsWith('-')))
      return { error: `“${rawName}” needs a value.` };
    if (name === 'format') {
      const known = formats.find((one) => one === value);
      if (!known) return { error: `There is no format “${value}”; there are ${formats.join(', ')}.` };
      format = known;
    } else {
      const reading = parseRoute(value);
      if ('error' in reading) return { error: `The route “${value}” cannot be used. ${reading.error}` };
      routes.push(reading.route);
    }
  }
  if (files.length === 0) return { error: 'Name at least one HAR file, or - for standard input.' };
  if (files.filter((file) => file === '-').length > 1)
    return { error: 'Standard input can be read once only.' };
  return { files, format, routes };
}
