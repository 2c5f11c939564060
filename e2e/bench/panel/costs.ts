import type { CDPSession } from '@playwright/test';

/** What the thread that panel and devtools page share has cost since it was first asked. */
export class Costs {
  private constructor(private readonly session: CDPSession) {}

  static async of(session: CDPSession): Promise<Costs> {
    // In time of the processor: what else the machine does is not counted.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new Costs(session);
  }

  /** In ms of the processor. */
  async work(): Promise<number> {
    return (await this.#metric('TaskDuration')) * 1000;
  }

  /** What the heap holds after it was swept, in MB. */
  async heap(): Promise<number> {
    await this.session.send('HeapProfiler.collectGarbage');
    return (await this.#metric('JSHeapUsedSize')) / 1e6;
  }

  async #metric(wanted: string): Promise<number> {
    const { metrics } = await this.session.send('Performance.getMetrics');
    const found = metrics.find(({ name }) => name === wanted);
    if (!found) throw new Error(`Chromium does not tell ${wanted}`);
    return found.value;
  }
}
