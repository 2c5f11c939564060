import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaptureCheck } from '../report/capture-check.ts';
import { toReport } from '../report/report.ts';
import { toMarkdown } from '../report/report-markdown.ts';
import { toText } from '../report/report-text.ts';
import { describeEntryTrouble, describeHarTrouble } from './describe-har-trouble.ts';
import { HarFile, type HarFileOptions, type HarItem, readItem } from './har-file.ts';

function read(content: string | Uint8Array, options: HarFileOptions = {}) {
  const items: HarItem[] = [];
  const file = new HarFile((item) => items.push(item), options);
  file.push(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  const trouble = file.end();
  return { items, reason: trouble && describeHarTrouble(trouble) };
}

const entry = (parts: object = {}) => ({
  startedDateTime: '2026-01-15T12:00:00.000Z',
  time: 100,
  request: { method: 'POST', url: 'https://shop.example.com/v3/mfa', headers: [] },
  response: { status: 200, statusText: 'OK', headers: [], content: { text: '{}' } },
  ...parts,
});

const har = (...entries: unknown[]) => JSON.stringify({ log: { entries } });

describe('HarFile', () => {
  it('reads entries, and passes by what nobody wants', () => {
    const { items, reason } = read(
      har(entry(), entry({ request: { method: 'GET', url: 'https://x.example/' } })),
      {
        wants: (url) => url.endsWith('/v3/mfa'),
      },
    );
    expect(reason).toBeUndefined();
    expect(items).toMatchObject([
      { kind: 'read', reading: { exchange: { request: { method: 'POST' } } } },
      { kind: 'other', endedAt: Date.UTC(2026, 0, 15, 12) + 100 },
    ]);
  });

  it('needs neither a byte order mark nor anything but the entries', () => {
    expect(read(`\uFEFF${har(entry())}`)).toMatchObject({ reason: undefined, items: [{ kind: 'read' }] });
  });

  it.each([
    ['it is no object', null],
    ['it has no request', { startedDateTime: '2026-01-15T12:00:00Z' }],
    ['it has no request.method', entry({ request: { url: 'https://x.example/' } })],
    ['it has no request.url', entry({ request: { method: 'GET' } })],
    ['it has no startedDateTime', entry({ startedDateTime: undefined })],
    ['its startedDateTime is no date', entry({ startedDateTime: 'yesterday' })],
  ])('says of a broken entry: %s', (reason, raw) => {
    const item = readItem(raw);
    expect(item.kind === 'broken' && describeEntryTrouble(item.trouble)).toBe(reason);
  });

  it('says of an entry that is no JSON just that, and reads the others', () => {
    const sound = JSON.stringify(entry());
    const { items, reason } = read(`{"log":{"entries":[${sound},{"a": tru},${sound}]}}`);
    expect(reason).toBeUndefined();
    expect(items).toMatchObject([{ kind: 'read' }, { kind: 'broken', trouble: 'no-json' }, { kind: 'read' }]);
  });

  it.each([
    ['it is empty', ''],
    ['it is not JSON', '<html></html>'],
    ['it is not JSON', '{"log":{"entries":[]}} and more'],
    ['it is JSON, but no HAR: there is no “log”', '[]'],
    ['it is JSON, but no HAR: there is no “log.entries”', '{"log":{"entries":{}}}'],
    ['it is cut off within entry 1', '{"log":{"entries":[{},{"a"'],
    ['it is cut off after its entries', '{"log":{"entries":[{}]'],
    ['it is a ZIP archive; unpack it and name the HAR inside', 'PK\u0003\u0004'],
    ['it is compressed with gzip; unpack it first', new Uint8Array([0x1f, 0x8b, 8])],
    ['it is UTF-16; a HAR is UTF-8', new Uint8Array([0xff, 0xfe, 0x7b, 0])],
  ])('says of a file: %s', (reason, content) => {
    expect(read(content).reason).toBe(reason);
  });

  it('finds entries under a key that is written with escapes', () => {
    expect(read(har(entry()).replace('"entries"', '"\\u0065ntries"')).items).toMatchObject([
      { kind: 'read' },
    ]);
  });

  it('puts bodies that Playwright keeps in files into their places', () => {
    const raw = entry({
      request: {
        method: 'POST',
        url: 'https://shop.example.com/v3/mfa',
        headers: [],
        postData: { mimeType: 'application/json', text: '', params: [], _file: 'a.json' },
      },
      response: { status: 200, headers: [], content: { _file: 'b.json' } },
    });
    const files: Record<string, string> = { 'a.json': '{"a":1}', 'b.json': '{"b":2}' };
    expect(readItem(raw, { attached: (name) => files[name] })).toMatchObject({
      reading: {
        exchange: { request: { body: { text: '{"a":1}' } }, response: { body: { text: '{"b":2}' } } },
      },
    });
  });

  it('goes, with anything HAR-like, through check and every report without an exception', () => {
    const url = fc.constantFrom(
      'https://platform.uat.proveapis.com/v3/mfa',
      'https://platform.uat.proveapis.com/v3/mfa-status?token=x',
      'https://x.example/v3/unify/',
      'blob:x',
    );
    const odd = <T>(arb: fc.Arbitrary<T>) => fc.oneof({ weight: 6, arbitrary: arb }, fc.jsonValue());
    const raw = odd(
      fc.record({
        startedDateTime: odd(fc.constant('2026-01-15T12:00:00.000Z')),
        time: odd(fc.integer()),
        request: odd(
          fc.record({
            method: odd(fc.constantFrom('POST', 'GET')),
            url: odd(url),
            headers: odd(fc.constant([])),
            postData: odd(
              fc.record({
                text: odd(fc.jsonValue().map((value) => JSON.stringify(value))),
                params: odd(fc.constant([])),
              }),
            ),
          }),
        ),
        response: odd(
          fc.record({
            status: odd(fc.integer()),
            content: odd(fc.record({ text: fc.string(), encoding: odd(fc.constant('base64')) })),
          }),
        ),
      }),
    );
    fc.assert(
      fc.property(fc.array(raw, { maxLength: 4 }), (entries) => {
        const check = new CaptureCheck();
        check.beginFile('any.har');
        const file = new HarFile((item) => check.add(item), { wants: check.wants });
        file.push(new TextEncoder().encode(har(...entries)));
        expect(file.end()).toBeUndefined();
        const result = check.result();
        expect(result.entries).toBe(entries.length);
        expect(toReport(result).calls.length + result.ignored).toBe(entries.length);
        toText(result);
        toMarkdown(result);
      }),
      { numRuns: 1000 },
    );
  });
});
