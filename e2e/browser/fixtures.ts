import { existsSync } from 'node:fs';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type BrowserUnderTest, type LaunchOptions, launch, type Target } from './driver.ts';

/** Options of the whole project; Playwright starts a worker for each combination. */
interface WorkerOptions {
  target: Target;
}

interface TestOptions {
  /** How to start the browser; a spec says `test.use({ start: { theme: 'dark' } })`. */
  start: Omit<LaunchOptions, 'extension'>;
  /** True: the spec causes errors on purpose, and looks at `browserUnderTest.errors()` itself. */
  expectsErrors: boolean;
}

interface TestFixtures {
  /** A browser of this test's own, with the built extension loaded and DevTools closed. */
  browserUnderTest: BrowserUnderTest;
}

const root = path.resolve(import.meta.dirname, '../..');
/** Folders of the built extension. */
export const builds: Record<Target, string> = {
  chromium: path.join(root, 'dist/chrome'),
  firefox: path.join(root, 'dist/firefox'),
};

/** Playwright's `test` with a browser that runs our extension; a spec is written once and runs in both. */
export const test = base.extend<TestOptions & TestFixtures, WorkerOptions>({
  target: ['chromium', { option: true, scope: 'worker' }],
  start: [{}, { option: true }],
  expectsErrors: [false, { option: true }],
  browserUnderTest: async ({ target, start, expectsErrors }, use, testInfo) => {
    const extension = builds[target];
    if (!existsSync(extension)) throw new Error(`${extension} is missing: npm run build makes it`);
    const browser = await launch(target, { ...start, extension });
    try {
      await use(browser);
      if (testInfo.status !== testInfo.expectedStatus) {
        const file = testInfo.outputPath('devtools.png');
        await browser.screenshot(file);
        await testInfo.attach('DevTools', { path: file, contentType: 'image/png' });
      }
      if (!expectsErrors) expect(await browser.errors(), 'errors in the extension or the page').toEqual([]);
    } finally {
      await browser.close();
    }
  },
});

export { expect };
