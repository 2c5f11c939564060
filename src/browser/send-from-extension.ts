import { failureDetails } from '../model/compose/describe-failure.ts';
import { announcedBytes, readAnswerBody } from '../model/compose/read-answer-body.ts';
import { ANSWER_LIMIT, type SendOptions, type SendOutcome, type WireRequest } from '../model/compose/send.ts';
import type { Failure } from '../model/exchange.ts';
import type { HostAccess } from './host-access.ts';
import { failureOfStop, stopSignal } from './stop-signal.ts';

/** Sends from the panel itself: with access to the host no CORS applies, and the host's cookies go along. */
export async function sendFromExtension(
  request: WireRequest,
  options: SendOptions,
  access: HostAccess,
): Promise<SendOutcome> {
  const startedAt = Date.now();
  const begun = performance.now();
  const stop = stopSignal(options);
  const taken = () => ({ startedAt, duration: performance.now() - begun });
  let response: SendOutcome['response'];
  options.onProgress?.({ phase: 'waiting', bytes: 0 });
  try {
    const answer = await fetch(request.url, {
      method: request.method,
      headers: request.headers.map(({ name, value }): [string, string] => [name, value]),
      body: bodyOf(request),
      credentials: 'include',
      redirect: options.followRedirects ? 'follow' : 'manual',
      signal: stop,
    });
    if (answer.type === 'opaqueredirect') return { ...taken(), failure: { kind: 'redirect', detail: '' } };
    response = {
      status: answer.status,
      statusText: answer.statusText,
      headers: [...answer.headers].map(([name, value]) => ({ name, value })),
    };
    const announced = announcedBytes(response.headers);
    const { bytes, total, cut } = await readUpTo(ANSWER_LIMIT, answer, stop, (bytes) =>
      options.onProgress?.({ phase: 'receiving', bytes, ...announced }),
    );
    const body = { ...readAnswerBody(bytes, total), ...(cut && ({ truncated: true } as const)) };
    const failure: Failure = { kind: 'unknown', detail: failureDetails.cut };
    return {
      ...taken(),
      response: { ...response, body },
      ...(cut && { failure }),
      ...(answer.redirected && { redirectedTo: answer.url }),
    };
  } catch (error) {
    const failure = stop.aborted ? failureOfStop(stop) : await blame(error, request.url, access);
    return { ...taken(), ...(response && { response }), failure };
  }
}

/** A text without a type would be given one; bytes are not. */
function bodyOf({ headers, body }: WireRequest): string | Uint8Array<ArrayBuffer> | null {
  if (body === undefined) return null;
  const typed = headers.some(({ name }) => name.toLowerCase() === 'content-type');
  return typed ? body : new TextEncoder().encode(body);
}

/** Reads an answer to its end and keeps the beginning. `cut` when the connection broke on the way. */
async function readUpTo(
  limit: number,
  answer: Response,
  stop: AbortSignal,
  onBytes: (total: number) => void,
) {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let kept = 0;
  let total = 0;
  let cut = false;
  const reader = answer.body?.getReader();
  try {
    for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) {
      total += step.value.length;
      onBytes(total);
      const part = step.value.subarray(0, limit - kept);
      if (part.length > 0) chunks.push(part);
      kept += part.length;
    }
  } catch (error) {
    if (stop.aborted) throw error;
    cut = true;
  }
  return { bytes: new Uint8Array(await new Blob(chunks).arrayBuffer()), total, cut };
}

async function blame(error: unknown, url: string, access: HostAccess): Promise<Failure> {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof TypeError)) return { kind: 'unknown', detail: message };
  if (!navigator.onLine) return { kind: 'refused', detail: failureDetails.offline };
  const { origin } = new URL(url);
  if (!(await access.has(origin))) return { kind: 'cors', detail: message };
  return { kind: 'refused', detail: access.doubt(origin) ? failureDetails.accessUnsure : message };
}
