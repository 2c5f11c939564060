import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from './run.ts';
import type { ExitStatus } from './streams.ts';

const fixtures = path.join(import.meta.dirname, 'fixtures');
const at = (name: string) => path.join(fixtures, name);

interface Ran {
  status: ExitStatus;
  stdout: string;
  stderr: string;
}

/** Runs the command in this process; paths are told as if the fixtures' folder were the current one. */
async function v3Inspector(
  args: string[],
  {
    stdin = '',
    isTTY = false,
    env = {},
  }: { stdin?: string; isTTY?: boolean; env?: Record<string, string> } = {},
): Promise<Ran> {
  const written = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr') => ({
    isTTY,
    write: (text: string) => {
      written[name] += text.replaceAll(`${fixtures}${path.sep}`, '');
    },
  });
  async function* input() {
    yield stdin;
  }
  const status = await run(args, { stdin: input(), stdout: output('stdout'), stderr: output('stderr'), env });
  return { status, ...written };
}

/** The rules that a fixture is checked with. */
const routes: Record<string, string[]> = {
  'playwright.har': ['POST /api/checkout/mfa = mfa', '/api/*/mfa/status = mfa-status'],
};
const extensions = { text: 'txt', markdown: 'md', json: 'json' };
const captures: [file: string, status: ExitStatus][] = [
  ['chrome.har', 1],
  ['firefox.har', 1],
  ['playwright.har', 0],
  ['mitmproxy.har', 1],
  ['charles.har', 0],
];

describe('a capture of each producer', () => {
  it('has its fixture here', () => {
    const hars = readdirSync(fixtures).filter((name) => name.endsWith('.har'));
    expect(hars.sort()).toEqual(captures.map(([file]) => file).sort());
  });

  describe.each(captures)('%s', (file, expected) => {
    it.each(['text', 'markdown', 'json'] as const)('is reported as %s', async (format) => {
      const rules = (routes[file] ?? []).flatMap((rule) => ['--route', rule]);
      const { status, stdout, stderr } = await v3Inspector(['check', at(file), '--format', format, ...rules]);
      expect(stderr).toBe('');
      expect(status).toBe(expected);
      // After an intended change: npx vitest run src/cli -u, then read the difference.
      await expect(stdout).toMatchFileSnapshot(at(file.replace('.har', `.expected.${extensions[format]}`)));
    });

    it('shows nothing secret or personal in any format', async () => {
      for (const format of ['text', 'markdown', 'json']) {
        const { stdout } = await v3Inspector(['check', at(file), '--format', format]);
        for (const hidden of [
          '2001004',
          'jane.roe',
          'Jane',
          'Roe',
          '1981',
          '123-45',
          's3cr3t',
          'eyJ',
          'Springfield',
        ])
          expect(stdout).not.toContain(hidden);
      }
    });
  });
});

describe('check', () => {
  it('reports on several files as one', async () => {
    const { status, stdout } = await v3Inspector(['check', at('charles.har'), at('firefox.har')]);
    expect(status).toBe(1);
    await expect(stdout).toMatchFileSnapshot(at('several.expected.txt'));
  });

  it('reads standard input', async () => {
    const stdin = readFileSync(at('firefox.har'), 'utf8');
    const { status, stdout } = await v3Inspector(['check', '-'], { stdin });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^standard input: 6 entries, 4 V3 calls, 1 flow\n/);
  });

  it('names what is no HAR or cannot be read, and reports the others', async () => {
    const { status, stdout, stderr } = await v3Inspector([
      'check',
      at('not-a-har.json'),
      at('charles.har'),
      at('none.har'),
      fixtures,
    ]);
    expect(status).toBe(2);
    expect(stderr.split('\n')).toEqual([
      'v3-inspector: not-a-har.json: it is JSON, but no HAR: there is no “log”.',
      'v3-inspector: none.har: there is no such file.',
      `v3-inspector: ${fixtures}: it is a directory.`,
      '',
    ]);
    expect(stdout).toMatch(/^charles\.har: 6 entries, 3 V3 calls/);
  });

  it('keeps what a file held before it was cut off', async () => {
    const stdin = readFileSync(at('firefox.har'), 'utf8').slice(0, -500);
    const { status, stdout, stderr } = await v3Inspector(['check', '-', '--format=json'], { stdin });
    expect(status).toBe(2);
    expect(stderr).toBe('v3-inspector: standard input: it is cut off within entry 5.\n');
    expect(JSON.parse(stdout)).toMatchObject({ entries: 5, calls: { length: 3 } });
  });

  it('gives programs their object even where nothing could be read', async () => {
    const { status, stdout } = await v3Inspector(['check', '-', '--format', 'json'], { stdin: 'no' });
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toEqual({ version: 1, entries: 0, ignored: 0, calls: [], flows: [] });
  });

  it('says what to do where no call was found', async () => {
    const { status, stdout } = await v3Inspector(['check', at('playwright.har')]);
    expect(status).toBe(0);
    expect(stdout).toContain('--route "POST /api/prove/mfa = mfa"');
  });

  it('says that an export without tokens tells nothing of them', async () => {
    const stdin = readFileSync(at('firefox.har'), 'utf8').replaceAll('"authorization"', '"x-left-out"');
    const { stdout } = await v3Inspector(['check', '-'], { stdin });
    expect(stdout).toContain('auth.missing');
    expect(stdout).toContain('was the HAR exported without sensitive data');
  });

  it('colours its words on a terminal only, and not against the reader’s will', async () => {
    const args = ['check', at('chrome.har')];
    expect((await v3Inspector(args, { isTTY: true })).stdout).toContain('\u001b[31merror\u001b[39m');
    for (const without of [
      { isTTY: false },
      { isTTY: true, env: { NO_COLOR: '1' } },
      { isTTY: true, env: { TERM: 'dumb' } },
    ])
      expect((await v3Inspector(args, without)).stdout).not.toContain('\u001b');
    expect((await v3Inspector([...args, '--format', 'json'], { isTTY: true })).stdout).not.toContain(
      '\u001b',
    );
  });
});

describe('the command line', () => {
  it.each([
    [[], 'There is no command.'],
    [['chek', 'a.har'], 'There is no command “chek”.'],
    [['check'], 'Name at least one HAR file'],
    [['check', 'a.har', '--colour'], 'There is no option “--colour”.'],
    [['check', 'a.har', '-x'], 'There is no option “-x”.'],
    [['check', 'a.har', '--format', 'yaml'], 'There is no format “yaml”; there are text, json, markdown.'],
    [['check', 'a.har', '--format'], '“--format” needs a value.'],
    [['check', '--route', '--format=json', 'a.har'], '“--route” needs a value.'],
    [['check', 'a.har', '--route', 'POST /x = mfaa'], 'Did you mean “mfa”?'],
    [['check', '-', '-'], 'Standard input can be read once only.'],
  ])('%j is not understood', async (args, reason) => {
    const { status, stdout, stderr } = await v3Inspector(args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(`v3-inspector: `);
    expect(stderr).toContain(reason);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it.each([['--help'], ['check --help'], ['check --nonsense -h']])('%s explains', async (args) => {
    const { status, stdout } = await v3Inspector(args.split(' '));
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Usage: v3-inspector check FILE…/);
  });

  it('--version tells the version', async () => {
    expect((await v3Inspector(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('takes a file whose name begins with a dash behind --', async () => {
    expect((await v3Inspector(['check', '--', '--help'])).stderr).toContain('--help: there is no such file');
  });
});
