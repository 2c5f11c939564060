import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { operations } from '../../schemas/operations.ts';
import { operation } from '../fixtures.test-support.ts';
import {
  readPathParameters,
  readQuery,
  typedBase,
  urlFor,
  writePathParameter,
  writeQueryAt,
  writeQueryParameter,
} from './url-parameters.ts';

const activate = operation('identity-activate');
const list = operation('identity-list');
const base = 'https://a.example/api';
/** What somebody may type: any text that has bytes, variables among it. */
const typed = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })).map(([a, b]) => `${a}{{x}}${b}`),
);

describe('a path parameter', () => {
  test('that is typed is read back as it was typed', () => {
    fc.assert(
      fc.property(typed, (value) => {
        const url = writePathParameter(
          activate,
          `${base}/v3/identity/{proveId}/activate?a=1#b`,
          'proveId',
          value,
        );
        expect(readPathParameters(activate, url)).toEqual({ proveId: value });
        expect(url).toMatch(/^https:\/\/a\.example\/api\/v3\/identity\/[^/?#]+\/activate\?a=1#b$/);
      }),
    );
  });

  test('that is emptied is one to be filled in again', () => {
    const url = writePathParameter(activate, `${base}/v3/identity/7/activate/`, 'proveId', '');
    expect(url).toBe(`${base}/v3/identity/{proveId}/activate/`);
    expect(readPathParameters(activate, url)).toEqual({ proveId: '' });
  });

  test('is none in a path of one’s own', () => {
    expect(readPathParameters(activate, `${base}/my/7/activate`)).toBeUndefined();
    expect(readPathParameters(activate, '/activate')).toBeUndefined();
    expect(writePathParameter(activate, `${base}/other`, 'proveId', '7')).toBe(`${base}/other`);
  });

  test('a broken escape is shown as it is', () => {
    expect(readPathParameters(activate, `${base}/v3/identity/a%2/activate`)).toEqual({ proveId: 'a%2' });
  });
});

describe('a query parameter', () => {
  test('that is typed is read back as it was typed, and nothing else changes', () => {
    fc.assert(
      fc.property(typed, typed, (name, value) => {
        fc.pre(name !== '' && value !== '' && !['a', 'b', 'c'].includes(name));
        const url = writeQueryParameter(`${base}/v3/x?a=1&b=+%25&c#f?`, name, value);
        expect(readQuery(url)).toEqual([
          { name: 'a', value: '1' },
          { name: 'b', value: ' %' },
          { name: 'c', value: '' },
          { name, value },
        ]);
        expect(url.startsWith(`${base}/v3/x?a=1&b=+%25&c&`)).toBe(true);
        expect(url.endsWith('#f?')).toBe(true);
        expect(writeQueryParameter(url, name, '')).toBe(`${base}/v3/x?a=1&b=+%25&c#f?`);
      }),
    );
  });

  test('leaves no question mark behind', () => {
    expect(writeQueryParameter(`${base}?limit=5`, 'limit', '')).toBe(base);
    expect(writeQueryParameter(base, 'limit', '')).toBe(base);
  });

  test('that stands twice: the last one counts', () => {
    expect(writeQueryParameter(`${base}?limit=5&limit=6`, 'limit', '7')).toBe(`${base}?limit=5&limit=7`);
  });

  test('at a place is changed or taken out there', () => {
    expect(writeQueryAt(`${base}?x=1&x=2`, 0, 'a b')).toBe(`${base}?x=a%20b&x=2`);
    expect(writeQueryAt(`${base}?x=1&x=2`, 0, undefined)).toBe(`${base}?x=2`);
    expect(writeQueryAt(`${base}?x=1`, 5, 'y')).toBe(`${base}?x=1`);
  });
});

describe('the URL of an operation', () => {
  test.each(operations.map((each) => [each.id, each] as const))(
    '%s has its path, and all that is required',
    (_, each) => {
      const url = urlFor(each, `${base}/`);
      expect(typedBase(each, url)).toBe(base);
      expect(Object.values(readPathParameters(each, url) ?? { none: '' })).not.toContain('');
      for (const [name, field] of Object.entries(each.queryParameters?.shape ?? {}))
        if (!field.safeParse(undefined).success)
          expect(readQuery(url).map((pair) => pair.name)).toContain(name);
    },
  );

  test('takes over values of parameters that it has too', () => {
    expect(urlFor(activate, base, { proveId: 'a/b', limit: '5' })).toBe(`${base}/v3/identity/a%2Fb/activate`);
    expect(urlFor(list, base, { proveId: 'a', limit: '5' })).toBe(`${base}/v3/identity?limit=5`);
  });
});

test('the base of a URL may be a variable', () => {
  expect(typedBase(activate, '{{base}}/v3/identity/{{proveId}}/activate?x=1')).toBe('{{base}}');
  expect(typedBase(activate, 'https://a.example/v3/mfa')).toBeUndefined();
});
