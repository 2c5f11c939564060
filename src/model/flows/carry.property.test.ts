import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Carried,
  carryBody,
  carryDraft,
  carryText,
  carryUrl,
  learnCarried,
  NOTHING_CARRIED,
} from './carry.ts';

const id = fc.uuid();
const token = fc.stringMatching(/^eyJ[\w-]{20,60}\.[\w-]{10,40}$/);
const carriedOf = (...pairs: [string, string][]): Carried => new Map(pairs);

describe('what an answer gives', () => {
  test('is carried by its name, in any case style, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'correlationId',
          'correlation_id',
          'CorrelationID',
          'authToken',
          'auth_token',
          'access_token',
        ),
        id,
        id,
        fc.boolean(),
        (name, before, now, wrapped) => {
          fc.pre(before !== now);
          const answer = (value: string) => {
            const body = { success: 'pending', [name]: value, phoneNumber: value };
            return JSON.stringify(wrapped ? { v3Response: body } : body);
          };
          expect([...learnCarried(NOTHING_CARRIED, answer(before), answer(now))]).toEqual([[before, now]]);
        },
      ),
    );
  });

  test('nothing is carried from what is no JSON, or says something else', () => {
    for (const [captured, answered] of [
      [undefined, '{"correlationId":"a"}'],
      ['<html>', '{"correlationId":"a"}'],
      ['{"correlationId":"a"}', '{"correlationId":null}'],
      ['{"correlationId":""}', '{"correlationId":"b"}'],
      ['{"success":"true"}', '{"success":"false"}'],
    ] as const)
      expect(learnCarried(NOTHING_CARRIED, captured, answered).size).toBe(0);
  });
});

describe('a call of a replay', () => {
  /** A call that brings an id and a token in every place where one can stand. */
  const callWith = (correlationId: string, authToken: string, space: string | number) => ({
    operationId: 'mfa-status',
    method: 'POST',
    way: 'page' as const,
    url: `https://shop.example.com/api/mfa/${correlationId}/status?id=${correlationId}&t=${encodeURIComponent(authToken)}&x=1+2%2f#top`,
    headers: [
      { name: 'Authorization', value: `Bearer ${authToken}` },
      { name: 'X-Correlation', value: correlationId },
    ],
    body: JSON.stringify(
      {
        correlationId,
        nested: [{ auth: authToken }],
        finalTargetUrl: `https://shop.example.com/back?flow=${correlationId}`,
        price: '1.50 €',
      },
      null,
      space,
    ),
  });

  test('is just what it would have been with the new values', () => {
    fc.assert(
      fc.property(
        id,
        id,
        token,
        token,
        fc.constantFrom(0, 2, '\t'),
        (before, now, oldToken, newToken, space) => {
          const carried = carriedOf([before, now], [oldToken, newToken]);
          expect(carryDraft(callWith(before, oldToken, space), carried)).toEqual(
            callWith(now, newToken, space),
          );
        },
      ),
    );
  });

  test('is left as it was, byte for byte, where nothing of it is carried', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.webUrl({ withQueryParameters: true }),
        id,
        id,
        (value, url, before, now) => {
          const carried = carriedOf([before, now]);
          const body = JSON.stringify(value, null, 1).replaceAll('a', '\\u0061');
          fc.pre(!body.includes(before) && !url.includes(before));
          expect(carryBody(body, carried)).toBe(body);
          expect(carryUrl(url, carried)).toBe(url);
        },
      ),
    );
  });

  test('swaps two values that stand for each other', () => {
    fc.assert(
      fc.property(id, id, (a, b) => {
        fc.pre(a !== b);
        expect(carryText(`${a} ${b}`, carriedOf([a, b], [b, a]))).toBe(`${b} ${a}`);
      }),
    );
  });
});

test('numbers, double keys, escapes and layout of a body stay as they were written', () => {
  const before = '11111111-1111-4111-8111-111111111111';
  const body = (value: string) => `{ "n": 1.50e+3, "id":"${value}",\r\n"id": "\\u0061\\/", "k${before}": 1 }`;
  expect(carryBody(body(before), carriedOf([before, 'b'.repeat(20)]))).toBe(body('b'.repeat(20)));
});

test('a short value is replaced where it stands alone, and nowhere else', () => {
  const carried = carriedOf(['42', '43']);
  expect(carryBody('{"correlationId":"42","phoneNumber":"2001004242","n":42}', carried)).toBe(
    '{"correlationId":"43","phoneNumber":"2001004242","n":42}',
  );
  expect(carryUrl('https://42.example.com/42/x42?id=42&n=420', carried)).toBe(
    'https://42.example.com/43/x42?id=43&n=420',
  );
  expect(carryBody('id=42&amount=4200&q=4+2', carried)).toBe('id=43&amount=4200&q=4+2');
});

test('a value with every sign of a pattern, or of a form, is a value like any other', () => {
  const before = '(.*)[a-z]{2}^$|\\/+?=&%20 é';
  const now = '$&$1+/=&%41 "ü"';
  const carried = carriedOf([before, now]);
  expect(JSON.parse(carryBody(JSON.stringify({ a: before, b: `<${before}>` }), carried))).toEqual({
    a: now,
    b: `<${now}>`,
  });
  const url = new URL(carryUrl(`https://x.example/?t=${encodeURIComponent(before)}`, carried));
  expect(url.searchParams.get('t')).toBe(now);
});
