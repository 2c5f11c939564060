import { describe, expect, it } from 'vitest';
import { demoExchanges } from '../demo/demo-flows.ts';
import { EU, exchange, NOON, refusal, type Scene, seconds } from '../fixtures.test-support.ts';
import { Log } from '../log.ts';
import { compileFilter } from './match-filter.ts';
import { parseFilter } from './parse-filter.ts';

const FLOW = 'a1b2c3d4-5555-4b08-83ba-75d08780aebd';

const scenes: readonly Scene[] = [
  { id: 'first', body: { possessionType: 'mobile' }, answer: { correlationId: FLOW, success: 'pending' } },
  { id: 'poll', operation: 'mfa-status', at: seconds(2), took: 2500, body: { correlationId: FLOW } },
  { id: 'wrong', at: seconds(3), body: { possessionType: 'desktop' }, ...refusal(8000) },
  { id: 'broken', at: seconds(4), host: EU, body: '{"possessionType": nope' },
  { id: 'lost', at: seconds(5), url: 'http://localhost:8080/api/v3/mfa', answer: null },
  { id: 'orphan', operation: 'mfa-status', at: seconds(6), body: { correlationId: FLOW.replace('a', 'b') } },
  {
    id: 'token',
    operation: 'token',
    at: seconds(7),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  },
];

/** The ids of the calls that a filter lets through. */
function found(text: string): string[] {
  const log = new Log();
  for (const scene of scenes) log.add(exchange(scene));
  log.add({ ...exchange({ id: 'again', at: seconds(8), answer: 'x'.repeat(5000) }), origin: 'replay' });
  const filter = compileFilter(parseFilter(text).terms);
  return log.calls.filter((call) => filter.matches(call, log)).map((call) => call.exchange.id);
}

describe('a filter lets through', () => {
  it.each([
    ['', ['first', 'poll', 'wrong', 'broken', 'lost', 'orphan', 'token', 'again']],
    ['is:invalid', ['wrong']],
    ['is:unreadable', ['broken']],
    ['is:failed', ['lost']],
    ['is:replay', ['again']],
    ['is:orphan', ['lost', 'orphan', 'again']],
    ['-is:valid', ['wrong', 'broken']],
    ['is:invalid,unreadable', ['wrong', 'broken']],
    ['operation:mfa-status', ['poll', 'orphan']],
    ['-operation:mfa*', ['token']],
    ['flow:A1B2c3d4', ['first', 'poll']],
    ['problem:mfa.target-url-required', ['wrong']],
    ['problem:body.*', ['broken']],
    ['path:/api/', ['lost']],
    ['status:4xx', ['wrong']],
    ['-status:2,4', ['lost']],
    ['host:localhost:80', ['lost']],
    ['host:eu.prove', ['broken']],
    ['env:uat-eu', ['broken']],
    ['-env:*', ['lost']],
    ['larger-than:4k', ['again']],
    ['slower-than:2s', ['poll']],
    ['operation:mfa -is:valid status:4xx', ['wrong']],
  ])('by keys: %s', (text, ids) => {
    expect(found(text)).toEqual(ids);
  });

  it.each([
    ['"nope"', ['broken']],
    ['POSSESSIONTYPE desktop', ['wrong']],
    ['"localhost:8080/api"', ['lost']],
    ['xxxxx', ['again']],
    ['"Content-Type: application/x-www"', ['token']],
    ['"is required on"', ['wrong']],
    ['no-such-text-anywhere', []],
  ])('by text in address, headers, bodies and problems: %s', (text, ids) => {
    expect(found(text)).toEqual(ids);
  });
});

it('takes calls of files for imported, and the demo’s not', () => {
  const log = new Log();
  for (const demo of demoExchanges(NOON)) log.add(demo);
  log.add({ ...exchange({ id: 'file' }), origin: 'imported' });
  const filter = compileFilter(parseFilter('is:imported').terms);
  expect(log.calls.filter((call) => filter.matches(call, log)).map(({ exchange: { id } }) => id)).toEqual([
    'file',
  ]);
});
