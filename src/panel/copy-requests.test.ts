import { expect, it } from 'vitest';
import { exchange } from '../model/fixtures.test-support.ts';
import { copyRequests } from './copy-requests.ts';

const call = exchange({
  url: 'https://shop.example.com/v3/mfa?token=s3cr3tTok3n&phone=2001004012',
  body: { possessionType: 'mobile', phoneNumber: '2001004012', note: 'by s3cr3tTok3n' },
  answer: { phoneNumber: '2001004012', authToken: 's3cr3tTok3n' },
  headers: { Authorization: 'Bearer s3cr3tTok3n' },
});

it.each([
  'curl',
  'fetch',
  'url',
  'request-body',
  'response-body',
  ({ request }: typeof call) => `mfa ${request.url}`,
] as const)('copies as %s without secrets, unless they are asked for', async (as) => {
  const copied: string[] = [];
  const host = { copy: async (text: string) => void copied.push(text) };
  await copyRequests(host, [call], { as, secrets: false });
  await copyRequests(host, [call], { as, secrets: true });
  expect(copied[0]).not.toMatch(/2001004012|s3cr3tTok3n/);
  expect(copied[0]).toMatch(/mfa|possessionType|authToken/);
  expect(copied[1]).toContain('s3cr3tTok3n');
  expect(copied[1]).toContain('2001004012');
});
