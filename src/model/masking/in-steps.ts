/** Work on a long text, which rests at each `yield` so that the browser gets its turn. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** So many signs are gone through before a rest: less than a millisecond's work. */
export const STEP = 20_000;

/** Does all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
