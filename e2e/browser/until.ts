/** How long a wait may take before it fails, in milliseconds. */
export const PATIENCE = 30_000;

type Truthy<T> = Exclude<T, false | null | undefined | 0 | ''>;

const isTruthy = <T>(value: T): value is T & Truthy<T> => Boolean(value);

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Asks again and again until the answer is truthy, and returns it.
 * `what` completes the sentence "Waited 15 s for …". Throws when time (in ms) is up, with the last error as cause.
 */
export async function until<T>(
  ask: () => Promise<T> | T,
  what: string,
  patience = PATIENCE,
): Promise<Truthy<T>> {
  const end = Date.now() + patience;
  let cause: unknown;
  do {
    try {
      const answer = await ask();
      if (isTruthy(answer)) return answer;
      cause = undefined;
    } catch (error) {
      if (error instanceof StopWaiting) throw error;
      cause = error;
    }
    await pause(25);
  } while (Date.now() < end);
  throw new Error(`Waited ${patience / 1000} s for ${what}`, { cause });
}

/** Thrown inside `until` when waiting on makes no sense (the browser has ended). */
export class StopWaiting extends Error {}

/** The promise's value, or `undefined` when it takes longer than `ms`. */
export async function atMost<T>(ms: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([promise, timeUp]);
  } finally {
    clearTimeout(timer);
  }
}
