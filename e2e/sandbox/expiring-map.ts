import type { Clock } from './clock.ts';

/** Entries that are forgotten after their lifetime, counted from when they were set. */
export interface ExpiringMap<T> {
  set(key: string, value: T): void;
  get(key: string): T | undefined;
}

/** Creates a map whose entries live for `lifetime` ms of the given clock. */
export function createExpiringMap<T>(clock: Clock, lifetime: number): ExpiringMap<T> {
  const entries = new Map<string, { value: T; endsAt: number }>();
  const prune = () => {
    // Entries stand in the order of their end, since all live equally long.
    for (const [key, { endsAt }] of entries) {
      if (endsAt > clock.now()) return;
      entries.delete(key);
    }
  };
  return {
    set: (key, value) => {
      prune();
      entries.delete(key);
      entries.set(key, { value, endsAt: clock.now() + lifetime });
    },
    get: (key) => {
      prune();
      return entries.get(key)?.value;
    },
  };
}
