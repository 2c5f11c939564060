import { describe, expect, it } from 'vitest';
import { docOf } from '../../schemas/field.ts';
import type { Operation } from '../../schemas/operation.ts';
import { operations } from '../../schemas/operations.ts';
import { exchange, inBrief, operation, type Scene, US } from '../fixtures.test-support.ts';
import { inspect } from './inspect.ts';

const CORRELATION = '713189b8-5555-4b08-83ba-75d08780aebd';
const REQUEST = '71010d88-d0e7-4a24-9297-d1be6fefde81';
const CUSTOMER = 'e0f78bc2-f748-4eda-9d29-d756844507fc';
const LANDING = 'https://www.example.com/landing-page';
const SMS = '#### is your verification code.';

/** The URL of an operation with the documented example in the place of each parameter. */
function urlOf({ path, pathParameters, queryParameters }: Operation): string {
  const examples = (schema: Operation['pathParameters']) =>
    Object.entries(schema?.shape ?? {}).map(
      ([name, field]) => [name, String(docOf(field)?.example)] as const,
    );
  const filled = examples(pathParameters).reduce(
    (url, [name, example]) => url.replace(`{${name}}`, encodeURIComponent(example)),
    path,
  );
  const search = new URLSearchParams(examples(queryParameters).map((pair) => [...pair]));
  return `https://${US}${filled}${search.size > 0 ? `?${search}` : ''}`;
}

describe('the example of every operation', () => {
  it.each(operations)('$id: is valid, and neither request nor response has a problem', (operation) => {
    const call = inspect(
      exchange({
        operation: operation.id,
        url: urlOf(operation),
        headers: {
          'Content-Type': operation.bodyKind === 'form' ? 'application/x-www-form-urlencoded' : undefined,
        },
        ...(operation.bodyKind === 'form' && {
          body: new URLSearchParams(operation.exampleRequest as Record<string, string>).toString(),
        }),
        ...(operation.bodyKind === 'none' && { body: null }),
      }),
    );
    expect(call?.operation.id).toBe(operation.id);
    expect(call?.verdict).toBe(operation.bodyKind === 'none' ? 'absent' : 'valid');
    // The seed's example for mfa has a private address in it.
    const expected = operation.id === 'mfa' ? ['hint field.private-address /ipAddress'] : [];
    expect(call?.problems.map(inBrief)).toEqual(expected);
  });
});

