import { toHarEntry } from '../../src/model/har/write-har.ts';
import { hostileBodies, hostileTexts, prototypeNames } from './corpus.ts';
import { exchangeOf, exchangesWith } from './exchanges.ts';

const entry = (change: object = {}) => ({
  ...toHarEntry(exchangeOf({ body: '{}', answer: '{}' })),
  ...change,
});
const file = (entries: unknown): string => JSON.stringify({ log: { version: '1.2', entries } });
const deep = hostileBodies['objects in objects'] ?? '';

/** Files that somebody might hand over as a HAR, by what they try. Whatever can be read of them is shown. */
export const hostileHars: Readonly<Record<string, () => string>> = {
  'every hostile text in every place': () =>
    file(Object.values(hostileTexts).flatMap(exchangesWith).map(toHarEntry)),
  'a prototype for an entry': () =>
    `{"log":{"entries":[{"__proto__":{"request":{"url":"x"}}},${JSON.stringify(entry())}]}}`,
  'prototype names for fields': () =>
    file([entry({ _v3: Object.fromEntries(prototypeNames.map((name) => [name, { polluted: 1 }])) })]),
  'entries that are none': () => file([null, 1, '<script>', [], {}, { request: null }, entry()]),
  'entries that are no list': () => file({ length: 1e9, 0: entry() }),
  'times that are none': () =>
    `{"log":{"entries":[${[
      { startedDateTime: '+275760-09-13T00:00:00.000Z', time: 1e308 },
      { startedDateTime: '0000-01-01T00:00:00Z', time: -1 },
      { startedDateTime: 'NaN', time: null },
      { startedDateTime: '2026-01-15T12:00:00Z', timings: { wait: 1e308, dns: -1e308 } },
    ]
      .map((times) => JSON.stringify(entry(times)))
      .join(',')},${JSON.stringify(entry()).replace(/"time":\d+/, '"time":1e999')}]}}`,
  'numbers that are none': () =>
    file([
      entry({
        response: {
          ...entry().response,
          status: 1e21,
          bodySize: -1e308,
          content: { size: -5, text: '\u0000' },
        },
      }),
      entry({ response: { ...entry().response, status: -0.5 } }),
    ]),
  'an entry nested too deep': () =>
    `{"log":{"entries":[${deep},{"request":${deep}},${JSON.stringify(entry())}]}}`,
  'frames nested too deep': () =>
    `{"log":{"pages":${deep},"creator":${deep},"entries":[${JSON.stringify(entry())}]}}`,
  'two logs': () => `{"log":{"entries":[1]},"log":{"entries":[${JSON.stringify(entry())}]},"entries":[2]}`,
  'a hundred thousand empty entries': () => `{"log":{"entries":[${'{},'.repeat(100_000)}{}]}}`,
  'base64 that is none': () =>
    file([
      entry({
        response: { ...entry().response, content: { text: '\u202e<b>%%%', encoding: 'base64' } },
        _v3: undefined,
      }),
    ]),
  'commas only': () => `{"log":{"entries":[${','.repeat(100_000)}`,
  'quotes only': () => '"'.repeat(100_001),
  'backslashes only': () => `{"log":{"entries":["${'\\'.repeat(100_001)}`,
  'NUL only': () => '\u0000'.repeat(100_000),
  'a page': () => hostileBodies['a page'] ?? '',
};
