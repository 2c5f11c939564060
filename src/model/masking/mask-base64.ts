import { UUID } from '../routes/shapes.ts';
import { fromBase64, mayBeText, readUtf8, toBase64, unitsOf, writeUtf8 } from './base64-text.ts';
import type { Steps } from './in-steps.ts';
import { isFieldName } from './sensitive-names.ts';

/** Readable stretches of bytes: UTF-8, a unit a byte. */
const READABLE =
  /(?:[\t\r\n -~]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+/g;

/** What text becomes in base64, if there is enough of it to be looked for; words and numbers are not like that. */
const PACKED = /^(?=.{12})(?=[^A-Z]*[A-Z])(?=[^a-z]*[a-z])/;

/** Whether a run of its signs may be base64 with a text in it; most words are not. */
export const mayHoldText = (found: string): boolean =>
  found.length > 5 && (mayBeText(found) || PACKED.test(found)) && !UUID.test(found);

interface Masks {
  /** A text that base64 holds as a whole. */
  text: (inside: string) => Steps<string>;
  /** A stretch of what it holds. */
  loose: (inside: string) => Steps<string>;
}

/** Masks what base64 holds: a text, or readable stretches of other bytes, wherever the base64 itself begins. */
export function* maskBase64(found: string, masks: Masks): Steps<string> {
  if (isFieldName(found)) return found;
  const decoded = fromBase64(found);
  if (decoded !== undefined && decoded.length >= 4 && !/[^\P{Cc}\r\n\t]/u.test(decoded)) {
    const masked = yield* masks.text(decoded);
    return masked === decoded ? found : inAlphabetOf(found, toBase64(masked));
  }
  if (!PACKED.test(found)) return found;
  const signs = found.replace(/=+$/, '');
  let masked = signs;
  // What stands before it, in the same signs, may have shifted it.
  for (let shift = 0; shift < 4; shift++) {
    const end = signs.length - ((signs.length - shift) % 4 === 1 ? 1 : 0);
    const packed = masked.slice(shift, end);
    const units = unitsOf(packed);
    if (units === undefined) continue;
    const replaced = yield* maskReadable(units, masks.loose);
    if (replaced === units) continue;
    masked = masked.slice(0, shift) + inAlphabetOf(packed, btoa(replaced)) + masked.slice(end);
  }
  return masked === signs ? found : masked + found.slice(signs.length);
}

function* maskReadable(units: string, loose: Masks['loose']): Steps<string> {
  const parts: string[] = [];
  let at = 0;
  for (const { index, 0: stretch } of units.matchAll(READABLE)) {
    if (stretch.length < 5) continue;
    parts.push(units.slice(at, index), yield* maskStretch(stretch, loose));
    at = index + stretch.length;
  }
  parts.push(units.slice(at));
  return parts.join('');
}

/** The same number of bytes, so that all around them stays where it is. */
function* maskStretch(stretch: string, loose: Masks['loose']): Steps<string> {
  const text = readUtf8(stretch);
  if (text === undefined) return stretch;
  const masked = yield* loose(text);
  if (masked === text) return stretch;
  const units = writeUtf8(masked);
  return units.length === stretch.length ? units : units.slice(0, stretch.length).padEnd(stretch.length, 'x');
}

/** As the base64 was that it takes the place of: with its alphabet, and padded if that was. */
function inAlphabetOf(found: string, encoded: string): string {
  const inAlphabet = /[-_]/.test(found) ? encoded.replaceAll('+', '-').replaceAll('/', '_') : encoded;
  return found.endsWith('=') ? inAlphabet : inAlphabet.replace(/=+$/, '');
}
