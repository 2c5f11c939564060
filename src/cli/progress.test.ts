import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Progress } from './progress.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What is written while a file of 1 MB is read in pieces of 100 kB, one a second. */
function readSlowly(isTTY: boolean, size: number | undefined, pause = 1000): string[] {
  const written: string[] = [];
  const progress = new Progress('a.har', size, { isTTY, write: (text: string) => written.push(text) });
  for (let i = 0; i < 10; i++) {
    vi.advanceTimersByTime(pause);
    progress.add(100_000);
  }
  progress.end();
  return written;
}

describe('Progress', () => {
  it('tells how far the reading is, and goes away', () => {
    const written = readSlowly(true, 1_000_000);
    expect(written[2]).toBe('\r\u001b[KReading a.har … 30%');
    expect(written.at(-1)).toBe('\r\u001b[K');
  });

  it('tells how much was read where the size is unknown', () => {
    expect(readSlowly(true, undefined)[9]).toBe('\r\u001b[KReading a.har … 1 MB');
  });

  it('is silent on what is no terminal, and about what is soon done', () => {
    expect(readSlowly(false, 1_000_000)).toEqual([]);
    expect(readSlowly(true, 1_000_000, 10)).toEqual([]);
  });
});
