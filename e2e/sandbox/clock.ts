/** A clock that runs with the real one and can be moved ahead. */
export interface Clock {
  /** ms since the epoch. */
  now(): number;
  advance(ms: number): void;
}

/** Creates a clock that starts at the real time. */
export function createClock(): Clock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    advance: (ms) => {
      ahead += ms;
    },
  };
}
