import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

it('npm start without a display prints the flows that the panel captured, and keeps a picture', () => {
  const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, 'e2e/bin/start.ts', '--headless'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  expect(stdout.match(/succeeded mfa/g)).toHaveLength(3);
  expect(stdout).toMatch(/refused mfa .*2 errors/);
  expect(stdout).toContain('Screenshot: test-results');
}, 180_000);
