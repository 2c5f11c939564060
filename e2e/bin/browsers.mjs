import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** @typedef {'chromium' | 'firefox'} BrowserName */

const home = homedir();
const windowsRoots = [
  process.env.PROGRAMFILES,
  process.env['PROGRAMFILES(X86)'],
  process.env.LOCALAPPDATA,
].filter((root) => root !== undefined);

/**
 * Names on the PATH and full paths, best first. Branded Chrome (137 and later) ignores `--load-extension`,
 * so it is not among them: Chromium and Chrome for Testing take it.
 * @type {Record<BrowserName, { names: string[], paths: Record<string, string[]> }>}
 */
const places = {
  chromium: {
    names: ['chromium', 'chromium-browser', 'chrome-for-testing'],
    paths: {
      linux: [
        '/usr/bin/chromium',
        '/usr/bin/chromium-browser',
        '/snap/bin/chromium',
        '/usr/lib/chromium/chromium',
      ],
      darwin: [
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
        `${home}/Applications/Chromium.app/Contents/MacOS/Chromium`,
      ],
      win32: windowsRoots.map((root) => path.join(root, 'Chromium', 'Application', 'chrome.exe')),
    },
  },
  firefox: {
    names: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
    paths: {
      linux: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/opt/firefox/firefox'],
      darwin: [
        '/Applications/Firefox.app/Contents/MacOS/firefox',
        '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
        `${home}/Applications/Firefox.app/Contents/MacOS/firefox`,
      ],
      win32: windowsRoots.flatMap((root) =>
        ['Mozilla Firefox', 'Firefox Developer Edition'].map((name) => path.join(root, name, 'firefox.exe')),
      ),
    },
  },
};

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * Chromium and Chrome for Testing as `npx playwright install` and `@puppeteer/browsers` keep them, newest first.
 * @returns {string[]}
 */
function downloadedChromium() {
  const caches = {
    linux: [`${home}/.cache/ms-playwright`, `${home}/.cache/puppeteer/chrome`],
    darwin: [`${home}/Library/Caches/ms-playwright`, `${home}/.cache/puppeteer/chrome`],
    win32: [
      path.join(process.env.LOCALAPPDATA ?? home, 'ms-playwright'),
      path.join(home, '.cache/puppeteer/chrome'),
    ],
  };
  const macApp = (/** @type {string} */ name) => `${name}.app/Contents/MacOS/${name}`;
  const programs = [
    'chrome',
    'chrome.exe',
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-win/chrome.exe',
    'chrome-win64/chrome.exe',
    ...['chrome-mac', 'chrome-mac-arm64', 'chrome-mac-x64'].flatMap((folder) => [
      `${folder}/${macApp('Chromium')}`,
      `${folder}/${macApp('Google Chrome for Testing')}`,
    ]),
  ];
  const found = [];
  for (const cache of caches[/** @type {keyof typeof caches} */ (process.platform)] ?? []) {
    if (!existsSync(cache)) continue;
    const versions = readdirSync(cache)
      .filter((name) => /^(chromium-\d|\w+-\d+\.)/.test(name))
      .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
    for (const version of versions)
      for (const program of programs) found.push(path.join(cache, version, program));
  }
  return found;
}

/**
 * The program of a browser that can load our extension: the environment variable CHROMIUM or FIREFOX, then the PATH,
 * then where systems usually put it. `undefined` when there is none. Throws when the variable names no program.
 * @param {BrowserName} name
 * @returns {string | undefined}
 */
export function findBrowser(name) {
  const variable = name.toUpperCase();
  const wanted = process.env[variable];
  if (wanted) {
    if (isProgram(wanted)) return wanted;
    throw new Error(`${variable}=${wanted} is not a program`);
  }
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const { names, paths } = places[name];
  return [
    ...names.flatMap((program) => folders.map((folder) => path.join(folder, program + suffix))),
    ...(paths[process.platform] ?? []),
    ...(name === 'chromium' ? downloadedChromium() : []),
  ].find(isProgram);
}

/**
 * The same, but throws with what to do when there is none.
 * @param {BrowserName} name
 * @returns {string}
 */
export function requireBrowser(name) {
  const program = findBrowser(name);
  if (program) return program;
  throw new Error(`No ${name} found. ${advice[name]}`);
}

/** @type {Record<BrowserName, string>} */
const advice = {
  chromium:
    'Install Chromium or Chrome for Testing (npx playwright install chromium), or set CHROMIUM to its program. ' +
    'Branded Google Chrome does not do: from version 137 on it ignores --load-extension.',
  firefox:
    'Install Firefox, its Developer Edition or Firefox ESR (142 or later) from https://www.mozilla.org/firefox/, ' +
    'or set FIREFOX to its program.',
};

/**
 * @param {string} program
 * @param {string[]} args
 */
function run(program, args) {
  const { status } = spawnSync(program, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

/** @returns {string[] | undefined} what to put before a command that needs root; `undefined` when we may not. */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  const mayBecomeRoot = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  return mayBecomeRoot ? ['sudo', '-n'] : undefined;
}

let packageListsAreFresh = false;

/**
 * Installs a package where apt is to be had and may be used; returns whether it went well.
 * @param {string} name
 */
export function installWithApt(name) {
  if (process.platform !== 'linux' || !isProgram('/usr/bin/apt-get')) return false;
  const prefix = rootPrefix();
  if (!prefix) return false;
  const aptGet = (/** @type {string[]} */ ...args) => {
    const [program = 'apt-get', ...rest] = [...prefix, 'apt-get', ...args];
    return run(program, rest);
  };
  if (!packageListsAreFresh) packageListsAreFresh = aptGet('update', '-q');
  return aptGet('install', '-q', '-y', name);
}

/**
 * Installs a browser unless there is one, and returns its program. Says in one line what it does.
 * Throws with what to install by hand when it cannot.
 * @param {BrowserName} name
 * @returns {string}
 */
export function installBrowser(name) {
  const present = findBrowser(name);
  if (present) {
    console.log(`${name}: ${present}`);
    return present;
  }
  console.log(`${name}: none found, installing it`);
  if (!installWithApt(name === 'firefox' ? 'firefox-esr' : 'chromium') && name === 'chromium')
    run('npx', ['playwright', 'install', 'chromium']);
  return requireBrowser(name);
}
