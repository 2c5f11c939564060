/** What the page is told to send. */
export interface PageOrder {
  method: string;
  url: string;
  headers: [string, string][];
  body: string | null;
  /** Bytes of the answer that are kept. */
  limit: number;
  redirect: 'follow' | 'manual';
}

/** Bytes of the answer in one slice: as base64 they make one megabyte. */
export const SLICE = 750_000;

/**
 * Sends a request in the inspected page and keeps what becomes of it there, to be asked for.
 * It is turned into text and evaluated in the page, so it stands alone: it uses nothing of this module.
 * What it gives back are plain strings, since pages redefine how objects become JSON. Pages redefine how arrays are
 * walked and promises are waited for, too: loops count, and what is waited for is awaited.
 */
export function sendInPage(order: PageOrder) {
  const aborter = new AbortController();
  const begun = performance.now();
  const chunks: Uint8Array[] = [];
  // Kept with the rest: Chromium reports a request as aborted whose response is collected before its end is noted.
  let response: Response;
  let bytes = new Uint8Array(0);
  let kept = 0;
  let total = 0;
  let head = '';
  let outcome = '';
  let violated = false;
  let asked = false;

  const onViolation = (event: SecurityPolicyViolationEvent) => {
    if (event.effectiveDirective === 'connect-src') violated = true;
  };
  document.addEventListener('securitypolicyviolation', onViolation);

  const take = (chunk: Uint8Array) => {
    total += chunk.length;
    const part = chunk.subarray(0, order.limit - kept);
    if (part.length > 0) chunks[chunks.length] = part;
    kept += part.length;
  };
  const send = async () => {
    const headers = new Headers();
    for (let at = 0; at < order.headers.length; at++) {
      const row = order.headers[at];
      if (row) headers.append(row[0], row[1]);
    }
    const typed = headers.has('content-type');
    // A text without a type would be given one; bytes are not.
    const body = order.body === null || typed ? order.body : new TextEncoder().encode(order.body);
    response = await fetch(order.url, {
      method: order.method,
      headers,
      body,
      credentials: 'include',
      redirect: order.redirect,
      signal: aborter.signal,
    });
    if (response.type === 'opaqueredirect') return;
    head = `${response.status}\n${response.statusText}`;
    response.headers.forEach((value, name) => {
      head += `\n${name}: ${value}`;
    });
    if (!response.body) return take(new Uint8Array(await response.arrayBuffer()));
    const reader = response.body.getReader();
    for (let step = await reader.read(); !step.done; step = await reader.read()) take(step.value);
  };
  const finish = (word: string) => {
    bytes = new Uint8Array(kept);
    let at = 0;
    for (let index = 0; index < chunks.length; index++) {
      const chunk = chunks[index];
      if (!chunk) break;
      bytes.set(chunk, at);
      at += chunk.length;
    }
    outcome = `${word}\n${performance.now() - begun}`;
  };
  const sendAndTell = async () => {
    try {
      await send();
      finish(head === '' ? 'redirect' : 'answered');
    } catch (error) {
      let words = 'no reason';
      try {
        words = `${error instanceof Error ? error.message : error}`.replace(/\s+/g, ' ');
      } catch {
        // The page throws what cannot be written.
      }
      finish(`${head === '' ? 'rejected' : 'cut'} ${words}`);
    }
  };
  sendAndTell();

  return {
    /** While under way, how far. A violation of the policy is told a little later than the fetch rejects. */
    report() {
      const early = outcome.startsWith('rejected') && !violated && !asked;
      if (outcome !== '') asked = true;
      if (outcome === '' || early) return head === '' ? 'waiting' : `receiving\n${total}\n${head}`;
      document.removeEventListener('securitypolicyviolation', onViolation);
      const page = `${location.origin}\n${navigator.onLine}\n${violated}`;
      const from = head !== '' && response.redirected ? response.url : '';
      return `${outcome}\n${page}\n${total}\n${kept}\n${from}\n${head}`;
    },
    /** A part of the answer's bytes in base64. */
    slice(from: number, to: number) {
      let binary = '';
      for (let at = from; at < to; at += 8192)
        binary += String.fromCharCode(...bytes.subarray(at, Math.min(at + 8192, to)));
      return btoa(binary);
    },
    cancel() {
      aborter.abort();
    },
  };
}
