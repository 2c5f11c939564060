import type { Steps } from '../../model/masking/in-steps.ts';
import { nextTask } from '../../model/next-task.ts';
import { SLICE } from '../run-in-slices.ts';

/** Returns a function to be awaited in a long loop: it lets keys and frames in whenever it has worked for a slice. */
export function givingWay(): () => Promise<void> | undefined {
  let end = performance.now() + SLICE;
  return () => {
    if (performance.now() < end) return undefined;
    return nextTask().then(() => {
      end = performance.now() + SLICE;
    });
  };
}

/** Does work that rests in between, and gives way whenever it does. */
export async function inTurns<T>(steps: Steps<T>, giveWay = givingWay()): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await giveWay();
  }
}
