import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../exchange.ts';
import { exchange, NOON, summarize } from '../fixtures.test-support.ts';
import { aFlow } from '../flows/a-flow.test-support.ts';
import { Log } from '../log.ts';
import { MaskedLog } from './masked-log.ts';

function logOf(exchanges: readonly Exchange[]) {
  const log = new Log();
  for (const one of exchanges) log.add(one);
  return log;
}

/** All that stands in a log, as one text. */
const textOf = (log: Log) => JSON.stringify([log.exchanges(), log.marks]);

/** How somebody who looks for a value would try to find it, in JSON and in base64 at any place. */
const disguises = (value: string) => [
  value,
  encodeURIComponent(value),
  ...[0, 1, 2].map((shift) => {
    const base64 = Buffer.from('x'.repeat(shift) + value).toString('base64');
    return base64.slice(shift === 0 ? 0 : shift + 1, base64.indexOf('=') === -1 ? undefined : -4);
  }),
];

const phone = fc
  .tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 10 ** 8, max: 10 ** 9 - 1 }))
  .map((parts) => parts.join(''));
const word = fc.stringMatching(/^[A-Z][a-z]{5,9}$/);

describe('a log masked for the screen', () => {
  it('holds the same calls, verdicts, problems and flows as the real one', () => {
    const exchanges = [
      aFlow('a').mfa('none').polls(3).status('possession_required').bind('true'),
      aFlow('b', { at: 500 }).mfa('desktop').status('false', { phone: '2001004012' }),
    ].flatMap(({ calls }) => calls.map((call) => call.exchange));
    const source = logOf([...exchanges, exchange({ id: 'bad', body: { phone: '2001004019' } })]);
    const masked = new MaskedLog(source);
    expect(masked.work()).toBe(true);
    const judged = (log: Log) => ({
      calls: log.calls.map((call) => [
        call.exchange.id,
        log.verdictOf(call),
        log.problemsOf(call).map(({ code, from }) => [code, from]),
      ]),
      flows: log.flows.opened().map((flow) => summarize(flow, NOON + 10_000)),
      counts: log.counts(),
    });
    expect(judged(masked.log)).toEqual(judged(source));
  });

  it('shows nothing of what was planted, whenever a call came and however the value is written', () => {
    fc.assert(
      fc.property(phone, word, word, fc.boolean(), (number, first, last, late) => {
        const email = `${first}.${last}@mail.example`;
        const basic = Buffer.from(`${first}:${last}99`).toString('base64');
        const exchanges = [
          exchange({
            id: 'loose',
            url: `https://shop.example.com/v3/mfa?mail=${encodeURIComponent(email)}&q=${number}`,
            body: { note: `Call ${last}, ${first} at ${number}`, wrapped: JSON.stringify({ to: email }) },
            headers: { 'X-Trace': Buffer.from(`for ${number}!`).toString('base64') },
          }),
          exchange({
            id: 'named',
            at: 10,
            body: { phoneNumber: number, emailAddress: email, firstName: first, lastName: last },
            headers: { Authorization: `Basic ${basic}` },
          }),
        ];
        const source = logOf(late ? exchanges.slice(0, 1) : exchanges);
        const masked = new MaskedLog(source);
        masked.work();
        for (const one of late ? exchanges.slice(1) : []) {
          source.add(one);
          masked.add(one.id);
          masked.work();
        }
        expect(masked.log.calls).toHaveLength(2);
        const text = textOf(masked.log);
        for (const value of [number, email, first, last])
          for (const written of disguises(value)) if (written.length > 5) expect(text).not.toContain(written);
      }),
      { numRuns: 60 },
    );
  });

  it('works in slices, and shows no call before all of them are learned from', () => {
    const source = logOf([1, 2, 3].map((n) => exchange({ id: `n${n}`, at: n })));
    const masked = new MaskedLog(source);
    const shown: number[] = [];
    while (!masked.work(() => true)) shown.push(masked.log.calls.length);
    expect(shown.slice(0, 3)).toEqual([0, 0, 0]);
    expect(shown.slice(-2)).toEqual([1, 2]);
    expect(masked.log.calls).toHaveLength(3);
  });

  it.each([
    ['a list of items', JSON.stringify(Array(20_000).fill({ note: 'said', phoneNumber: '2001004011' }))],
    ['many keys', `{${Array.from({ length: 60_000 }, (_, n) => `"k${n}":${n}`).join()}}`],
    ['text without structure', 'Call Jane, 2001004011! '.repeat(40_000)],
    ['what was cut off', `[{"phoneNumber":"2001004011"},${'{"note":"said"},'.repeat(60_000)}`],
    ['a form', 'a=1&b=two+words&phone=2001004011&'.repeat(30_000)],
    ['one long string', JSON.stringify({ note: 'call 2001004011 or '.repeat(50_000) })],
  ])('rests in a long body too: %s', (_, body) => {
    const source = logOf([exchange({ id: 'long', body })]);
    const masked = new MaskedLog(source);
    let rests = 0;
    while (!masked.work(() => true)) rests++;
    // Twice through it: once to learn, once to mask.
    expect(rests).toBeGreaterThan((2 * body.length) / 40_000);
    expect(textOf(masked.log)).not.toContain('2001004011');
  });

  it('loses what the real log loses, and gives a value the same stand-in after it was emptied', () => {
    const source = new Log({ calls: 4, bytes: 1e9 });
    const masked = new MaskedLog(source);
    for (let n = 0; n < 9; n++) {
      source.add(exchange({ id: `n${n}`, at: n, body: { phoneNumber: '2001004011' } }));
      masked.add(`n${n}`);
      masked.work();
    }
    const ids = (log: Log) => log.calls.map((call) => call.exchange.id);
    expect(ids(masked.log)).toEqual(ids(source));
    const standIn = masked.log.calls[0]?.exchange.request.body?.text;
    const next = new MaskedLog(
      logOf([exchange({ id: 'again', body: { phoneNumber: '2001004011' } })]),
      masked.mask,
    );
    next.work();
    expect(next.log.calls[0]?.exchange.request.body?.text).toBe(standIn);
  });

  it('masks the address of a navigation', () => {
    const source = new Log();
    source.mark({ id: 'm', url: 'https://shop.example.com/done?token=abcdef123456', at: NOON });
    expect(textOf(new MaskedLog(source).log)).not.toContain('abcdef123456');
  });
});
