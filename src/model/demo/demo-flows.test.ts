import { expect, test } from 'vitest';
import { exchangeSchema } from '../exchange-schema.ts';
import { Log } from '../log.ts';
import { describeProblem } from '../problems/describe-problem.ts';
import { demoExchanges } from './demo-flows.ts';
import { demoIds, isDemo } from './is-demo.ts';

const NOW = Date.parse('2026-11-21T10:00:00Z');

function demoLog() {
  const log = new Log();
  for (const exchange of demoExchanges(NOW)) log.add(exchangeSchema.parse(exchange));
  return log;
}

test('the demo holds a flow that succeeds, with what the client SDK did for it', () => {
  const log = demoLog();
  const [good] = log.flows.opened();
  expect(good?.stateAt(NOW)).toBe('succeeded');
  expect(good?.calls.flatMap((call) => log.problemsOf(call))).toEqual([]);
  expect(good && log.sdkCallsOf(good).map(({ name }) => name)).toEqual(['mobile/otp/start', 'finish']);
});

test('the demo holds a flow that stands still: its last call was refused for a field of the wrong name', () => {
  const log = demoLog();
  const [, bad] = log.flows.opened();
  expect(bad?.stateAt(NOW)).toBe('possession-required');
  const last = bad?.calls.at(-1);
  expect(last && log.verdictOf(last)).toBe('invalid');
  const sentences = last ? log.problemsOf(last).map(describeProblem) : [];
  expect(sentences.join('\n')).toMatch(/“phoneNumber” is required/);
  expect(sentences.join('\n')).toMatch(/“phone_number” is not a field.*Did you mean “phoneNumber”/);
  expect(bad?.calls.slice(0, -1).flatMap((call) => log.problemsOf(call))).toEqual([]);
});

test('every call of the demo can be told from captured ones, and is in a flow', () => {
  const log = demoLog();
  expect(demoExchanges(NOW).map(({ id }) => id)).toEqual(demoIds);
  expect(demoExchanges(NOW).every(({ id, origin }) => isDemo(id) && origin === 'imported')).toBe(true);
  expect(log.flows.withoutFlow()).toEqual([]);
  expect(log.flows.opened()).toHaveLength(2);
});
