import type { Sensitivity } from '../../schemas/field.ts';
import { operations } from '../../schemas/operations.ts';
import { sensitivityOf } from './sensitive-names.ts';
import { findByLook, mergeSpans, type SensitiveSpan, sensitivityOfValue } from './sensitive-text.ts';

/** The paths of V3 that hold parameters, with the parameters' names. */
const templates = operations
  .filter(({ path }) => path.includes('{'))
  .map(({ path }) => ({
    pattern: new RegExp(`${path.replace(/\{\w+\}/g, '([^/?#]+)')}/?(?=[?#]|$)`, 'd'),
    names: [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
  }));

/** Finds tokens and personal data in a URL: user and password, parameters of the path, the query and the fragment. */
export function findInUrl(url: string): SensitiveSpan[] {
  const found: SensitiveSpan[] = [];
  const add = (from: number, to: number, sensitivity: Sensitivity) => {
    if (to > from) found.push({ from, to, sensitivity });
  };
  const user = /^[a-z][\w+.-]*:\/\/([^/?#]*)@/di.exec(url)?.indices?.[1];
  if (user) add(user[0], user[1], 'secret');

  for (const { pattern, names } of templates) {
    const indices = pattern.exec(url)?.indices;
    for (const [i, name] of names.entries()) {
      const sensitivity = sensitivityOf(name);
      const at = indices?.[i + 1];
      if (at && sensitivity && sensitivity !== 'harmless' && /\d|@|%40/.test(url.slice(...at)))
        add(at[0], at[1], sensitivity);
    }
  }
  for (const { indices, 1: name = '', 2: value = '' } of url.matchAll(/[?&#;]([^=&#;?]*)=([^&#;]*)/dg)) {
    const sensitivity = sensitivityOfParameter(decode(name), decode(value));
    const at = indices?.[2];
    if (at && sensitivity) add(at[0], at[1], sensitivity);
  }
  const pathEnd = /[?#]/.exec(url)?.index ?? url.length;
  const start = /^[a-z][\w+.-]*:\/\/[^/?#]*/i.exec(url)?.[0].length ?? 0;
  for (const { index, 0: segment } of url.slice(start, pathEnd).matchAll(/[^/]+/g))
    if (/^\+?\d{9,15}$/.test(decode(segment)) || findByLook(decode(segment)).length > 0)
      add(start + index, start + index + segment.length, 'phone');
  for (const { from, to, sensitivity } of findByLook(url.slice(start)))
    add(start + from, start + to, sensitivity);
  return mergeSpans(found);
}

function sensitivityOfParameter(name: string, value: string): Sensitivity | undefined {
  // Not V3's names, but OAuth's and those of signed links.
  if (/^(?:code|state|nonce|key|id_?hint|assertion|ticket)$/i.test(name)) return 'token';
  const sensitivity = sensitivityOf(name);
  const byLook = findByLook(value)[0]?.sensitivity;
  if (sensitivity === 'harmless') return byLook;
  return sensitivity ?? byLook ?? sensitivityOfValue(value);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' ')).replace(/^ (?=\d)/, '+');
  } catch {
    return text;
  }
}
