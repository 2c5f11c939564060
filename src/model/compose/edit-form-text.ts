import { readForm } from '../body/form-text.ts';
import { toPointer } from '../body/json-pointer.ts';
import { findVariables } from './variables.ts';

/**
 * A form-encoded body with one field changed, every other byte as it was; undefined takes the field away. Of a
 * name that stands twice, the last is changed, which is the one that counts; removing removes them all.
 */
export function editFormText(text: string, name: string, value: string | undefined): string {
  const path = toPointer([name]);
  if (value === undefined) {
    let changed = text;
    for (
      let place = readForm(changed).places.get(path);
      place?.key;
      place = readForm(changed).places.get(path)
    )
      changed = cutPair(changed, place.key.from, place.value.to);
    return changed;
  }
  const form = readForm(text);
  const place = form.places.get(path);
  if (!place?.key) {
    const before = /\S/.test(text) ? text : '';
    return `${before}${before === '' || before.endsWith('&') ? '' : '&'}${encode(name)}=${encode(value)}`;
  }
  if (form.value[name] === value) return text;
  return `${text.slice(0, place.key.to)}=${encode(value)}${text.slice(place.value.to)}`;
}

/** Cuts a pair with the `&` after it, or before it where it is the last. */
const cutPair = (text: string, from: number, to: number): string =>
  text[to] === '&'
    ? text.slice(0, from) + text.slice(to + 1)
    : text.slice(0, Math.max(0, from - 1)) + text.slice(to);

/** Variables stay as they are typed: their values are encoded when they are filled in. */
function encode(text: string): string {
  let result = '';
  let at = 0;
  for (const { from, to } of findVariables(text, 'plain')) {
    result += encodeText(text.slice(at, from)) + text.slice(from, to);
    at = to;
  }
  return result + encodeText(text.slice(at));
}

const encodeText = (text: string) => new URLSearchParams([['', text]]).toString().slice(1);
