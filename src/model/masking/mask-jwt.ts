import { readJson } from '../body/json-text.ts';
import { isObject } from '../is-object.ts';
import { fromBase64, toBase64 } from './base64-text.ts';

/** What says how to read a token, not whose it is. */
const SHOWN = /^(?:alg|typ|enc|cty|iat|nbf|exp)$/;

/**
 * A JWT that reads as before, with its claims and its signature replaced; undefined for a text that is none. `part`
 * gives the stand-in of a claim or of the signature, `url` that of an address.
 */
export function maskJwt(
  token: string,
  part: (text: string) => string,
  url: (text: string) => string,
): string | undefined {
  const parts = token.split('.');
  if (parts.length !== 3) return undefined;
  const [header, claims] = parts.slice(0, 2).map(decodeObject);
  if (!header || !claims) return undefined;
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string')
      return SHOWN.test(key) ? value : /^[a-z]+:\/\//i.test(value) ? url(value) : part(value);
    if (typeof value === 'number') return SHOWN.test(key) ? value : Number(part(String(value))) || 0;
    if (Array.isArray(value)) return value.map((item) => walk(item, key));
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, name)]));
  };
  const encode = (value: object) =>
    toBase64(JSON.stringify(walk(value, '')))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replace(/=+$/, '');
  return `${encode(header)}.${encode(claims)}.${part(parts[2] ?? '')}`;
}

function decodeObject(part: string): Record<string, unknown> | undefined {
  const text = fromBase64(part);
  if (text === undefined) return undefined;
  const reading = readJson(text);
  return 'value' in reading && isObject(reading.value) ? reading.value : undefined;
}
