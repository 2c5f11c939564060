import type { Steps } from './in-steps.ts';
import { toPercents } from './text-view.ts';

/** Masks what may be URL-encoded; it is again afterwards. */
export function maskEncoded(raw: string, mask: (value: string) => string): string {
  const value = unencoded(raw);
  return encodedLike(raw, value, mask(value));
}

/** The same in steps. */
export function* maskEncodedSteps(raw: string, mask: (value: string) => Steps<string>): Steps<string> {
  const value = unencoded(raw);
  return encodedLike(raw, value, yield* mask(value));
}

/** A masked value in the place of what stood there, which may have been URL-encoded. */
function encodedLike(raw: string, value: string, masked: string): string {
  if (masked === value) return raw;
  if (raw === value) return masked;
  const encoded = toPercents(masked);
  return raw.includes('+') && !raw.includes('%20') ? encoded.replaceAll('%20', '+') : encoded;
}

/** As it reads; in a number a plus is a plus. */
export function unencoded(text: string): string {
  if (!/[%+]/.test(text)) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' ')).replace(/^ (?=\d)/, '+');
  } catch {
    return text;
  }
}
