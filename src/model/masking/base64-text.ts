const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The UTF-8 text that base64 of either alphabet holds, or undefined where it holds none. */
export function fromBase64(base64: string): string | undefined {
  if (!mayBeText(base64)) return undefined;
  const units = unitsOf(base64);
  return units === undefined ? undefined : readUtf8(units);
}

/** A text's UTF-8 bytes in base64. */
export const toBase64 = (text: string): string => btoa(writeUtf8(text));

/** A text's UTF-8, a unit a byte. */
export function writeUtf8(text: string): string {
  const parts: string[] = [];
  const bytes = encoder.encode(text);
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join('');
}

/** The text whose UTF-8 it is, a unit a byte; undefined where it is none. */
export function readUtf8(units: string): string | undefined {
  const bytes = new Uint8Array(units.length);
  let isAscii = true;
  for (let i = 0; i < units.length; i++) {
    const unit = units.charCodeAt(i);
    bytes[i] = unit;
    if (unit > 127) isAscii = false;
  }
  if (isAscii) return units;
  // Throwing would cost more than all else; a sign that stands for bytes that are no text may stand there rightly.
  const text = decoder.decode(bytes);
  return text.includes('\uFFFD') && !units.includes('\u00EF\u00BF\u00BD') ? undefined : text;
}

/** The bytes of base64 of either alphabet, a unit a byte. */
export function unitsOf(base64: string): string | undefined {
  const signs = base64.replace(/=+$/, '');
  if (signs.length % 4 === 1) return undefined;
  try {
    return atob(signs.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return undefined;
  }
}

/** Almost every word could be base64; the first bytes of almost every one of them are no text. */
export function mayBeText(base64: string): boolean {
  let following = 0;
  for (let i = 0; i + 1 < base64.length && i < 12; i++) {
    if (i % 4 === 3) continue;
    const [high, low] = [sixBits(base64.charCodeAt(i)), sixBits(base64.charCodeAt(i + 1))];
    if (high < 0 || low < 0) return true;
    const byte = ((high << (2 + 2 * (i % 4))) | (low >> (4 - 2 * (i % 4)))) & 255;
    if (following > 0) {
      if (byte >> 6 !== 2) return false;
      following--;
    } else if (byte >= 0x80) {
      if (byte < 0xc2 || byte > 0xf4) return false;
      following = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    } else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) return false;
    else if (byte === 127) return false;
  }
  return true;
}

function sixBits(code: number): number {
  if (code >= 97 && code <= 122) return code - 71;
  if (code >= 65 && code <= 90) return code - 65;
  if (code >= 48 && code <= 57) return code + 4;
  if (code === 43 || code === 45) return 62;
  return code === 47 || code === 95 ? 63 : -1;
}
