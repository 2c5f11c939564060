import { afterEach, describe, expect, test } from 'vitest';
import { formatClock, formatTime, times } from './words.ts';

afterEach(() => {
  times.value = { format: 'local', since: undefined };
});

describe('times are written by the clock that the reader has chosen', () => {
  const at = new Date(2026, 10, 29, 15, 3, 2, 7).getTime();

  test('the clock of this machine', () => {
    expect(formatTime(at)).toBe('15:03:02.007');
    expect(formatClock(at)).toBe('15:03:02');
  });

  test('UTC', () => {
    times.value = { format: 'utc', since: undefined };
    const noon = Date.UTC(2026, 10, 29, 12, 0, 0, 250);
    expect(formatTime(noon)).toBe('12:00:00.250Z');
    expect(formatClock(noon)).toBe('12:00:00Z');
  });

  test('since the first call, also over hours and before it', () => {
    times.value = { format: 'elapsed', since: at };
    expect(formatTime(at + 12_123)).toBe('+00:12.123');
    expect(formatClock(at + 12_123)).toBe('+00:12');
    expect(formatClock(at + 3_723_000)).toBe('+01:02:03');
    expect(formatClock(at - 1_000)).toBe('−00:01');
  });
});
