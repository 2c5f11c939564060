import { beforeEach, expect, test } from 'vitest';
import type { SendOptions, SendOutcome, WireRequest } from '../../model/compose/send.ts';
import type { Exchange } from '../../model/exchange.ts';
import { Outbox } from './outbox.ts';
import { TokenStore } from './token-store.ts';

const answered = (status: number, text: string): SendOutcome => ({
  startedAt: 1000,
  duration: 2,
  response: { status, statusText: '', headers: [], body: { text, bytes: text.length } },
});
const good = answered(200, '{"access_token":"t","expires_in":60,"token_type":"Bearer"}');

let sent: { wire: WireRequest; options: SendOptions }[];
let recorded: Exchange[];
let outcome: SendOutcome | Promise<SendOutcome>;
let granted: boolean;
let token: TokenStore;

beforeEach(() => {
  sent = [];
  recorded = [];
  outcome = good;
  granted = true;
  token = new TokenStore(
    new Outbox({
      host: {
        send: async (wire, options) => {
          sent.push({ wire, options });
          return outcome;
        },
        hostAccess: { has: async () => false, request: async () => granted },
      },
      record: (exchange) => recorded.push(exchange),
    }),
  );
  token.clientId.value = ' me ';
  token.clientSecret.value = ' secret ';
});

test('a token is fetched from the extension, once, and the call is recorded', async () => {
  await Promise.all([token.fetch('http://localhost'), token.fetch('http://localhost')]);
  expect(sent.map(({ wire: { body }, options: { way } }) => [body, way])).toEqual([
    // What surrounds an id by a slip of the mouse is none of it; in a secret it may be.
    ['grant_type=client_credentials&client_id=me&client_secret=+secret+', 'extension'],
  ]);
  expect(recorded).toMatchObject([{ origin: 'replay', request: { url: 'http://localhost/token' } }]);
  expect(token.held.value).toEqual({ value: 't', expiresAt: 61_000, from: 'fetched from localhost' });
  expect(token.phase.value).toBe('idle');
});

test('a refusal says why, and leaves the token at hand', async () => {
  await token.fetch('http://localhost');
  outcome = answered(401, '{"message":"unknown client"}');
  await token.fetch('http://localhost');
  expect(token.notice.value).toMatch(/401, “unknown client”/);
  expect(token.value.value).toBe('t');
  outcome = { startedAt: 0, duration: 1, failure: { kind: 'refused', detail: '' } };
  await token.fetch('http://localhost');
  expect(token.notice.value).toBeTruthy();
});

test('without access nothing is sent', async () => {
  granted = false;
  await token.fetch('http://localhost');
  expect(sent).toEqual([]);
  expect(token.notice.value).toMatch(/no access to http:\/\/localhost/);
});

test('a production host is asked only after a yes', async () => {
  await token.fetch('https://platform.proveapis.com');
  expect(sent).toEqual([]);
  expect(token.production.value).toBe('platform.proveapis.com');
  await token.confirm('https://platform.proveapis.com');
  expect(sent).toHaveLength(1);
});

test('a fetch that was cancelled brings no token', async () => {
  let answer: (outcome: SendOutcome) => void = () => undefined;
  outcome = new Promise((resolve) => (answer = resolve));
  const fetching = token.fetch('http://localhost');
  await new Promise((resolve) => setTimeout(resolve));
  token.cancel();
  expect(sent[0]?.options.signal.aborted).toBe(true);
  answer(good);
  await fetching;
  expect(token.held.value).toBeUndefined();
  expect(token.phase.value).toBe('idle');
});

test('a captured header is taken over where it holds a bearer token, and forgotten on demand', () => {
  expect(token.takeOver('Basic abc', 'a call')).toBe(false);
  expect(token.takeOver('Bearer abc', 'a call')).toBe(true);
  expect(token.held.value).toEqual({ value: 'abc', from: 'a call' });
  token.forget();
  expect(token.value.value).toBeUndefined();
});
