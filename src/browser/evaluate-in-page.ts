import { z } from '../schemas/zod.ts';

/** The page could not evaluate: `thrown` holds the page's own exception, where that was the reason. */
export class EvaluationError extends Error {
  constructor(
    readonly thrown: string | undefined,
    /** The browser's answer in the place of the page's. */
    cause?: unknown,
  ) {
    super(thrown ?? 'The page evaluates nothing now.', { cause });
  }
}

const trouble = z.object({ isException: z.literal(true), value: z.string().catch('') });

/** Evaluates an expression in the inspected page. Throws an `EvaluationError` where that fails. */
export async function evaluateInPage(expression: string): Promise<unknown> {
  proven ??= await findWindow();
  const [value, error] = await callEval(proven, expression);
  if (error === undefined || error === null) return value;
  throw new EvaluationError(trouble.safeParse(error).data?.value.split('\n')[0], error);
}

/** The window whose API has answered. */
let proven: object | undefined;

/**
 * Firefox connects each document of an extension to the page at its first question, and refuses it for good where that
 * fails, as it may while the page changes its process. A document in a new frame is connected anew.
 */
async function findWindow(): Promise<object> {
  const harmless = '0';
  try {
    await callEval(globalThis, harmless);
    return globalThis;
  } catch (error) {
    // Chromium fails without an answer, where the extension has been reloaded, and a frame's question gets none.
    if (!(error instanceof EvaluationError) || error.cause === undefined) throw error;
    const frame = await openFrame();
    try {
      await callEval(frame.contentWindow ?? globalThis, harmless);
      return frame.contentWindow ?? globalThis;
    } catch (again) {
      frame.remove();
      throw again;
    }
  }
}

/** A hidden frame with an empty page of the extension, loaded. */
function openFrame(): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.src = '/empty.html';
  return new Promise((resolve) => {
    frame.addEventListener('load', () => resolve(frame));
    document.body.append(frame);
  });
}

/**
 * `chrome` takes a callback in both browsers. What `browser` promises differs: a pair in Firefox and in the
 * polyfill, the bare value in the `browser` that newer Chromium has of its own.
 */
function callEval(inWindow: object, expression: string): Promise<unknown[]> {
  const api = partOf(inWindow, 'chrome');
  const evaluate = partOf(api, 'devtools', 'inspectedWindow', 'eval');
  return new Promise((resolve, reject) => {
    if (typeof evaluate !== 'function') return reject(new EvaluationError(undefined));
    const answer = (...pair: unknown[]) => {
      // Firefox fails so where the page is going away; an error that nobody looks at is reported as one of ours.
      const lastError = partOf(api, 'runtime', 'lastError');
      if (lastError) reject(new EvaluationError(undefined, lastError));
      else resolve(pair);
    };
    try {
      Reflect.apply(evaluate, undefined, [expression, answer]);
    } catch {
      reject(new EvaluationError(undefined));
    }
  });
}

/** What stands in an API under names, one in the other; undefined where there is no such thing. */
const partOf = (api: unknown, ...names: readonly string[]): unknown =>
  names.reduce(
    (at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined),
    api,
  );
