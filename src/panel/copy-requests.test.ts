import { expect, it } from 'vitest';
import { exchange } from '../model/fixtures.test-support.ts';
import { copyRequests } from './copy-requests.ts';

const call = exchange({
  body: { possessionType: 'mobile', phoneNumber: '2001004012' },
  headers: { Authorization: 'Bearer s3cr3tTok3n' },
});

it.each(['curl', 'fetch'] as const)('copies as %s without secrets, unless they are asked for', async (as) => {
  const copied: string[] = [];
  const host = { copy: async (text: string) => void copied.push(text) };
  await copyRequests(host, [call], { as, secrets: false });
  await copyRequests(host, [call], { as, secrets: true });
  expect(copied[0]).not.toMatch(/2001004012|s3cr3tTok3n/);
  expect(copied[0]).toContain('possessionType');
  expect(copied[1]).toMatch(/s3cr3tTok3n[\s\S]*2001004012/);
});
