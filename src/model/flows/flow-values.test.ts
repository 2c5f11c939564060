import { expect, test } from 'vitest';
import { exchange, refusal } from '../fixtures.test-support.ts';
import { flowValuesOf } from './flow-values.ts';

const answering = (answer: unknown) => exchange({ answer });

test('the id and the token of a flow come from its answers, the latest of each', () => {
  expect(
    flowValuesOf([
      answering({ correlationId: 'a', authToken: 't', success: 'true' }),
      answering({ success: 'pending', correlationId: '' }),
    ]),
  ).toEqual({ correlationId: 'a', authToken: 't' });
});

test('a back end may wrap them, and write them its own way', () => {
  expect(flowValuesOf([answering({ data: { data: { correlation_id: 'a', auth_token: 't' } } })])).toEqual({
    correlationId: 'a',
    authToken: 't',
  });
});

test('a refusal, a broken answer and none at all give nothing', () => {
  expect(
    flowValuesOf([
      exchange({ ...refusal(8008), answer: { correlationId: 'a' } }),
      answering('{"correlationId": "a"'),
      answering(null),
      answering([{ correlationId: 'a' }]),
    ]),
  ).toEqual({});
});
