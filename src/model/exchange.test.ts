import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOf, headerValue, utf8Length } from './exchange.ts';
import { exchange, NOON, seconds } from './fixtures.test-support.ts';

describe('the size of a text in bytes', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['é', 2],
    ['€', 3],
    ['😀', 4],
    ['\ud83d', 3],
    ['\ude00\ud83d', 6],
    ['\ud83d\ud83d\ude00', 7],
    ['\ude00\ude00', 6],
  ])('of %j is %i', (text, bytes) => expect(utf8Length(text)).toBe(bytes));

  it('is what encoding it would give', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
        const text = String.fromCharCode(...units);
        expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a header', () => {
  const headers = [
    { name: 'Content-Type', value: 'text/html' },
    { name: 'content-type', value: 'text/plain' },
    { name: 'X-Empty', value: '' },
  ];
  it('is found in whatever case it was sent, the first of its name', () => {
    expect(headerValue(headers, 'content-type')).toBe('text/html');
  });
  it('may be empty, which is not the same as missing', () => {
    expect([headerValue(headers, 'x-empty'), headerValue(headers, 'content')]).toEqual(['', undefined]);
  });
});

it('an exchange ends when its last byte is there', () => {
  expect(endOf(exchange({ at: seconds(2), took: 300 }))).toBe(NOON + 2300);
});
