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

const panel = { 'src/panel/app.ts': 'export const app = 1;' };

describe('the import rules', () => {
  it('let the panel import the model', () => {
    const { passed } = check({
      'src/model/flow.ts': 'export const flow = 1;',
      'src/panel/app.ts': "import { flow } from '../model/flow.ts';\nexport const app = flow;",
    });
    expect(passed).toBe(true);
  });

  it.each([
    ['src/model/flow.ts', 'model-imports'],
    ['src/schemas/mfa.ts', 'schemas-imports'],
    ['src/browser/network.ts', 'browser-imports'],
    ['src/devtools/devtools.ts', 'devtools-imports'],
  ])('fail when %s imports from src/panel, and name the rule', (file, rule) => {
    const { passed, said } = check({
      ...panel,
      [file]: "import { app } from '../panel/app.ts';\nexport const x = app;",
    });
    expect(passed).toBe(false);
    expect(said).toContain(rule);
  });

  it('fail when the panel imports the browser anywhere but in its entry file', () => {
    const browser = { 'src/browser/network.ts': 'export const network = 1;' };
    const importing = "import { network } from '../browser/network.ts';\nexport const x = network;";
    expect(check({ ...browser, 'src/panel/app.tsx': importing }).passed).toBe(false);
    expect(check({ ...browser, 'src/panel/main.tsx': importing }).passed).toBe(true);
  });

  it('fail on a cycle', () => {
    const { passed, said } = check({
      'src/model/a.ts': "import { b } from './b.ts';\nexport const a = () => b;",
      'src/model/b.ts': "import { a } from './a.ts';\nexport const b = () => a;",
    });
    expect(passed).toBe(false);
    expect(said).toContain('no-cycles');
  });

  it('fail when the pure core imports what only Node has', () => {
    const { said } = check({
      'src/model/flow.ts': "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;",
    });
    expect(said).toContain('pure-core');
  });
});
