import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { build, ensureBrowser, ensureCurl, ensureDependencies, root, run } from './setup.mjs';

// `npm test`: sets up what is missing, then runs every check and counts the tests.

ensureDependencies();
const chromium = ensureBrowser('chromium');
const firefox = ensureBrowser('firefox');
ensureCurl();
build();

const results = `${root}/test-results`;
rmSync(results, { recursive: true, force: true });
mkdirSync(results);

let passed = 0;
let failed = 0;
/** @type {string[]} */
const summary = [];

/**
 * A check without tests of its own: it counts only where it fails.
 * @param {string} name
 * @param {string[]} script
 */
function check(name, script) {
  console.log(`\n— ${name}`);
  const good = run('npm', ['run', '--silent', ...script]);
  summary.push(`${name}: ${good ? 'passed' : 'FAILED'}`);
  if (!good) failed++;
}

/**
 * A test run that writes its counts to a file.
 * @param {string} name
 * @param {() => boolean} start
 * @param {() => { passed: number, failed: number }} read
 */
function tests(name, start, read) {
  console.log(`\n— ${name}`);
  const good = start();
  let counts = { passed: 0, failed: 1 };
  try {
    counts = read();
  } catch (error) {
    console.error(`${name} left no result:`, error);
  }
  // A run can fail beside its tests (a hook, a leak), and one that ran none is no success.
  if ((!good || counts.passed === 0) && counts.failed === 0) counts.failed = 1;
  passed += counts.passed;
  failed += counts.failed;
  summary.push(`${name}: ${counts.passed} passed, ${counts.failed} failed`);
}

/** @param {string} file */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

check('Types', ['types']);
check('Lint', ['lint']);
check('Import rules', ['imports']);
check('Firefox package (web-ext lint)', ['lint:package']);

const unit = `${results}/unit.json`;
tests(
  'Unit tests',
  () => run('npx', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unit}`]),
  () => {
    const { numPassedTests, numFailedTests } = readJson(unit);
    return { passed: numPassedTests, failed: numFailedTests };
  },
);

for (const [name, project] of [
  ['Chromium', 'chromium'],
  ['Firefox', 'firefox'],
]) {
  const file = `${results}/${project}.json`;
  tests(
    `${name} tests`,
    () =>
      run(
        'npx',
        [
          'playwright',
          'test',
          '-c',
          'e2e/playwright.config.ts',
          `--project=${project}`,
          '--reporter=list,json',
        ],
        {
          PLAYWRIGHT_JSON_OUTPUT_NAME: file,
          CHROMIUM: chromium,
          FIREFOX: firefox,
        },
      ),
    () => {
      const { stats } = readJson(file);
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
    },
  );
}

console.log(`\n${summary.join('\n')}\n\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
