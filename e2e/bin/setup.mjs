import { spawn, spawnSync } from 'node:child_process';
import { existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installBrowser, installWithApt } from './browsers.mjs';

// Runs before node_modules exists: node's own modules only.

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs a command in the project's folder with its output shown; returns whether it went well.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
export function run(command, args, env = {}) {
  // npm and npx are scripts on Windows, which only a shell starts.
  const shell = process.platform === 'win32';
  return (
    spawnSync(command, args, { cwd: root, stdio: 'inherit', shell, env: { ...process.env, ...env } })
      .status === 0
  );
}

/**
 * Starts a command in the project's folder, with its output in a file. Resolves with that, and with whether it went
 * well, when it has ended; it ends with this process at the latest.
 * @param {string} command
 * @param {string[]} args
 * @param {string} file
 * @returns {Promise<{ good: boolean, output: string }>}
 */
export function startBeside(command, args, file) {
  const output = openSync(file, 'w');
  const shell = process.platform === 'win32';
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', output, output], shell });
  const end = () => child.kill();
  process.once('exit', end);
  return new Promise((resolve) => {
    /** @param {boolean} good */
    const tell = (good) => {
      process.off('exit', end);
      resolve({ good, output: readFileSync(file, 'utf8').trim() });
    };
    child.once('exit', (status) => tell(status === 0));
    child.once('error', () => tell(false));
  });
}

/** Installs the dependencies where they are missing or older than the lock file. Exits where that fails. */
export function ensureDependencies() {
  const lock = `${root}/package-lock.json`;
  const installed = `${root}/node_modules/.package-lock.json`;
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing dependencies (npm ci) …');
  if (!run('npm', ['ci', '--no-audit', '--no-fund'])) fail('npm ci failed; its output above says why.');
}

/**
 * The path of a browser, installed where none is found. Exits where none can be had.
 * @param {'chromium' | 'firefox'} name
 */
export function ensureBrowser(name) {
  try {
    return installBrowser(name);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/** Makes sure of curl, which tests run to see what it does with commands. Exits where it cannot be had. */
export function ensureCurl() {
  const isThere = () => spawnSync('curl', ['--version'], { stdio: 'ignore' }).status === 0;
  if (isThere()) return;
  console.log('curl: none found, installing it');
  if (!installWithApt('curl') || !isThere()) fail('Install curl: tests run it.');
}

/** Builds dist/chrome and dist/firefox. Exits where that fails. */
export function build() {
  console.log('Building dist/chrome and dist/firefox …');
  if (!run('npm', ['run', '--silent', 'build'])) fail('The build failed; its output above says why.');
}

/**
 * @param {string} reason
 * @returns {never}
 */
export function fail(reason) {
  console.error(reason);
  process.exit(1);
}
