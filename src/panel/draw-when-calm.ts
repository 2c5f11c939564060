import type { Schedule } from './store.ts';

/** After so long without a change it is calm, in ms. */
const CALM = 150;
/** While calls pour in, views are drawn so often, in ms: more than a reader follows, and the page keeps its processor. */
const INTERVAL = 1_000;

/**
 * Draws what has changed in the next frame. While one change follows the other, it waits until they have come to rest,
 * but no longer than an interval: of a burst of calls the last is drawn soon, and not each in between.
 */
export function drawWhenCalm(): Schedule {
  let changed = Number.NEGATIVE_INFINITY;
  let drawn = Number.NEGATIVE_INFINITY;
  let state: 'drawn' | 'waiting' | 'in next frame' = 'drawn';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let draw = () => {};

  // A hidden panel gets no frames, and needs none until it is shown.
  const drawInFrame = () => {
    state = 'in next frame';
    clearTimeout(timer);
    requestAnimationFrame(() => {
      state = 'drawn';
      drawn = performance.now();
      draw();
    });
  };
  const waitForCalm = () => {
    const wait = Math.min(changed + CALM, drawn + INTERVAL) - performance.now();
    if (wait > 0) timer = setTimeout(waitForCalm, wait);
    else drawInFrame();
  };

  return (work, when) => {
    const now = performance.now();
    const isCalm = now - changed > CALM;
    draw = work;
    changed = now;
    if (state === 'in next frame') return;
    if (isCalm || when === 'next frame') drawInFrame();
    else if (state === 'drawn') {
      state = 'waiting';
      waitForCalm();
    }
  };
}
