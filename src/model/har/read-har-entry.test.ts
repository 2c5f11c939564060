import fc from 'fast-check';
import { expect, it } from 'vitest';
import { glanceAtHarEntry, readHarEntry } from './read-har-entry.ts';

const text = fc.string({ maxLength: 5 });
const entry = fc.record(
  {
    startedDateTime: fc.oneof(text, fc.constant('2026-02-03T04:05:06.789Z')),
    request: fc.record(
      {
        method: fc.constantFrom('POST', 'OPTIONS'),
        url: fc.webUrl(),
        postData: fc.oneof(fc.constant(null), fc.record({ text }, { requiredKeys: [] })),
      },
      { requiredKeys: ['method'] },
    ),
  },
  { requiredKeys: ['startedDateTime'] },
);

it('a glance at an entry tells what reading it would', () => {
  const check = (raw: unknown) => {
    const reading = readHarEntry(raw);
    const { method, url } = reading?.exchange.request ?? {};
    expect(glanceAtHarEntry(raw)).toEqual(
      reading && { method, url, startedAt: reading.exchange.startedAt, key: reading.key },
    );
  };
  fc.assert(fc.property(fc.oneof({ weight: 4, arbitrary: entry }, fc.anything()), check));
});
