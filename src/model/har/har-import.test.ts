import { describe, expect, it } from 'vitest';
import type { Exchange } from '../exchange.ts';
import { describeImport, describeImportTroubles } from './describe-import.ts';
import { HarImport, type ImportEnd } from './har-import.ts';

const MFA = 'https://platform.uat.proveapis.com/v3/mfa';

/** An entry as Chromium writes one; `at` in ms after noon. */
const entry = ({
  url = MFA,
  at = 0,
  ...more
}: {
  url?: string;
  at?: number;
  page?: boolean;
  worker?: boolean;
} = {}) => ({
  startedDateTime: new Date(Date.UTC(2026, 0, 15, 12) + at).toISOString(),
  time: 100,
  ...(more.page && { pageref: 'page_1' }),
  request: { method: 'POST', url, headers: [], postData: { text: '{}' } },
  response: { status: 200, headers: [], content: {}, _fetchedViaServiceWorker: more.worker === true },
});

const har = (...entries: unknown[]) => JSON.stringify({ log: { entries } });

function read(text: string): { ids: string[]; end: ImportEnd; exchanges: Exchange[] } {
  const exchanges: Exchange[] = [];
  const file = new HarImport((one) => exchanges.push(one), { prefix: 'i', routes: [] });
  file.push(new TextEncoder().encode(text));
  const end = file.end();
  return { exchanges, ids: exchanges.map(({ id }) => id), end };
}

const told = (end: ImportEnd, calls: number) => {
  const outcome = { calls, known: 0, dropped: 0, end };
  return [describeImport(outcome), ...describeImportTroubles(outcome)];
};

describe('an import', () => {
  it('hands over what may be V3, marked, and lets go of all else', () => {
    const { exchanges, end } = read(har(entry(), entry({ url: 'https://shop.example.com/' }), entry()));
    expect(exchanges).toMatchObject([
      { id: 'i-00000000', origin: 'imported' },
      { id: 'i-00000002', origin: 'imported' },
    ]);
    expect(told(end, 2)).toEqual(['2 V3 calls imported, of 3 entries.']);
  });

  it('keeps what came before the end of a file that is cut off, and says where', () => {
    const text = har(entry(), entry({ at: 5 }));
    const { ids, end } = read(text.slice(0, text.lastIndexOf('postData')));
    expect(ids).toHaveLength(1);
    expect(told(end, 1)).toEqual([
      '1 V3 call imported, of 1 entry.',
      'The file is not complete: it is cut off within entry 1. What came before was read.',
    ]);
  });

  it.each([
    ['{"calls":[]}', 'This is no HAR that can be read: it is JSON, but no HAR: there is no “log”.'],
    [
      'PK\u0003\u0004',
      'This is no HAR that can be read: it is a ZIP archive; unpack it and name the HAR inside.',
    ],
    ['', 'This is no HAR that can be read: it is empty.'],
    ['<html>', 'This is no HAR that can be read: it is not JSON.'],
  ])('says of %j in one sentence what it is', (text, sentence) => {
    expect(told(read(text).end, 0)).toEqual(['Nothing was imported.', sentence]);
  });

  it('names the first broken entries and counts the others', () => {
    const { ids, end } = read(har(...Array(7).fill({ request: {} }), entry()));
    expect(ids).toEqual(['i-00000007']);
    const sentences = told(end, 1);
    expect(sentences).toHaveLength(7);
    expect(sentences[1]).toBe('Entry 0 was left out: it has no request.method.');
    expect(sentences[6]).toBe('2 more entries were left out.');
  });

  it('says what to do where no entry is V3’s', () => {
    expect(told(read(har(entry({ url: 'https://shop.example.com/api' }))).end, 0)).toEqual([
      expect.stringMatching(/^No V3 call, of 1 entry: .* it needs a route\.$/),
    ]);
  });

  it('tells which entries are a service worker’s own halves of others, once each', () => {
    const page = entry({ page: true, worker: true });
    const { end } = read(har(entry({ at: 3 }), page, entry({ at: 4 }), entry({ at: 4, page: true })));
    expect(end.doubles).toEqual(['i-00000000']);
  });

  it('reads a hostile stack that is deeper than any program’s', () => {
    const deep = 20_000;
    const stack = `${'{"callFrames":[],"parent":'.repeat(deep)}{}${'}'.repeat(deep)}`;
    const text = har({ ...entry(), _initiator: 0 }).replace(
      '"_initiator":0',
      `"_initiator":{"stack":${stack}}`,
    );
    expect(read(text).ids).toHaveLength(1);
  });
});
