import { defineConfig } from '@playwright/test';
import type { Target } from './browser/driver.ts';

export default defineConfig<object, { target: Target }>({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  // Two browsers at once; a test that needs a second try is a broken test.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 120_000,
  snapshotPathTemplate: '{testDir}/reading/{arg}{ext}',
  forbidOnly: Boolean(process.env.CI),
  reporter: [['line'], ['json', { outputFile: '../test-results/e2e.json' }]],
  projects: [
    // Debian's Chromium speaks English alone: its other languages are files of another package. None refuses a document.
    {
      name: 'chromium',
      use: { target: 'chromium' },
      testIgnore: ['**/language.spec.ts', '**/refused.spec.ts'],
    },
    // The accessible tree that is kept as text is Chromium's; axe looks at the roles in both.
    {
      name: 'firefox',
      outputDir: '../test-results/firefox',
      use: { target: 'firefox' },
      testIgnore: '**/reading.spec.ts',
    },
  ],
});
