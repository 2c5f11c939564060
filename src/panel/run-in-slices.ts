/** So long a slice may work before the browser gets its turn, in ms. */
export const SLICE = 10;

/**
 * Works in slices, so that keys and frames come between them; the first slice at once, for what is done in one.
 * `work` gets to know when its time is up and returns whether it is done; `told` hears of every slice.
 * Returns a function that stops it.
 */
export function runInSlices(work: (isTimeUp: () => boolean) => boolean, told: () => void): () => void {
  let stopped = false;
  const { port1, port2 } = new MessageChannel();
  const slice = () => {
    if (stopped) return;
    const end = performance.now() + SLICE;
    stopped = work(() => performance.now() >= end);
    told();
    // A timer would wait for 4 ms.
    if (stopped) port1.close();
    else port2.postMessage(null);
  };
  port1.onmessage = slice;
  slice();
  return () => {
    stopped = true;
    port1.close();
  };
}
