import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const project = path.resolve(import.meta.dirname, '../..');
const fixtures = path.join(import.meta.dirname, 'fixtures');
const folder = mkdtempSync(path.join(tmpdir(), 'v3-inspector-'));
/** A package of somebody else's that has installed ours. */
const installed = path.join(folder, 'node_modules/v3-inspector');

const buildInto = (mode: 'cli' | 'library') =>
  build({
    root: project,
    mode,
    logLevel: 'error',
    build: { outDir: path.join(installed, 'dist', mode), emptyOutDir: true },
  });

beforeAll(async () => {
  mkdirSync(installed, { recursive: true });
  await buildInto('cli');
  await buildInto('library');
  copyFileSync(path.join(project, 'package.json'), path.join(installed, 'package.json'));
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const node = (args: string[], input = '') =>
  spawnSync(process.execPath, args, { cwd: fixtures, encoding: 'utf8', input, maxBuffer: 1e9 });

describe('the bundled command', () => {
  const alone = path.join(folder, 'v3-inspector.mjs');
  const check = (...args: string[]) => node([alone, 'check', ...args]);

  beforeAll(() => {
    // Far from any node_modules and package.json: it needs nothing but Node.
    const { bin } = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8'));
    cpSync(path.join(installed, bin['v3-inspector']), alone);
  });

  it('begins with a shebang and imports nothing but Node’s own modules', () => {
    const code = readFileSync(alone, 'utf8');
    expect(code).toMatch(/^#!\/usr\/bin\/env node\n/);
    const imported = [...code.matchAll(/^import [^;]* from "([^"]+)";$/gm)].map(([, name]) => name);
    expect(imported.length).toBeGreaterThan(0);
    for (const name of imported) expect(name).toMatch(/^node:/);
  });

  it('exits with 0 where there are no errors', () => {
    const { status, stdout, stderr } = check('charles.har');
    expect(stderr).toBe('');
    expect(stdout).toBe(readFileSync(path.join(fixtures, 'charles.expected.txt'), 'utf8'));
    expect(status).toBe(0);
  });

  it('exits with 1 where there is an error', () => {
    const { status, stdout } = check('chrome.har', '--format', 'json');
    expect(stdout).toBe(readFileSync(path.join(fixtures, 'chrome.expected.json'), 'utf8'));
    expect(status).toBe(1);
  });

  it('exits with 2 where a file is no HAR, and says which', () => {
    const { status, stdout, stderr } = check('not-a-har.json', 'charles.har');
    expect(stderr).toBe('v3-inspector: not-a-har.json: it is JSON, but no HAR: there is no “log”.\n');
    expect(stdout).toMatch(/^charles\.har/);
    expect(status).toBe(2);
  });

  it('exits with 2 on an option that it does not know', () => {
    expect(check('charles.har', '--nonsense')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'v3-inspector: There is no option “--nonsense”. See v3-inspector --help.\n',
    });
  });

  it('reads standard input', () => {
    const input = readFileSync(path.join(fixtures, 'firefox.har'), 'utf8');
    const { status, stdout } = node([alone, 'check', '-', '--format', 'markdown'], input);
    expect(stdout).toMatch(/^### V3 Inspector: 1 error/);
    expect(status).toBe(1);
  });

  it('reads 100 MB with a heap of 64 MB', () => {
    const large = path.join(folder, 'large.har');
    writeLargeHar(large, 100_000_000);
    const { status, stdout, stderr } = node([
      '--max-old-space-size=64',
      alone,
      'check',
      large,
      '--format=json',
    ]);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ calls: { length: 100 } });
  }, 60_000);
});

/** A capture of a busy page with a hundred calls to V3, each entry about 100 kB. */
function writeLargeHar(file: string, bytes: number) {
  const { log } = JSON.parse(readFileSync(path.join(fixtures, 'firefox.har'), 'utf8'));
  const [page, , call] = log.entries;
  const busy = JSON.stringify({
    ...page,
    response: { ...page.response, content: { text: 'x"é\n'.repeat(20_000) } },
  });
  const count = Math.ceil(bytes / Buffer.byteLength(busy));
  const every = Math.floor(count / 100);
  const entries = Array.from({ length: count }, (_, i) => {
    if (i % every !== 0 || i / every >= 100) return busy;
    const id = `713189b8-5555-4b08-83ba-${String(i).padStart(12, '0')}`;
    return JSON.stringify(call).replace(/4f0b1d52-[\w-]{27}/, id);
  });
  writeFileSync(file, '{"log":{"entries":[');
  for (let i = 0; i < count; i += 100)
    writeFileSync(file, `${i > 0 ? ',' : ''}${entries.slice(i, i + 100).join(',')}`, { flag: 'a' });
  writeFileSync(file, ']}}', { flag: 'a' });
}

describe('the library', () => {
  it('needs neither a browser nor another package', () => {
    const code = readFileSync(path.join(installed, 'dist/library/v3-inspector.js'), 'utf8');
    expect(code).not.toMatch(/^import /m);
    expect(code).not.toMatch(/\b(?:window|document|navigator|process)\.\w/);
  });

  it('works as the README says', () => {
    const readme = readFileSync(path.join(project, 'README.md'), 'utf8');
    const [, example = ''] = /<!-- library example[^>]*-->\s*```js\n(.*?)```/s.exec(readme) ?? [];
    expect(example).toContain("from 'v3-inspector'");
    const file = path.join(folder, 'example.test.mjs');
    writeFileSync(file, example);
    const { status, stdout } = node(['--test', file]);
    expect(status, stdout).toBe(0);
    expect(stdout).toMatch(/pass [1-9]/);
  });
});

describe('the README', () => {
  it('shows what check really prints', () => {
    const readme = readFileSync(path.join(project, 'README.md'), 'utf8');
    const [, shown] = /<!-- check output[^>]*-->\s*```text\n\$[^\n]*\n(.*?)```/s.exec(readme) ?? [];
    expect(shown).toBe(readFileSync(path.join(fixtures, 'firefox.expected.txt'), 'utf8'));
  });
});
