import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { build, ensureBrowser, ensureCurl, ensureDependencies, root, run, startBeside } from './setup.mjs';

// `npm test`: sets up what is missing, then runs every check and counts the tests.

ensureDependencies();
const chromium = ensureBrowser('chromium');
const firefox = ensureBrowser('firefox');
ensureCurl();

const results = `${root}/test-results`;
rmSync(results, { recursive: true, force: true });
mkdirSync(results);

let passed = 0;
let failed = 0;
/** @type {string[]} */
const summary = [];

/**
 * Starts a check without tests of its own, beside what else runs. It counts only where it fails.
 * @param {string} name
 * @param {string} script
 */
function check(name, script) {
  const ended = startBeside('npm', ['run', '--silent', script], `${results}/${script.replace(':', '-')}.txt`);
  return async () => {
    const { good, output } = await ended;
    console.log(`\n— ${name}\n${output}`);
    summary.push(`${name}: ${good ? 'passed' : 'FAILED'}`);
    if (!good) failed++;
  };
}

/**
 * A test run that writes its counts to a file.
 * @param {string} name
 * @param {() => boolean} start
 * @param {() => { passed: number, failed: number, of?: string }} read `of`: what the counts are made of
 */
function tests(name, start, read) {
  console.log(`\n— ${name}`);
  const good = start();
  /** @type {ReturnType<typeof read>} */
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
  summary.push(
    `${name}: ${counts.passed} passed, ${counts.failed} failed${counts.of ? ` (${counts.of})` : ''}`,
  );
}

/**
 * How many tests each browser has passed, by Playwright's report.
 * @typedef {{ suites?: Suite[], specs?: { tests: { projectName: string, status: string }[] }[] }} Suite
 * @param {Suite[]} suites
 * @returns {string}
 */
function countByBrowser(suites) {
  /** @type {Map<string, number>} */
  const passed = new Map();
  /** @param {Suite} suite */
  const count = (suite) => {
    for (const { projectName, status } of suite.specs?.flatMap(({ tests: own }) => own) ?? [])
      if (status === 'expected') passed.set(projectName, (passed.get(projectName) ?? 0) + 1);
    for (const inner of suite.suites ?? []) count(inner);
  };
  for (const suite of suites) count(suite);
  return [...passed].map(([browser, tests]) => `${browser} ${tests}`).join(', ');
}

/** @param {string} file */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

// One alone leaves a core without work.
const checks = [check('Types', 'types'), check('Lint', 'lint'), check('Import rules', 'imports')];
build();
checks.push(check('Firefox package (web-ext lint)', 'lint:package'));
for (const told of checks) await told();

const unit = `${results}/unit.json`;
tests(
  'Unit tests',
  () => run('npx', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unit}`]),
  () => {
    const { numPassedTests, numFailedTests } = readJson(unit);
    return { passed: numPassedTests, failed: numFailedTests };
  },
);

const file = `${results}/browsers.json`;
// Both in one run: while the last tests of one browser end, those of the other begin.
tests(
  'Chromium and Firefox tests',
  () =>
    run('npx', ['playwright', 'test', '-c', 'e2e/playwright.config.ts', '--reporter=list,json'], {
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
      CHROMIUM: chromium,
      FIREFOX: firefox,
    }),
  () => {
    const { stats, suites } = readJson(file);
    const failed = stats.unexpected + stats.flaky + stats.skipped;
    return { passed: stats.expected, failed, of: countByBrowser(suites) };
  },
);

console.log(`\n${summary.join('\n')}\n\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
