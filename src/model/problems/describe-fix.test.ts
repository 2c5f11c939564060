import { expect, test } from 'vitest';
import { operation } from '../fixtures.test-support.ts';
import { describeFix } from './describe-fix.ts';
import { inspectBody } from './inspect-body.ts';

const offered = (body: unknown, id = 'mfa') =>
  inspectBody(operation(id), JSON.stringify(body))
    .problems.filter(({ fix }) => fix)
    .map(describeFix);

test.each([
  [{ possessionType: 'mobile', phone_number: '2001004014' }, 'Rename to “phoneNumber”'],
  [{ possessionType: 'Mobile ' }, 'Replace by “mobile”'],
  [{ possessionType: 'mobile', phoneNumber: 2001004014 }, 'Put in quotes'],
  [{ possessionType: 'mobile', emailAddress: null }, 'Remove “emailAddress”'],
  [{ possessionType: 'none', phoneNumber: '2001004014' }, 'Remove “phoneNumber”'],
  [{ possessionType: 'mobile', phoneNumber: '+1 (200) 100-4014' }, 'Remove what does not belong'],
])('%j', (body, words) => {
  expect(offered(body)).toEqual([words]);
});

test('a boolean in quotes', () => {
  expect(
    offered({ possessionType: 'mobile', phoneNumber: '2001004014', allowOTPRetry: 'true' }, 'unify'),
  ).toEqual(['Take the quotes away']);
});
