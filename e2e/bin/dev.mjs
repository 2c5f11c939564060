import { spawn } from 'node:child_process';
import { ensureBrowser, ensureDependencies, fail, root, run } from './setup.mjs';

// `npm run dev [-- firefox]`: builds on every change and reloads the extension in a browser of its own.

const target = process.argv[2] ?? 'chrome';
if (target !== 'chrome' && target !== 'firefox') fail('Say "npm run dev" or "npm run dev -- firefox".');

ensureDependencies();
const program = ensureBrowser(target === 'chrome' ? 'chromium' : 'firefox');
if (!run('npx', ['vite', 'build', '--mode', target])) fail('The build failed; its output above says why.');

const hidden = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
const asRoot = process.getuid?.() === 0;
const browserOptions =
  target === 'chrome'
    ? [
        '--target=chromium',
        `--chromium-binary=${program}`,
        '--args=--auto-open-devtools-for-tabs',
        ...(hidden ? ['--args=--headless=new'] : []),
        ...(asRoot ? ['--args=--no-sandbox'] : []),
      ]
    : [
        '--target=firefox-desktop',
        `--firefox=${program}`,
        '--devtools',
        ...(hidden ? ['--args=--headless'] : []),
      ];

const tools = `${root}/node_modules`;
const children = [
  [`${tools}/vite/bin/vite.js`, 'build', '--watch', '--mode', target],
  [`${tools}/tsx/dist/cli.mjs`, 'e2e/sandbox/main.ts', '--port', '8731', '--demo-port', '8732'],
  [
    `${tools}/web-ext/bin/web-ext.js`,
    'run',
    `--source-dir=dist/${target}`,
    '--start-url=http://127.0.0.1:8732/',
    '--no-config-discovery',
    ...browserOptions,
  ],
].map((args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }));

const stop = () => {
  for (const child of children) child.kill();
};
for (const child of children) child.once('exit', stop);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
