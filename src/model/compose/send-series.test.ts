import { describe, expect, test } from 'vitest';
import { exchange, operation, refusal } from '../fixtures.test-support.ts';
import { boundPlan, endOfPolling, firstToDiffer, isPolled, MOST_SENDS } from './send-series.ts';

const status = (success: unknown, of = 'mfa-status') => exchange({ operation: of, answer: { success } });

describe('asking for a status again', () => {
  test.each([
    [status('pending'), undefined],
    [status('true'), /succeeded/],
    [status('false'), /failed/],
    [status('possession_required'), /bind comes next/],
    [status('possession_required', 'unify-status'), /bind comes next/],
    [exchange({ operation: 'mfa-status', ...refusal(8008) }), /refused \(400, code 8008\)/],
    [exchange({ operation: 'mfa-status', answer: null }), /no answer/],
    [exchange({ operation: 'mfa-status', answer: '<html>' }), undefined],
    [exchange({ operation: 'identity-get', url: 'https://example.com/', answer: 'x' }), undefined],
  ])('%# ends where there is nothing more to wait for', (sent, end) => {
    if (end) expect(endOfPolling(sent)).toMatch(end);
    else expect(endOfPolling(sent)).toBeUndefined();
  });

  test('is for the operations that are polled', () => {
    expect(['mfa', 'mfa-status', 'unify-status', 'mfa-bind'].filter((id) => isPolled(operation(id)))).toEqual(
      ['mfa-status', 'unify-status'],
    );
  });
});

test('a series stays within its bounds', () => {
  const plan = { times: 1e9, interval: -5, untilEnd: true };
  expect(boundPlan(plan)).toEqual({ times: MOST_SENDS, interval: 0, untilEnd: true });
  expect(boundPlan({ ...plan, times: Number.NaN, interval: Number.NaN })).toMatchObject({
    times: 1,
    interval: 0,
  });
});

describe('the first answer to differ', () => {
  test('is told with the place, and nothing where all are alike', () => {
    const sends = ['pending', 'pending', 'true'].map((success) => status(success));
    expect(firstToDiffer(sends)).toEqual({
      index: 2,
      difference: { path: '/success', left: '"pending"', right: '"true"' },
    });
    expect(firstToDiffer(sends.slice(0, 2))).toBeUndefined();
    expect(firstToDiffer([])).toBeUndefined();
  });

  test('differs by its status where its body cannot', () => {
    const refused = exchange({ operation: 'mfa-status', answer: { success: 'pending' }, status: 500 });
    expect(firstToDiffer([status('pending'), refused])).toMatchObject({ difference: { path: '/status' } });
  });

  test('layout alone is no difference', () => {
    const spread = exchange({ operation: 'mfa-status', answer: '{\n "success":   "pending" }' });
    expect(firstToDiffer([status('pending'), spread])).toBeUndefined();
  });
});
