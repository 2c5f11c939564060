import { failureDetails } from '../model/compose/describe-failure.ts';
import { readAnswerBody } from '../model/compose/read-answer-body.ts';
import { ANSWER_LIMIT, type SendOptions, type SendOutcome, type WireRequest } from '../model/compose/send.ts';
import type { Failure } from '../model/exchange.ts';
import { EvaluationError, evaluateInPage } from './evaluate-in-page.ts';
import { type PageOrder, SLICE, sendInPage } from './in-page-send.ts';
import { type PageReport, readPageProgress, readPageReport } from './page-report.ts';
import type { ExpectedSend } from './recorder-messages.ts';
import { failureOfStop, stopSignal, unlessStopped } from './stop-signal.ts';
import { within } from './within.ts';

/** The first and the longest pause between two questions to the page, in ms. */
const PAUSE = { first: 10, longest: 250 };

/** So long the page may take to answer, in ms, before its user is told, and before it is asked once more. */
const SILENCE = { told: 2_500, asked: 3_000 };

/** So long the page keeps what it sent, in ms: the browser has its own last words to say about it. */
const AFTERLIFE = 1_000;

/**
 * Sends by a script in the inspected page, as the integration itself would: its origin, cookies and CORS.
 * The outcome stays in the page under a key that cannot be guessed, and is fetched from there in slices.
 */
export async function sendFromPage(
  request: WireRequest,
  options: SendOptions,
  expect: (send: ExpectedSend) => void,
): Promise<SendOutcome> {
  const startedAt = Date.now();
  const begun = performance.now();
  const key = JSON.stringify(`v3-inspector-${crypto.randomUUID()}`);
  const kept = `globalThis[${key}]`;
  const script = `v3-inspector-send-${options.id}`;
  const stop = stopSignal(options);
  const ask = (expression: string) => {
    const timer = setTimeout(() => onProgress?.({ phase: 'silent', bytes: 0 }), SILENCE.told);
    return unlessStopped(stop, evaluateInPage(expression)).finally(() => clearTimeout(timer));
  };
  const failed = (failure: Failure): SendOutcome => ({
    startedAt,
    duration: performance.now() - begun,
    failure,
  });

  const { method, url, headers, body } = request;
  const { id, followRedirects, onProgress } = options;
  expect({ id, script, method, url, body: body ?? '', at: startedAt, followRedirects });
  try {
    const order: PageOrder = {
      method,
      url,
      headers: headers.map(({ name, value }) => [name, value]),
      body: body ?? null,
      limit: ANSWER_LIMIT,
      redirect: followRedirects ? 'follow' : 'manual',
    };
    const value = `(${sendInPage.toString()})(${JSON.stringify(order)})`;
    await ask(
      `Object.defineProperty(globalThis, ${key}, { configurable: true, value: ${value} }), true\n//# sourceURL=${script}`,
    );
    const report = await waitForReport(url, onProgress, () => ask(`${kept} ? ${kept}.report() : 'gone'`));
    stop.throwIfAborted();
    if (!report) return failed({ kind: 'aborted', detail: failureDetails.navigated });
    const bytes = await readSlices(report.kept, (from, to) => ask(`${kept}.slice(${from}, ${to})`));
    return toOutcome(startedAt, report, bytes);
  } catch (error) {
    if (stop.aborted) {
      evaluateInPage(`${kept}?.cancel()`).catch(() => undefined);
      return failed(failureOfStop(stop));
    }
    if (!(error instanceof EvaluationError)) throw error;
    return failed({ kind: 'unknown', detail: error.thrown ?? failureDetails.noPage });
  } finally {
    setTimeout(() => evaluateInPage(`delete ${kept}`).catch(() => undefined), AFTERLIFE);
  }
}

/** Asks until the send is over, or stopped; undefined when the page that sent it is gone. */
async function waitForReport(
  url: string,
  onProgress: SendOptions['onProgress'],
  ask: () => Promise<unknown>,
): Promise<PageReport | undefined> {
  for (let pause = PAUSE.first; ; pause = Math.min(pause * 1.4, PAUSE.longest)) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    // A page that is just being left answers with an error of the browser.
    const answer = ask().then(String, () => 'gone');
    const text = await within(SILENCE.asked, answer);
    // Chromium forgets what it asked a page that crashes: the one that is loaded in its place knows no more.
    if (text === undefined) continue;
    const progress = readPageProgress(text);
    if (!progress) return readPageReport(url, text);
    onProgress?.(progress);
  }
}

async function readSlices(
  size: number,
  ask: (from: number, to: number) => Promise<unknown>,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(size);
  for (let from = 0; from < size; from += SLICE) {
    const slice = await ask(from, Math.min(from + SLICE, size));
    if (typeof slice === 'string') bytes.set(bytesOf(slice, size - from), from);
  }
  return bytes;
}

/** The bytes of a slice. A page that redefines what the slice is made with may hand over anything. */
function bytesOf(slice: string, most: number): Uint8Array {
  try {
    return Uint8Array.from(atob(slice), (unit) => unit.charCodeAt(0)).subarray(0, most);
  } catch {
    throw new EvaluationError('the page has changed the answer on its way');
  }
}

function toOutcome(startedAt: number, report: PageReport, bytes: Uint8Array<ArrayBuffer>): SendOutcome {
  const { duration, total, response, failure, redirectedTo } = report;
  const cut = failure && response && ({ truncated: true } as const);
  return {
    startedAt,
    duration,
    ...(response && { response: { ...response, body: { ...readAnswerBody(bytes, total), ...cut } } }),
    ...(failure && { failure }),
    ...(redirectedTo !== undefined && { redirectedTo }),
  };
}
