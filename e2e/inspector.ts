import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { test as base, expect } from './browser/fixtures.ts';
import { until } from './browser/until.ts';
import { startDemo } from './demo/demo.ts';
import { Inspector, proveHosts } from './inspector-page.ts';
import type { LoopbackServer } from './sandbox/loopback-server.ts';
import { type Sandbox, startSandbox } from './sandbox/sandbox.ts';

interface Fixtures {
  /** A V3 API on loopback, of this test's own. */
  sandbox: Sandbox;
  /** The demo integration, on another origin than the API. */
  demo: LoopbackServer;
  inspector: Inspector;
  /** Runs actions of the demo page by name, one after the other; opens the page first if need be. */
  runDemo: (...names: string[]) => Promise<void>;
  /** Keeps a picture of DevTools in test-results/pictures. */
  picture: (name: string) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  start: { hostMap: proveHosts, grantHosts: true },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures here
  sandbox: async ({}, use) => {
    const sandbox = await startSandbox();
    await use(sandbox);
    await sandbox.close();
  },
  demo: async ({ sandbox }, use) => {
    const demo = await startDemo({ sandboxUrl: sandbox.url, proveNames: true, pollInterval: 30 });
    await use(demo);
    await demo.close();
  },
  inspector: async ({ browserUnderTest }, use) => use(new Inspector(browserUnderTest)),
  runDemo: async ({ browserUnderTest, demo }, use) => {
    await use(async (...names) => {
      const { page } = browserUnderTest;
      if (!(await page.evaluate(() => location.href)).startsWith(demo.url)) await page.goto(demo.url);
      for (const name of names) await page.evaluate((action: string) => window.demo.run(action), name);
    });
  },
  picture: async ({ browserUnderTest, target }, use) => {
    await use(async (name) => {
      const folder = path.resolve(import.meta.dirname, '../test-results/pictures');
      mkdirSync(folder, { recursive: true });
      await browserUnderTest.screenshot(path.join(folder, `${name}-${target}.png`));
    });
  },
});

export type { Inspector } from './inspector-page.ts';
export { expect, until };
