import { describe, expect, test } from 'vitest';
import { headerProblem, keepOwnHeaders, toWireHeaders } from './draft-headers.ts';

const row = (name: string, value = 'x') => ({ name, value });

describe('headers of a captured request', () => {
  test.each([
    'Host',
    ':authority',
    'content-length',
    'Connection',
    'Cookie',
    'Origin',
    'Referer',
    'sec-ch-ua-mobile',
    'User-Agent',
    'Accept-Encoding',
    'Accept-Language',
    'priority',
    'Pragma',
  ])('lose %s, which is not their sender’s own', (name) => {
    expect(keepOwnHeaders([row(name)])).toEqual([]);
  });

  test.each(['Authorization', 'Content-Type', 'X-Request-Id', 'traceparent'])('keep %s', (name) => {
    expect(keepOwnHeaders([row(name)])).toEqual([row(name)]);
  });

  test('keep an Accept that says something', () => {
    expect(keepOwnHeaders([row('Accept', '*/*'), row('Accept', 'application/json')])).toEqual([
      row('Accept', 'application/json'),
    ]);
  });
});

describe('a row of the header table', () => {
  test('is sent without the spaces around it', () => {
    expect(toWireHeaders([row(' X-A ', ' 1 ')])).toEqual([row('X-A', '1')]);
  });

  test.each([row('', ''), row('  ', '')])(
    'without a name and a value says nothing and is not sent',
    (empty) => {
      expect(headerProblem(empty)).toBeUndefined();
      expect(toWireHeaders([empty])).toEqual([]);
    },
  );

  test.each([
    [row('', 'value'), /no name/],
    [row('X A'), /name may hold/],
    [row('Schlüssel'), /name may hold/],
    [row('Cookie'), /browser writes/],
    [row('X-A', 'a\nb'), /value may hold/],
    [row('X-A', '€'), /value may hold/],
  ])('%j is said and not sent', (bad, words) => {
    expect(headerProblem(bad)).toMatch(words);
    expect(toWireHeaders([bad, row('X-B')])).toEqual([row('X-B')]);
  });
});
