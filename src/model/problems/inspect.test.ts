import { describe, expect, it } from 'vitest';
import {
  BACK_END,
  call,
  EU,
  exchange,
  inBrief,
  inWords,
  refusal,
  type Scene,
  US,
} from '../fixtures.test-support.ts';
import { inspect } from './inspect.ts';

/** The verdict of a call, then all of its problems. */
const found = (scene: Scene): string[] => {
  const { verdict, problems } = call(scene);
  return [verdict, ...problems.map(inBrief)];
};

const ID = '713189b8-5555-4b08-83ba-75d08780aebd';

describe('the documented answers', () => {
  it.each<[string, Scene]>([
    ['mfa', { answer: { authToken: 'eyJhbGciOi...', correlationId: ID, success: 'success' } }],
    ['mfa', { answer: { correlationId: ID, success: 'pending' } }],
    ['mfa-status', { answer: { phoneNumber: '2001004011', success: 'success' } }],
    ['mfa-status', { answer: { phoneNumber: '2001004011', success: 'possession_required' } }],
    ['mfa-bind', { answer: { phoneNumber: '2001004011', success: 'true' } }],
    ['identity-enroll', { answer: { proveId: '863189q5-5555-4c15-89ba-15d08710aecz', success: true } }],
    ['identity-enroll', { answer: { identityId: '64ec34e4-6b91-427c-839c-b443dd1570fc', success: true } }],
    ['mfa', { answer: { correlationId: ID, success: 'pending', later: 'field' } }],
  ])('%s: gives no problem of the response', (operation, scene) => {
    const { problems, notes } = call({ operation, ...scene });
    expect(problems.filter((problem) => problem.in === 'response')).toEqual([]);
    expect(notes).toEqual([]);
  });
});

describe('an answer that is not as documented', () => {
  it.each<[string, string, Record<string, unknown>, string]>([
    ['without correlationId', 'mfa', { success: 'pending' }, '/correlationId 1:1'],
    ['with a boolean success', 'mfa-status', { phoneNumber: '1', success: true }, '/success 3:14'],
    ['with a success that is text', 'identity-enroll', { proveId: 'x', success: 'true' }, '/success 3:14'],
    ['without any id of the identity', 'identity-enroll', { success: true }, '/proveId 1:1'],
  ])('%s', (_, operation, answer, place) => {
    const { problems, verdict } = call({ operation, answer });
    expect(problems.filter((problem) => problem.in === 'response').map(inWords)).toEqual([
      `warning response.shape ${place}`,
    ]);
    expect(verdict).toBe('valid');
  });

  it.each([
    ['HTML', '<!doctype html><p>Hello', 'text/html; charset=utf-8', 'text/html'],
    ['a list', '[1]', 'application/json', 'application/json'],
  ])('%s: has a note with its type, and a warning where it claims success', (_, answer, type, noted) => {
    const scene = { answer, answerHeaders: { 'Content-Type': type } };
    const good = call(scene);
    expect(good.notes).toEqual([{ code: 'response-not-json', type: noted }]);
    expect(good.problems.filter((problem) => problem.in === 'response').map(inWords)).toEqual([
      'warning response.shape (body) 1:1',
    ]);
    const refused = call({ ...scene, status: 502 });
    expect(refused.notes).toEqual(good.notes);
    expect(refused.problems.filter((problem) => problem.in === 'response')).toEqual([]);
  });

  it('that the browser cut says nothing, and is noted with what was kept', () => {
    const cut = call({ answer: '{"succ', truncated: 'response' });
    expect(cut.problems.filter((problem) => problem.in === 'response')).toEqual([]);
    expect(cut.notes).toEqual([{ code: 'truncated', in: 'response', kept: 6, bytes: 1006 }]);
  });

  it('that never came says nothing', () => {
    expect(call({ answer: null }).problems.filter((problem) => problem.in === 'response')).toEqual([]);
  });
});

describe('a refusal', () => {
  const body = { possessionType: 'mobile' };

  it.each([
    [400, 8001],
    [401, 8002],
    [403, 8003],
    [400, 8008],
    [404, 4711],
  ])('%i with code %i of a right body is worth a warning at the code', (status, code) => {
    const { problems } = call({ body, ...refusal(code, status) });
    expect(problems.map(inWords)).toEqual(['warning response.refused /code 2:11']);
    expect(problems[0]?.details).toEqual({ status, code });
  });

  it('needs a code, and no message', () => {
    expect(found({ body, status: 400, answer: { code: 8008 } })).toEqual([
      'valid',
      'warning response.refused /code',
    ]);
    expect(found({ body, status: 400, answer: { message: 'no' } })).toEqual(['valid']);
    expect(found({ body, status: 400, answer: { code: '8008', message: 'no' } })).toEqual(['valid']);
  });

  it('is no surprise where the body is wrong', () => {
    expect(found({ body: {}, ...refusal(8001) })).toEqual([
      'invalid',
      'error field.required /possessionType',
    ]);
  });

  it('of the server’s own fault is none', () => {
    expect(found({ body, ...refusal(8000, 500) })).toEqual(['valid']);
  });
});

