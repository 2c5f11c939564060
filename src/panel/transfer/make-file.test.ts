import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../model/exchange.ts';
import { exchange, summarize } from '../../model/fixtures.test-support.ts';
import { aFlow } from '../../model/flows/a-flow.test-support.ts';
import { breaksOfHar } from '../../model/har/har-1.2.test-support.ts';
import { HarImport, type ImportEnd } from '../../model/har/har-import.ts';
import { Log } from '../../model/log.ts';
import { type ExportFormat, learnMask, makeFile } from './make-file.ts';
import { ExchangePacker, ExchangeUnpacker } from './pack-exchanges.ts';

const story = [
  aFlow('a').mfa('none').polls(2).status('possession_required').bind('true'),
  aFlow('b', { at: 500 }).mfa('desktop').status('false', { phone: '2001004012' }),
].flatMap(({ calls }) => calls.map((call) => call.exchange));

const go = new AbortController().signal;

async function exported(
  exchanges: readonly Exchange[],
  format: ExportFormat,
  masked = true,
): Promise<string> {
  const masking = masked ? await learnMask(exchanges, go) : undefined;
  const file = await makeFile(exchanges, { format, mask: masking?.mask, routes: [] });
  return file.text();
}

/** What the panel takes from a HAR, as it comes from its worker. */
function imported(har: string): { exchanges: Exchange[]; end: ImportEnd } {
  const found: Exchange[] = [];
  const file = new HarImport((one) => found.push(one), { prefix: 'imported-1', routes: [] });
  file.push(new TextEncoder().encode(har));
  return { end: file.end(), exchanges: new ExchangeUnpacker().unpack(new ExchangePacker().pack(found)) };
}

/** All that the panel says of exchanges, but for their ids. */
function said(exchanges: readonly Exchange[]) {
  const log = new Log();
  for (const one of exchanges) log.add(one);
  return {
    calls: log.calls.map((call) => [
      call.operation.id,
      log.verdictOf(call),
      log.problemsOf(call).map(({ code, path }) => `${code} ${path}`),
    ]),
    flows: log.flows.opened().map((flow) => {
      const { problems, ...rest } = summarize(flow, 0);
      return { ...rest, problems: Object.values(problems), calls: flow.calls.length };
    }),
  };
}

describe('an export', () => {
  it.each([true, false])(
    'gives the same calls, verdicts and flows when it is imported; masked: %s',
    async (masked) => {
      const har = await exported(story, 'har', masked);
      expect(breaksOfHar(JSON.parse(har))).toEqual([]);
      expect(har.includes('2001004012')).toBe(!masked);
      const { exchanges, end } = imported(har);
      expect(end).toMatchObject({ entries: story.length, brokenCount: 0, doubles: [] });
      expect(end).not.toHaveProperty('trouble');
      expect(exchanges.every(({ origin }) => origin === 'imported')).toBe(true);
      expect(said(exchanges)).toEqual(said(story));
    },
  );

  it('counts what it masks before anything is written', async () => {
    const masking = await learnMask(story, go);
    expect(masking?.counts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['phone', 'token']));
  });

  it('stops looking where nobody waits for it any longer', async () => {
    expect(await learnMask(story, AbortSignal.abort())).toBeUndefined();
  });

  it('reports in the format of check, and never shows what a body holds', async () => {
    const bad = exchange({ body: { possessionType: 'desktop', phoneNumber: '2001004012' } });
    const report = JSON.parse(await exported([bad], 'json', false));
    expect(report).toMatchObject({
      version: 1,
      calls: [{ operation: 'mfa', verdict: 'invalid', problems: [{ code: 'mfa.target-url-required' }] }],
    });
    const markdown = await exported([bad], 'markdown', false);
    expect(markdown).toContain('mfa.target-url-required');
    expect(markdown + JSON.stringify(report)).not.toContain('2001004012');
  });
});
