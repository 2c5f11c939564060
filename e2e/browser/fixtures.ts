import { existsSync } from 'node:fs';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type BrowserUnderTest, type LaunchOptions, launch, type Target } from './driver.ts';

/** Options of the whole project; Playwright starts a worker for each combination. */
interface WorkerOptions {
  target: Target;
}

interface WorkerFixtures {
  /** Gives out the worker's browser, as good as new; one that was started in another way ends. */
  takeBrowser: (options: LaunchOptions) => Promise<BrowserUnderTest>;
}

interface TestOptions {
  /** How to start the browser; a spec says `test.use({ start: { theme: 'dark' } })`. */
  start: Omit<LaunchOptions, 'extension'>;
  /** True: the spec causes errors on purpose, and looks at `browserUnderTest.errors()` itself. */
  expectsErrors: boolean;
}

interface TestFixtures {
  /** A browser that this test has for itself, with the built extension loaded and DevTools closed. */
  browserUnderTest: BrowserUnderTest;
}

const root = path.resolve(import.meta.dirname, '../..');
/** Folders of the built extension. */
export const builds: Record<Target, string> = {
  chromium: path.join(root, 'dist/chrome'),
  firefox: path.join(root, 'dist/firefox'),
};

/** Playwright's `test` with a browser that runs our extension; a spec is written once and runs in both. */
export const test = base.extend<TestOptions & TestFixtures, WorkerOptions & WorkerFixtures>({
  target: ['chromium', { option: true, scope: 'worker' }],
  start: [{}, { option: true }],
  expectsErrors: [false, { option: true }],
  takeBrowser: [
    async ({ target }, use) => {
      let kept: { browser: BrowserUnderTest; options: string } | undefined;
      await use(async (options) => {
        const key = JSON.stringify(options);
        const isNew = kept?.options === key && (await kept.browser.renew());
        if (kept && isNew) return kept.browser;
        await kept?.browser.close();
        kept = undefined;
        kept = { browser: await launch(target, options), options: key };
        return kept.browser;
      });
      await kept?.browser.close();
    },
    { scope: 'worker' },
  ],
  browserUnderTest: async ({ takeBrowser, target, start, expectsErrors }, use, testInfo) => {
    const extension = builds[target];
    if (!existsSync(extension)) throw new Error(`${extension} is missing: npm run build makes it`);
    const browser = await takeBrowser({ ...start, extension });
    await use(browser);
    if (testInfo.status !== testInfo.expectedStatus) {
      const file = testInfo.outputPath('devtools.png');
      await browser.screenshot(file);
      await testInfo.attach('DevTools', { path: file, contentType: 'image/png' });
    }
    if (!expectsErrors) expect(await browser.errors(), 'errors in the extension or the page').toEqual([]);
  },
});

export { expect };
