import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { drawWhenCalm } from './draw-when-calm.ts';

const FRAME = 16;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, FRAME));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Changes to come, and when views were told of them, in ms. */
function play() {
  const schedule = drawWhenCalm();
  const began = performance.now();
  const drawn: number[] = [];
  const tell = () => drawn.push(performance.now() - began);
  return { drawn, call: () => schedule(tell, 'when calm'), command: () => schedule(tell, 'next frame') };
}

describe('drawing while calls come in', () => {
  it('shows a call by itself in the next frame', () => {
    const { drawn, call } = play();
    call();
    vi.advanceTimersByTime(1_000);
    call();
    vi.advanceTimersByTime(1_000);
    expect(drawn).toEqual([FRAME, 1_000 + FRAME]);
  });

  it('shows a burst when it is over, and not each of its calls', () => {
    const { drawn, call } = play();
    for (let at = 0; at < 300; at += 10) {
      call();
      vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(1_000);
    expect(drawn).toHaveLength(2);
    expect(drawn[1]).toBeLessThan(300 + 170);
  });

  it('keeps showing calls that never cease', () => {
    const { drawn, call } = play();
    for (let at = 0; at < 5_000; at += 10) {
      call();
      vi.advanceTimersByTime(10);
    }
    expect(drawn.length).toBeGreaterThan(4);
    expect(drawn.length).toBeLessThan(8);
  });

  it('shows what its user did in the next frame, whatever comes in', () => {
    const { drawn, call, command } = play();
    call();
    vi.advanceTimersByTime(50);
    call();
    command();
    vi.advanceTimersByTime(FRAME);
    expect(drawn).toEqual([FRAME, 50 + FRAME]);
    vi.advanceTimersByTime(2_000);
    expect(drawn).toHaveLength(2);
  });
});