describe('the host', () => {
  const body = { possessionType: 'mobile' };
  it.each<[string, string[]]>([
    [US, ['valid']],
    [EU, ['invalid', 'error mfa.phone-required-eu /phoneNumber']],
    ['platform.eu.proveapis.com', ['invalid', 'error mfa.phone-required-eu /phoneNumber']],
    ['platform.proveapis.com', ['valid']],
    ['link.uat.proveapis.com', ['valid']],
    [BACK_END, ['valid']],
  ])('%s: decides whether phoneNumber is required', (host, expected) => {
    expect(found({ host, body })).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    ['start', EU, ['valid', 'warning host.region (body)']],
    ['start', US, ['valid']],
    ['unify', EU, ['valid']],
  ])('%s on %s: decides whether the operation is documented there', (operation, host, expected) => {
    expect(found({ operation, host })).toEqual(expected);
  });

  it('of the EU asks for no phoneNumber with none', () => {
    expect(found({ host: EU, body: { possessionType: 'none' } })).toEqual(['valid']);
  });
});

describe('the Authorization header', () => {
  const body = { possessionType: 'mobile' };
  const headers = { Authorization: undefined };

  it('is missed on a Prove host', () => {
    expect(found({ body, headers })).toEqual(['valid', 'warning auth.missing (body)']);
  });

  it('is found in any case', () => {
    expect(found({ body, headers: { Authorization: undefined, aUTHORIZATION: 'Bearer t' } })).toEqual([
      'valid',
    ]);
  });

  it('is not missed on the integrator’s own back end, which adds it there', () => {
    expect(found({ body, headers, host: BACK_END })).toEqual(['valid']);
  });

  it('is not missed by the call that fetches the token', () => {
    const form = 'grant_type=client_credentials&client_id=a&client_secret=b';
    const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
    expect(found({ operation: 'token', body: form, headers: { ...headers, ...type } })).toEqual(['valid']);
  });
});

describe('what is worth a note in the row', () => {
  it('a GET on a POST path says so, and misses its body', () => {
    const got = call({ method: 'GET', body: null });
    expect(got.notes).toEqual([{ code: 'method', got: 'GET', expected: 'POST' }]);
    expect([got.verdict, ...got.problems.map(inBrief)]).toEqual(['unreadable', 'error body.missing (body)']);
  });

  it('the token’s path of June 2024 says what became of it', () => {
    const form = 'grant_type=client_credentials&client_id=a&client_secret=b';
    const former = call({ operation: 'token', url: `https://${US}/v3/token`, body: form });
    expect(former.notes).toEqual([{ code: 'path', got: '/v3/token', expected: '/token' }]);
    expect(former.operation.id).toBe('token');
  });

  it('a request that the browser cut is truncated, and nothing is claimed about it', () => {
    const cut = call({ body: '{"possessionType": "tab', truncated: 'request' });
    expect([cut.verdict, ...cut.problems.map(inBrief)]).toEqual(['truncated']);
    expect(cut.notes).toEqual([{ code: 'truncated', in: 'request', kept: 23, bytes: 1023 }]);
    expect(cut.facts.readable).toBe(false);
  });

  it.each(['\0{\0}', '{"a":"\ufffd\ufffd', '\ufffd\ufffd{\0"\0'])(
    '%j seems to be in another encoding',
    (body) => {
      const { verdict, notes } = call({ body });
      expect(verdict).toBe('unreadable');
      expect(notes).toEqual([{ code: 'encoding' }]);
    },
  );

  it('bytes that are no text are unreadable', () => {
    const plain = exchange({ body: null });
    const binary = {
      ...plain,
      request: { ...plain.request, body: { text: '', bytes: 12, binary: true as const } },
    };
    const inspected = inspect(binary);
    expect(inspected?.verdict).toBe('unreadable');
    expect(inspected?.problems.map(inWords)).toEqual(['error body.syntax (body) 1:1']);
    expect(inspected?.notes).toEqual([{ code: 'encoding' }]);
  });

  it('broken JSON in plain letters is no matter of encoding', () => {
    expect(call({ body: '{possessionType: "mobile"}' }).notes).toEqual([]);
  });
});

describe('what flows need to know of a call', () => {
  it('is read from both bodies', () => {
    const first = call({
      body: { possessionType: 'none' },
      answer: { correlationId: ID, success: 'pending' },
    });
    expect(first.facts).toEqual({
      responseId: ID,
      possessionType: 'none',
      success: 'pending',
      successIsText: true,
      hasPhone: false,
      readable: true,
    });
    const later = call({
      operation: 'mfa-status',
      body: { correlationId: ID, phoneNumber: '1' },
      ...refusal(8008),
    });
    expect(later.facts).toEqual({
      requestId: ID,
      hasPhone: true,
      successIsText: false,
      readable: true,
      errorCode: 8008,
    });
  });

  it('is not taken from values of the wrong type', () => {
    const { facts } = call({
      body: { possessionType: 5, phoneNumber: 1 },
      answer: { correlationId: 7, success: {} },
    });
    expect(facts).toEqual({ hasPhone: false, successIsText: false, readable: true });
  });
});

it('an exchange that is none of V3’s gives no call', () => {
  expect(inspect(exchange({ url: 'https://shop.example.com/cart' }))).toBeUndefined();
});
