import { type Body, type Header, headerValue, utf8Length } from '../exchange.ts';
import type { HarContent, HarEntry, HarPostData } from './har-entry.ts';

/** The request body of a HAR entry; undefined where there was none. */
export function readRequestBody(
  { postData, headers, bodySize }: HarEntry['request'],
  failed: boolean,
): Body | undefined {
  const declared = contentLength(headers);
  const text = textOf(postData);
  if (text === undefined) {
    // Firefox forgets the body of a call that got no answer, and Content-Length may be all that is left.
    return declared || (failed && postData !== null) ? unknownBody(declared ?? 0) : undefined;
  }
  if (postData?.encoding === 'base64') return fromBase64(text);
  // Playwright can be told to leave bodies out, or to put them elsewhere: -1 stands for a size not looked at.
  if (text === '' && bodySize && !declared) return unknownBody(Math.max(0, bodySize));
  // What is put together from params, or was decoded, need not have the length of what was sent.
  const isOther = (text !== '' && !postData?.text) || headerValue(headers, 'content-encoding') !== undefined;
  return measure(text, isOther ? undefined : declared);
}

/** The answer's body of a HAR entry; undefined where it was not handed over. */
export function readResponseBody(
  content: HarContent | null | undefined,
  headers: readonly Header[],
): Body | undefined {
  if (typeof content?.text !== 'string') return undefined;
  if (content.encoding === 'base64') return fromBase64(content.text);
  const declared = headerValue(headers, 'content-encoding') ? undefined : contentLength(headers);
  // Firefox fills what it cut off with NULs.
  const text = content.text.endsWith('\0') ? content.text.replace(/\0+$/, '') : content.text;
  if (text.length < content.text.length)
    return { text, bytes: Math.max(declared ?? 0, content.text.length), truncated: true };
  return text === '' && (declared ?? content.size ?? 0) > 0
    ? unknownBody(declared ?? content.size ?? 0)
    : measure(text, declared);
}

const unknownBody = (bytes: number): Body => ({ text: '', bytes, truncated: true });

function textOf(postData: HarPostData | null | undefined): string | undefined {
  if (typeof postData?.text === 'string' && (postData.text !== '' || !postData.params?.length))
    return postData.text;
  if (!postData?.params?.length) return undefined;
  return new URLSearchParams(postData.params.map(({ name, value }) => [name, value ?? ''])).toString();
}

function contentLength(headers: readonly Header[]): number | undefined {
  const value = headerValue(headers, 'content-length');
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}

/** Both browsers hand over a part of a large body without a word; a declared length shows it. */
function measure(text: string, declared: number | undefined): Body {
  const bytes = utf8Length(text);
  return declared !== undefined && bytes < declared
    ? { text, bytes: declared, truncated: true }
    : { text, bytes };
}

function fromBase64(base64: string): Body {
  try {
    const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
    try {
      return {
        text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
        bytes: bytes.length,
      };
    } catch {
      return { text: '', bytes: bytes.length, binary: true };
    }
  } catch {
    return { text: '', bytes: 0, binary: true };
  }
}
