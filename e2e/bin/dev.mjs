import { spawn } from 'node:child_process';
import { ensureBrowser, ensureDependencies, fail, root, run } from './setup.mjs';

// `npm run dev [-- firefox]`: builds on every change and reloads the extension in a browser of its own.

const target = process.argv[2] ?? 'chrome';
if (target !== 'chrome' && target !== 'firefox') fail('Say "npm run dev" or "npm run dev -- firefox".');

ensureDependencies();
const program = ensureBrowser(target === 'chrome' ? 'chromium' : 'firefox');
if (!run('npx', ['vite', 'build', '--mode', target])) fail('The build failed; its output above says why.');

const browserOptions =
  target === 'chrome'
    ? ['--target=chromium', `--chromium-binary=${program}`, '--args=--auto-open-devtools-for-tabs']
    : ['--target=firefox-desktop', `--firefox=${program}`, '--devtools'];

const children = [
  ['vite', 'build', '--watch', '--mode', target],
  ['tsx', 'e2e/sandbox/main.ts', '--port', '8731', '--demo-port', '8732'],
  [
    'web-ext',
    'run',
    `--source-dir=dist/${target}`,
    '--start-url=http://127.0.0.1:8732/',
    '--no-config-discovery',
    ...browserOptions,
  ],
].map((args) => spawn('npx', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }));

const stop = () => {
  for (const child of children) child.kill();
};
for (const child of children) child.once('exit', stop);
process.once('SIGINT', stop);
