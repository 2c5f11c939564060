import { type Body, type Header, headerValue } from '../exchange.ts';

/**
 * The body that an answer's bytes are. `total` counts all that came, of which `bytes` may be the beginning.
 * A byte order mark stays in the text.
 */
export function readAnswerBody(bytes: Uint8Array<ArrayBuffer>, total: number): Body {
  const cut = total > bytes.length;
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    // A cut may fall into a character: what is left of it is kept back, and not taken for a fault.
    const text = decoder.decode(bytes, { stream: cut });
    return { text, bytes: total, ...(cut && { truncated: true }) };
  } catch {
    return { text: '', bytes: total, binary: true, ...(cut && { truncated: true }) };
  }
}

/** The bytes of body that an answer announces; nothing where it is compressed, which makes the number another one. */
export function announcedBytes(headers: readonly Header[]): { total?: number } {
  const length = headerValue(headers, 'content-length') ?? '';
  if (!/^[1-9]\d*$/.test(length) || headerValue(headers, 'content-encoding') !== undefined) return {};
  return { total: Number(length) };
}
