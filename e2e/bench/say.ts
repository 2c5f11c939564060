import { performance } from 'node:perf_hooks';

/** Prints a figure as one line of JSON. */
export const say = (figure: string, value: number, unit: string, more: object = {}): void =>
  console.log(JSON.stringify({ figure, value: Number(value.toPrecision(4)), unit, ...more }));

/** The same with what it may be at most. */
export const sayWithin = (
  limit: number,
  figure: string,
  value: number,
  unit: string,
  more: object = {},
): void => say(figure, value, unit, { ...more, limit, kept: value <= limit });

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

export interface Cost {
  /** What one waits for it, in ms. */
  wait: number;
  /** What the processor spends on it, threads for garbage included, in ms. */
  processor: number;
}

/** What some work costs. */
export function measure(work: () => void): Cost {
  const [before, began] = [process.cpuUsage(), performance.now()];
  work();
  const wait = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  return { wait, processor: (user + system) / 1000 };
}