/** Pairs of request and answer that stand in the vendor's documents, samples and SDKs. */
const pairs: readonly (Scene & { operation: string; hints?: string[] })[] = [
  {
    operation: 'start',
    body: {
      flowType: 'mobile',
      phoneNumber: '2001001695',
      dob: '1981-01',
      ssn: '0596',
      emailAddress: 'mpinsonm@dyndns.org',
      ipAddress: '10.0.0.1',
      finalTargetUrl: LANDING,
      smsMessage: SMS,
      allowOTPRetry: true,
    },
    answer: {
      authToken: 'eyJhbGciOi...',
      correlationId: CORRELATION,
      next: { 'v3-validate': '/v3/validate' },
    },
    hints: ['field.private-address /ipAddress', 'mfa.target-url-unused /finalTargetUrl'],
  },
  {
    operation: 'challenge',
    body: { correlationId: CORRELATION, dob: '1981-01', ssn: '0596' },
    answer: {
      success: true,
      individual: {
        firstName: 'Tod',
        lastName: 'Weedall',
        addresses: [
          { address: '39 South Trail', city: 'San Antonio', extendedAddress: 'Apt 23', region: 'TX' },
          { address: '4861 Jay Junction', city: 'Boston', postalCode: '02208', region: 'MS' },
        ],
        emailAddresses: ['jdoe@example.com', 'dsmith@example.com'],
        dob: '1981-01-17T00:00:00Z',
        ssn: '265228370',
      },
      next: { 'v3-complete': '/v3/complete' },
    },
  },
  {
    operation: 'mfa',
    body: {
      clientCustomerId: CUSTOMER,
      clientRequestId: REQUEST,
      emailAddress: 'user@example.com',
      finalTargetUrl: LANDING,
      ipAddress: '192.168.1.1',
      phoneNumber: '2001004011',
      possessionType: 'mobile',
      smsMessage: '#### is your verification code',
    },
    hints: ['field.private-address /ipAddress', 'mfa.target-url-unused /finalTargetUrl'],
  },
  {
    operation: 'unify',
    body: {
      phoneNumber: '2001004014',
      possessionType: 'mobile',
      clientRequestId: REQUEST,
      clientCustomerId: CUSTOMER,
      finalTargetUrl: LANDING,
      smsMessage: SMS,
      allowOTPRetry: true,
    },
    hints: ['mfa.target-url-unused /finalTargetUrl'],
  },
  {
    operation: 'unify-status',
    body: { correlationId: CORRELATION },
    answer: { success: 'possession_required' },
  },
  { operation: 'unify-status', body: { correlationId: CORRELATION }, answer: { success: 'pending' } },
  {
    operation: 'verify',
    body: {
      phoneNumber: '2001004053',
      firstName: 'Elena',
      lastName: 'Coldman',
      emailAddress: 'ecoldman1h@storify.com',
      ipAddress: '192.168.1.1',
      verificationType: 'verifiedUser',
      clientRequestId: REQUEST,
      clientCustomerId: CUSTOMER,
      clientHumanId: '7bfbb91d-9df8-4ec0-99a6-de05ecc23a9e',
    },
    hints: ['field.private-address /ipAddress'],
  },
  {
    operation: 'verify-v1',
    body: {
      possessionType: 'mobile',
      firstName: 'Sheilakathryn',
      lastName: 'Butrimovich',
      phoneNumber: '2001004011',
      clientRequestId: REQUEST,
      clientCustomerId: CUSTOMER,
      finalTargetUrl: LANDING,
      smsMessage: SMS,
    },
    hints: ['mfa.target-url-unused /finalTargetUrl'],
  },
  {
    operation: 'identity-enroll',
    body: { phoneNumber: '2001004031', clientCustomerId: 'test-customer-123' },
    answer: { identityId: '64ec34e4-6b91-427c-839c-b443dd1570fc', success: true },
    hints: ['id.guid /clientCustomerId'],
  },
  {
    operation: 'identity-batch-enroll',
    body: { items: [{ phoneNumber: '2001004031' }, { phoneNumber: 'bad' }] },
    answer: {
      results: [{ identityId: CUSTOMER }, { error: 'Invalid Phone Number' }],
    },
  },
  {
    operation: 'identity-list',
    body: null,
    answer: {
      lastKey: 'fNqtI2wVPka+yAFC5qRtrQ==',
      results: [{ identityId: '4a6317c1-4855-4900-b369-bed138f4ec00' }],
    },
  },
  {
    operation: 'token',
    body: 'client_id=customer_id&client_secret=secret&grant_type=client_credentials',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    answer: {
      access_token: 'eyJ...',
      refresh_token: '...',
      refresh_expires_in: 3600,
      token_type: 'Bearer',
      expires_in: 3600,
    },
  },
];

describe('pairs of request and answer that the vendor publishes', () => {
  it.each(pairs)('$operation: are valid, with nothing but hints', ({ hints = [], ...scene }) => {
    const call = inspect(exchange(scene));
    expect(call?.operation.id).toBe(scene.operation);
    expect(call?.problems.map(inBrief).sort()).toEqual(hints.map((hint) => `hint ${hint}`).sort());
  });

  it.each([
    { code: 1003, message: 'step not allowed', status: 403 },
    { code: 1001, message: "field 'flowType' is missing", status: 400 },
    { code: 8007, message: 'no test user found matching the phone number', status: 400 },
  ])('$code: a refusal is pointed out as one, where the request was right', ({ status, ...answer }) => {
    const call = inspect(exchange({ operation: 'start', status, answer }));
    expect(call?.problems.map(inBrief)).toEqual(['warning response.refused /code']);
  });
});

describe('answers that the documents do not allow', () => {
  it.each([
    ['validate', { success: 'true', challengeMissing: false, next: {} }, '/success'],
    ['unify-status', { success: true }, '/success'],
    ['unify-status', { success: 'maybe' }, '/success'],
    ['unify-status', { success: 'true', evaluation: { risk: {} } }, '/evaluation/risk/result'],
    ['unify-status', { success: 'true', evaluation: [] }, '/evaluation'],
    ['start', { authToken: 'eyJ', correlationId: CORRELATION, next: { done: 1 } }, '/next/done'],
    ['identity-enroll', { success: true }, '/proveId'],
    ['identity-cross-domain', { count: 1 }, '/identities'],
    ['identity-cross-domain', { count: 1.5, identites: [] }, '/count'],
    ['verify', { success: 'true', correlationId: CORRELATION }, '/phoneNumber'],
    ['complete', { success: true, next: {}, kyc: { totalHits: '1' } }, '/kyc/totalHits'],
  ])('%s: %j', (id, answer, path) => {
    const found = inspect(exchange({ operation: id, answer, url: urlOf(operation(id)) }));
    expect(found?.problems.map((problem) => `${problem.code} ${problem.path}`)).toEqual([
      `response.shape ${path}`,
    ]);
  });
});
