import { readJson } from '../body/json-text.ts';
import type { Exchange } from '../exchange.ts';

/** What the answers of a flow give to the calls that follow. */
export interface FlowValues {
  correlationId?: string;
  authToken?: string;
}

const wanted = [
  ['correlationId', /^correlation_?id$/i],
  ['authToken', /^auth_?token$/i],
] as const;

/** Deeper than any envelope of a back end. */
const MAX_DEPTH = 4;

/** What the answers of exchanges gave, the latest of each; wherever a back end's own envelope holds it. */
export function flowValuesOf(exchanges: readonly Exchange[]): FlowValues {
  const values: FlowValues = {};
  for (const { response } of exchanges) {
    if (!response?.body || response.body.truncated || response.status >= 400) continue;
    const reading = readJson(response.body.text);
    if ('value' in reading) collect(reading.value, values, 0);
  }
  return values;
}

function collect(value: unknown, values: FlowValues, depth: number): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > MAX_DEPTH) return;
  for (const [key, child] of Object.entries(value)) {
    const name = wanted.find(([, pattern]) => pattern.test(key))?.[0];
    if (name && typeof child === 'string' && child !== '') values[name] = child;
    else collect(child, values, depth + 1);
  }
}
