import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const project = path.resolve(import.meta.dirname, '..');
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Checks a small tree of files by the project's own rules; returns what was said and whether it passed. */
function check(files: Record<string, string>): { passed: boolean; said: string } {
  const root = mkdtempSync(path.join(tmpdir(), 'import-rules-'));
  folders.push(root);
  for (const [name, text] of Object.entries({ 'tsconfig.json': '{}', ...files })) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      `${project}/node_modules/dependency-cruiser/bin/dependency-cruise.mjs`,
      'src',
      '--config',
      `${project}/.ci/import-rules.cjs`,
    ],
    { cwd: root, encoding: 'utf8' },
  );
  return { passed: status === 0, said: stdout };
}

const importing = (name: string, from: string) =>
  `import { ${name} } from '${from}';\nexport const x = ${name};`;

describe('the import rules', () => {
  it('let the panel import the model, and its entry file the browser', () => {
    const { passed, said } = check({
      'src/model/flow.ts': 'export const flow = 1;',
      'src/browser/network.ts': 'export const network = 1;',
      'src/panel/app.ts': importing('flow', '../model/flow.ts'),
      'src/panel/main.tsx': importing('network', '../browser/network.ts'),
    });
    expect(said).not.toContain('error');
    expect(passed).toBe(true);
  });

  // One run for all: it takes seconds.
  describe('fail, and name the rule, where', () => {
    const { passed, said } = check({
      'src/panel/app.ts': 'export const app = 1;',
      'src/browser/theme.ts': 'export const theme = 1;',
      'src/model/flow.ts': importing('app', '../panel/app.ts'),
      'src/schemas/mfa.ts': importing('app', '../panel/app.ts'),
      'src/browser/network.ts': importing('app', '../panel/app.ts'),
      'src/devtools/devtools.ts': importing('app', '../panel/app.ts'),
      'src/panel/footer.tsx': importing('theme', '../browser/theme.ts'),
      'src/model/a.ts': "import { b } from './b.ts';\nexport const a = () => b;",
      'src/model/b.ts': "import { a } from './a.ts';\nexport const b = () => a;",
      'src/model/har.ts': importing('readFileSync', 'node:fs'),
    });
    it.each([
      ['the model imports the panel', 'model-imports: src/model/flow.ts'],
      ['schemas import the panel', 'schemas-imports: src/schemas/mfa.ts'],
      ['the browser imports the panel', 'browser-imports: src/browser/network.ts'],
      ['the devtools page imports the panel', 'devtools-imports: src/devtools/devtools.ts'],
      ['the panel imports the browser beside its entry file', 'src/panel/footer.tsx'],
      ['there is a cycle', 'no-cycles: src/model/a.ts'],
      ['the pure core imports what only Node has', 'pure-core: src/model/har.ts'],
    ])('%s', (_, rule) => {
      expect(passed).toBe(false);
      expect(said).toContain(rule);
    });
  });
});
