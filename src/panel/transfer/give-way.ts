import { SLICE } from '../run-in-slices.ts';

/** Returns a function to be awaited in a long loop: it lets keys and frames in whenever it has worked for a slice. */
export function givingWay(): () => Promise<void> | undefined {
  let end = performance.now() + SLICE;
  return () => {
    if (performance.now() < end) return undefined;
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        end = performance.now() + SLICE;
        resolve();
      };
      port2.postMessage(null);
    });
  };
}
