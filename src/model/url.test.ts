import { describe, expect, it } from 'vitest';
import { hostOf, pathOf } from './url.ts';

describe('an address', () => {
  it.each([
    ['https://shop.example.com:8443/api/v3/mfa?x=/1#/2', 'shop.example.com:8443', '/api/v3/mfa'],
    ['http://user:secret@localhost/', 'localhost', '/'],
    ['https://shop.example.com?next=/v3/mfa', 'shop.example.com', ''],
    ['https://shop.example.com#/v3/mfa', 'shop.example.com', ''],
    ['https://shop.example.com', 'shop.example.com', ''],
    ['no address', '', ''],
  ])('gives its host and its path: %s', (url, host, path) => {
    expect([hostOf(url), pathOf(url)]).toEqual([host, path]);
  });
});
