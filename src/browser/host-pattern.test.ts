import { expect, test } from 'vitest';
import { hostPattern } from './host-pattern.ts';

test.each([
  ['https://platform.uat.proveapis.com', 'https://platform.uat.proveapis.com/*'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1/*'],
  ['http://[::1]:8080', 'http://[::1]/*'],
  ['javascript:alert(1)', undefined],
  ['*://*/*', undefined],
  ['https://*', undefined],
  ['https://*.example.com', undefined],
  ['', undefined],
])('access to %j is asked for as %j', (origin, pattern) => {
  expect(hostPattern(origin)).toBe(pattern);
});
