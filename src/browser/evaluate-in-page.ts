import { z } from '../schemas/zod.ts';
import browser from './browser.ts';

/** The page could not evaluate: `thrown` holds the page's own exception, where that was the reason. */
export class EvaluationError extends Error {
  constructor(
    readonly thrown: string | undefined,
    /** What the browser says of it. */
    cause?: unknown,
  ) {
    super(thrown ?? 'The page evaluates nothing now.', { cause });
  }
}

const trouble = z.object({ isException: z.literal(true), value: z.string().catch('') });

/** Evaluates an expression in the inspected page. Throws an `EvaluationError` where that fails. */
export async function evaluateInPage(expression: string): Promise<unknown> {
  const [value, error] = await callEval(expression);
  if (error === undefined || error === null) return value;
  throw new EvaluationError(trouble.safeParse(error).data?.value.split('\n')[0], error);
}

/**
 * `chrome` takes a callback in both browsers. What `browser` promises differs: a pair in Firefox and in the
 * polyfill, the bare value in the `browser` that newer Chromium has of its own.
 */
function callEval(expression: string): Promise<unknown[]> {
  const api: unknown = Reflect.get(globalThis, 'chrome') ?? browser;
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
    } catch (error) {
      reject(new EvaluationError(undefined, error));
    }
  });
}

/** What stands in an API under names, one in the other; undefined where there is no such thing. */
const partOf = (api: unknown, ...names: readonly string[]): unknown =>
  names.reduce(
    (at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined),
    api,
  );
