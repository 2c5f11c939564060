import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exchange, operation, US } from '../fixtures.test-support.ts';
import { inspectBody } from '../problems/inspect-body.ts';
import {
  baseOf,
  blankDraft,
  changeOperation,
  type Draft,
  draftFromExchange,
  exchangeFromSend,
  toWireRequest,
} from './draft.ts';

const mfa = operation('mfa');
const draft = (change: Partial<Draft> = {}): Draft => ({
  ...blankDraft(mfa, 'http://localhost:8080'),
  ...change,
});

describe('a blank draft', () => {
  test.each(['token', 'mfa', 'mfa-status', 'mfa-bind', 'identity-enroll'])('of %s is valid', (id) => {
    const { body, headers, method } = blankDraft(operation(id), 'https://localhost/');
    expect(inspectBody(operation(id), body, { contentType: headers[0]?.value })).toMatchObject({
      verdict: 'valid',
    });
    expect(method).toBe('POST');
  });

  test('goes to Prove’s own hosts from the extension, and elsewhere from the page', () => {
    expect(blankDraft(mfa, `https://${US}`)).toMatchObject({ way: 'extension', url: `https://${US}/v3/mfa` });
    expect(draft()).toMatchObject({ way: 'page', url: 'http://localhost:8080/v3/mfa' });
  });
});

describe('a draft from a captured call', () => {
  test('takes over method, URL, body and the headers that were the page’s own', () => {
    const captured = exchange({ headers: { Host: US, 'sec-fetch-mode': 'cors', 'X-Trace': '1' } });
    expect(draftFromExchange(captured, mfa)).toEqual({
      operationId: 'mfa',
      method: 'POST',
      url: `https://${US}/v3/mfa`,
      headers: [
        { name: 'Authorization', value: 'Bearer t' },
        { name: 'Content-Type', value: 'application/json' },
        { name: 'X-Trace', value: '1' },
      ],
      body: captured.request.body?.text,
      way: 'page',
      source: captured,
    });
  });

  test('of a call without a body has an empty one', () => {
    expect(draftFromExchange(exchange({ body: null }), undefined)).toMatchObject({
      body: '',
      operationId: undefined,
    });
  });
});

describe('another operation', () => {
  test('brings its path and its example, and keeps where it goes', () => {
    const moved = changeOperation(
      draft({ url: 'http://localhost:8080/api/v3/mfa?x=1' }),
      mfa,
      operation('mfa-bind'),
    );
    expect(moved.url).toBe('http://localhost:8080/api/v3/mfa-bind');
    expect(JSON.parse(moved.body)).toEqual(operation('mfa-bind').exampleRequest);
  });

  test('keeps what was written', () => {
    expect(changeOperation(draft({ body: '{"mine": 1}' }), mfa, operation('mfa-bind')).body).toBe(
      '{"mine": 1}',
    );
  });

  test('that is form-encoded changes the content type', () => {
    expect(changeOperation(draft(), mfa, operation('token')).headers).toEqual([
      { name: 'Content-Type', value: 'application/x-www-form-urlencoded' },
    ]);
  });

  test('is left by a free request, which keeps everything', () => {
    expect(changeOperation(draft(), mfa, undefined)).toEqual({ ...draft(), operationId: undefined });
  });

  test('has no base in a URL that cannot be read', () => {
    expect(baseOf('nonsense', mfa)).toBe('');
    expect(baseOf('https://a.example/other', mfa)).toBe('https://a.example');
  });
});

describe('the wire request', () => {
  test('has the body exactly as it was typed, whatever that is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (body) => {
        const wire = toWireRequest(draft({ body }));
        expect(wire.body).toBe(body);
        const sent = exchangeFromSend('r1', wire, { startedAt: 0, duration: 1 });
        expect(sent.request.body).toEqual({ text: body, bytes: new TextEncoder().encode(body).length });
      }),
    );
  });

  test.each(['GET', 'HEAD', 'get'])('of a %s has no body', (method) => {
    expect(toWireRequest(draft({ method }))).not.toHaveProperty('body');
  });

  test('has no fragment and no spaces around its URL', () => {
    expect(toWireRequest(draft({ url: ' http://localhost/v3/mfa?a=1#b ' })).url).toBe(
      'http://localhost/v3/mfa?a=1',
    );
  });

  test('becomes an exchange with its failure', () => {
    const failure = { kind: 'refused', detail: '' } as const;
    expect(
      exchangeFromSend('r1', toWireRequest(draft({ body: '' })), { startedAt: 5, duration: 2, failure }),
    ).toEqual({
      id: 'r1',
      origin: 'replay',
      startedAt: 5,
      duration: 2,
      request: { method: 'POST', url: 'http://localhost:8080/v3/mfa', headers: draft().headers },
      failure,
    });
  });
});
