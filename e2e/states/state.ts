import { until } from '../browser/until.ts';
import type { Inspector } from '../inspector-page.ts';

/** What a walk through the states needs. */
export interface Stage {
  inspector: Inspector;
  /** Runs actions of the demo page by name. */
  runDemo: (...names: string[]) => Promise<void>;
  /** Address of the sandbox V3 API. */
  sandboxUrl: string;
}

/** One thing that the panel can look like. */
export interface State {
  /** In plain words; the name of its pictures is made of it. */
  name: string;
  /** Brings the panel there from the state before it; resolves when all of it is shown. */
  reach: (stage: Stage) => Promise<unknown>;
}

/** Lets the demo make four flows and a call of none, unless they are there. */
export async function haveCalls({ inspector, runDemo }: Stage): Promise<void> {
  if (!/^ ?0 calls/.test(await inspector.footer())) return;
  await runDemo('flow-with-sdk', 'flow-none', 'flow-fails', 'two-errors', 'unknown-correlation-id');
  await until(async () => /4 flows/.test(await inspector.footer()), 'four flows');
}
