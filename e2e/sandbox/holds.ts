/** Answers that are held back. */
export interface Holds {
  /** Waits for `ms`, or until `release`. */
  wait(ms: number | undefined): Promise<void>;
  /** Lets everything go that waits; says how many that were. */
  release(): number;
}

/** Creates a place for answers that wait. */
export function createHolds(): Holds {
  const waiting = new Set<() => void>();
  return {
    wait: (ms) =>
      new Promise((resolve) => {
        const timer = ms === undefined ? undefined : setTimeout(() => go(), ms);
        const go = () => {
          clearTimeout(timer);
          waiting.delete(go);
          resolve();
        };
        waiting.add(go);
      }),
    release: () => {
      const { size } = waiting;
      for (const go of [...waiting]) go();
      return size;
    },
  };
}
