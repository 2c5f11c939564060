import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Exchange, timingPhases, utf8Length } from '../exchange.ts';
import { exchange, inWords, NOON, sdkExchange, summarize } from '../fixtures.test-support.ts';
import { aFlow, tokenOf } from '../flows/a-flow.test-support.ts';
import { Log } from '../log.ts';
import { breaksOfHar } from './har-1.2.test-support.ts';
import { HarFile, type HarItem } from './har-file.ts';
import { writeHar } from './write-har.ts';

const written = (exchanges: readonly Exchange[]) => [...writeHar(exchanges, '1.2.3')].join('');

/** What reading a HAR gives, in pieces of so many bytes, under the ids of the exchanges that were written. */
function readBack(har: string, ids: readonly string[], piece = 1000): Exchange[] {
  const items: HarItem[] = [];
  const file = new HarFile((item) => items.push(item));
  const bytes = new TextEncoder().encode(har);
  for (let at = 0; at < bytes.length; at += piece) file.push(bytes.subarray(at, at + piece));
  expect(file.end()).toBeUndefined();
  return items.map((item, index) => {
    if (item.kind !== 'read') throw new Error(`Entry ${index} was not read.`);
    const { exchange: read, formerOrigin = 'imported' } = item.reading;
    return { ...read, id: ids[index] ?? '', origin: formerOrigin };
  });
}

const headers = fc.array(fc.record({ name: fc.string(), value: fc.string({ unit: 'binary' }) }), {
  maxLength: 4,
});

const body = fc.oneof(
  fc
    .oneof(
      fc.string({ unit: 'binary' }),
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc.constant('a\0\0'),
    )
    .map((text) => ({ text, bytes: utf8Length(text) })),
  fc.tuple(fc.string(), fc.nat()).map(([text, more]) => ({
    text,
    bytes: utf8Length(text) + more,
    truncated: true as const,
  })),
  fc.nat().map((bytes) => ({ text: '', bytes, binary: true as const })),
);

const ms = fc.double({ min: 0, max: 1e7, noNaN: true, noDefaultInfinity: true }).map((n) => n || 0);

const anyExchange: fc.Arbitrary<Exchange> = fc.record(
  {
    id: fc.uuid(),
    origin: fc.constantFrom('captured', 'imported', 'replay'),
    startedAt: fc.integer({ min: 0, max: 4e12 }),
    duration: ms,
    timings: fc.dictionary(fc.constantFrom(...timingPhases), ms, { noNullPrototype: true }),
    request: fc.record(
      {
        method: fc.constantFrom('GET', 'POST', 'PUT', 'x-odd'),
        url: fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()),
        headers,
        body,
      },
      { requiredKeys: ['method', 'url', 'headers'] },
    ),
    response: fc.record(
      { status: fc.integer({ min: 0, max: 999 }), statusText: fc.string(), headers, body },
      { requiredKeys: ['status', 'statusText', 'headers'] },
    ),
    failure: fc.record({
      kind: fc.constantFrom('refused', 'aborted', 'cors', 'blocked', 'timeout', 'redirect', 'unknown'),
      detail: fc.string(),
    }),
  },
  { requiredKeys: ['id', 'origin', 'startedAt', 'duration', 'request'] },
);

describe('writeHar', () => {
  it('writes HAR 1.2 that reads as the same exchanges again, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.array(anyExchange, { maxLength: 5 }),
        fc.integer({ min: 1, max: 5000 }),
        (exchanges, piece) => {
          const har = written(exchanges);
          expect(breaksOfHar(JSON.parse(har))).toEqual([]);
          const ids = exchanges.map(({ id }) => id);
          expect(readBack(har, ids, piece)).toEqual(exchanges);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps calls, verdicts, flows and what the client SDK did for them', () => {
    const stories = [
      aFlow('a').mfa('none').polls(3).status('possession_required').bind('true'),
      aFlow('b', { at: 500 }).mfa('desktop').status('false'),
      aFlow('c', { at: 900 }).unify('mobile').unifyStatus('true'),
      aFlow('d', { at: 950 }).start().validate('challenge').challenge('done'),
    ];
    const exchanges = [
      ...stories.flatMap(({ calls }) => calls.map((call) => call.exchange)),
      sdkExchange({ token: tokenOf('b'), id: 's1', at: 700 }),
      exchange({ id: 'lost', answer: null, at: 1000 }),
      exchange({ id: 'cut', truncated: 'request', at: 1100 }),
      exchange({ id: 'bad', body: { possessionType: 'tablet' }, answer: { code: 1 }, status: 400, at: 1200 }),
    ];
    const read = readBack(
      written(exchanges),
      exchanges.map(({ id }) => id),
    );
    const shown = (all: readonly Exchange[]) => {
      const log = new Log();
      for (const one of all) log.add(one);
      return {
        calls: log.calls.map((call) => [
          call.exchange.id,
          call.operation.id,
          log.verdictOf(call),
          log.problemsOf(call).map(inWords),
        ]),
        flows: log.flows.opened().map((flow) => summarize(flow, NOON + 10_000)),
        sdk: log.flows.opened().map((flow) => log.sdkCallsOf(flow).map((call) => call.exchange.id)),
      };
    };
    expect(shown(read)).toEqual(shown(exchanges));
    expect(shown(read).sdk).toContainEqual(['s1']);
  });

  it('gives a piece for each entry, so that a large log is never one string', () => {
    const large = exchange({ answer: `"${'x'.repeat(100_000)}"` });
    const pieces = [...writeHar(Array<Exchange>(10).fill(large), '1')];
    expect(pieces).toHaveLength(12);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(110_000);
  });

  it('tells other tools of a failure as Chromium does', () => {
    const failed: Exchange = {
      ...exchange({ answer: null }),
      failure: { kind: 'refused', detail: 'net::ERR_CONNECTION_REFUSED' },
    };
    expect(JSON.parse(written([failed])).log.entries[0].response).toMatchObject({
      status: 0,
      _error: 'net::ERR_CONNECTION_REFUSED',
    });
  });

  it('is checked by a schema that finds mistakes', () => {
    const har = JSON.parse(written([exchange()]));
    har.log.entries[0].timings.wait = -1;
    har.log.entries[0].v3 = 1;
    har.log.entries[0].request.cookies = undefined;
    expect(breaksOfHar(JSON.parse(JSON.stringify(har)))).toHaveLength(3);
  });
});
