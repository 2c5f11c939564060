import { unify, unifyBind, unifyStatus } from '../../schemas/unify.ts';
import type { Exchange } from '../exchange.ts';
import { type DemoCall, demoExchange } from './demo-exchange.ts';
import { demoIds } from './is-demo.ts';

/** How long before now the demo began, in ms: late enough for all of it to be over. */
const AGO = 60_000;

const good = { correlationId: '713189b8-5555-4b08-83ba-75d08780aebd' };
const bad = { correlationId: '9c0f2c1e-6a57-4d35-9f0b-1d6a1f4b7e20' };
const clientRequestId = '71010d88-d0e7-4a24-9297-d1be6fefde81';
const phoneNumber = '2001004014';
const { authToken: _, ...opened } = unify.exampleResponse;

/**
 * Two flows as an integration makes them, for a panel that has seen no call yet: one that succeeds, with the work of
 * the client SDK, and one whose last call names a field wrongly and is refused. Nothing of it was ever sent.
 * `now`: ms since the epoch.
 */
export const demoExchanges = (now: number): Exchange[] =>
  calls.map((call, index) => demoExchange(demoIds[index] ?? '', now - AGO, call));

const waits = (at: number): DemoCall => ({
  operation: unifyStatus,
  at,
  duration: 61,
  request: { ...good, clientRequestId },
  answer: { success: 'pending', clientRequestId },
});

const calls: readonly DemoCall[] = [
  {
    operation: unify,
    at: 0,
    duration: 212,
    request: unify.exampleRequest ?? {},
    answer: { ...opened, ...good },
    tokenFor: good.correlationId,
  },
  { sdk: 'mobile/otp/start', at: 640, duration: 93, tokenFor: good.correlationId },
  waits(1_200),
  waits(3_200),
  waits(5_200),
  { sdk: 'finish', at: 6_150, duration: 88, tokenFor: good.correlationId },
  { ...waits(7_200), duration: 74, answer: unifyStatus.exampleResponse },
  {
    operation: unify,
    at: 20_000,
    duration: 198,
    request: { possessionType: 'none', clientRequestId },
    answer: { ...opened, ...bad },
  },
  {
    operation: unifyStatus,
    at: 21_000,
    duration: 66,
    request: { ...bad, clientRequestId },
    answer: { success: 'possession_required', clientRequestId },
  },
  {
    operation: unifyBind,
    at: 24_500,
    duration: 48,
    // The mistake: every other name of the body is written as V3 writes it.
    request: { ...bad, phone_number: phoneNumber, clientRequestId },
    status: 400,
    answer: { code: 8001, message: 'phoneNumber: required' },
  },
];
