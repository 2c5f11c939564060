import type { JsonMap, Place, Span } from './json-text.ts';

/** A form-encoded body read as an object of strings, with the places of its keys and values. */
export interface FormReading extends JsonMap {
  value: Record<string, string>;
}

/** Reads `application/x-www-form-urlencoded` text. Never throws: broken escapes stay as they are. */
export function readForm(text: string): FormReading {
  const value = new Map<string, string>();
  const places = new Map<string, Place>([['', { value: { from: 0, to: text.length } }]]);
  const duplicates: { path: string; key: Span }[] = [];
  let from = 0;
  for (const pair of text.split('&')) {
    const end = from + pair.length;
    const equals = pair.indexOf('=');
    const keyEnd = equals < 0 ? end : from + equals;
    if (pair !== '') {
      const name = decode(text.slice(from, keyEnd));
      const path = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      const key = { from, to: keyEnd };
      if (value.has(name)) duplicates.push({ path, key });
      value.set(name, equals < 0 ? '' : decode(text.slice(keyEnd + 1, end)));
      places.set(path, { key, value: { from: Math.min(keyEnd + 1, end), to: end } });
    }
    from = end + 1;
  }
  return { value: Object.fromEntries(value), places, duplicates };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
