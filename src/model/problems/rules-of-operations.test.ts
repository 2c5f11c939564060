import { describe, expect, it } from 'vitest';
import { inBrief, operation } from '../fixtures.test-support.ts';
import { inspectBody } from './inspect-body.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The problems of the documented example with these fields instead; undefined leaves a field out. */
const problemsWith = (id: string, fields: Fields, region: 'us' | 'eu' = 'us') =>
  inspectBody(operation(id), JSON.stringify({ ...operation(id).exampleRequest, ...fields }), { region })
    .problems;

const found = (id: string, fields: Fields, region?: 'us' | 'eu') =>
  problemsWith(id, fields, region).map(inBrief).sort();

const url = (length: number) => 'https://www.example.com/'.padEnd(length, 'x');
const sms = (length: number) => '####'.padEnd(length, 'x');

describe('rules between fields', () => {
  it.each([
    ['start', { flowType: 'desktop' }, ['error mfa.target-url-required /finalTargetUrl']],
    ['start', { flowType: 'desktop', finalTargetUrl: url(30) }, []],
    ['start', { finalTargetUrl: url(30) }, ['hint mfa.target-url-unused /finalTargetUrl']],
    ['verify-v1', { possessionType: 'desktop' }, ['error mfa.target-url-required /finalTargetUrl']],
    ['unify', { possessionType: 'desktop' }, ['error mfa.target-url-required /finalTargetUrl']],
    ['unify', { possessionType: 'none' }, []],
    ['unify', { phoneNumber: undefined }, []],
    ['verify', { firstName: undefined }, ['error field.required /firstName']],
    [
      'verify',
      { verificationType: 'accountOpening', lastName: undefined },
      ['error field.required /lastName'],
    ],
    ['verify', { verificationType: 'prefill', firstName: undefined, lastName: undefined }, []],
    ['challenge', { dob: undefined, ssn: undefined }, []],
  ])('%s with %j: %j', (id, fields, problems) => expect(found(id, fields)).toEqual(problems));

  it.each([
    [{ phoneNumber: undefined }, ['error mfa.phone-required-eu /phoneNumber']],
    [{ phoneNumber: undefined, proveId: 'a07b94ce-218c-461f-beda-d92480e40f61' }, []],
    [{ phoneNumber: undefined, possessionType: 'none' }, []],
    [{}, []],
  ])('unify on an EU host with %j: %j', (fields, problems) => {
    expect(found('unify', fields, 'eu')).toEqual(problems);
  });

  it.each([
    [{}, ['/individual/ssn']],
    [{ dob: '1981-01' }, ['/individual/ssn']],
    [{ firstName: 'Tod' }, ['/individual/lastName']],
    [{ lastName: 'Weedall' }, ['/individual/firstName']],
    [{ firstName: 'Tod', lastName: 'Weedall' }, []],
    [{ ssn: '0596' }, []],
  ])('complete needs both names or ssn: %j misses %j', (individual, missing) => {
    expect(found('complete', { individual })).toEqual(missing.map((path) => `error field.required ${path}`));
  });

  it('complete: an individual of the wrong type has that error alone', () => {
    expect(found('complete', { individual: 'Tod' })).toEqual(['error field.type /individual']);
  });
});

describe('lengths', () => {
  it.each(['start', 'verify-v1', 'unify'])('%s: 160 characters of SMS and 128 of URL are the most', (id) => {
    const type = id === 'start' ? { flowType: 'desktop' } : { possessionType: 'desktop' };
    expect(found(id, { ...type, smsMessage: sms(160), finalTargetUrl: url(128) })).toEqual([]);
    expect(found(id, { ...type, smsMessage: sms(161), finalTargetUrl: url(129) })).toEqual([
      'error field.length /finalTargetUrl',
      'error field.length /smsMessage',
    ]);
  });

  it('mfa: a long SMS is a warning, and of the URL no length was documented in its days', () => {
    const fields = { possessionType: 'desktop', ipAddress: undefined, finalTargetUrl: url(500) };
    expect(found('mfa', { ...fields, smsMessage: sms(161) })).toEqual(['warning sms.length /smsMessage']);
  });

  it.each([
    ['verify-batch', 1000],
    ['identity-batch-enroll', 100],
  ])('%s: %i items are the most, and they may weigh more than 4 KB', (id, most) => {
    const { items } = operation(id).exampleRequest ?? {};
    const item: unknown = Array.isArray(items) && items[0];
    expect(found(id, { items: Array(most).fill(item) })).toEqual([]);
    expect(found(id, { items: Array(most + 1).fill(item) })).toEqual(['error field.length /items']);
  });
});

describe('characters, formats and types', () => {
  it.each([
    ['start', { ipAddress: '2001:db8::1' }, ['error field.characters /ipAddress']],
    ['unify', { ipAddress: '2001:db8::1' }, []],
    ['unify', { ipAddress: 'fe80::1%eth0' }, ['error field.characters /ipAddress']],
    ['verify', { ipAddress: 'my address' }, ['warning field.shape /ipAddress']],
    ['unify', { emailAddress: 'a-b@example.com' }, ['warning field.characters /emailAddress']],
    ['unify-bind', { phoneNumber: '200-100-4014' }, ['error field.characters /phoneNumber']],
    ['challenge', { dob: '1981-01-17T00:00:00Z' }, ['error field.format /dob']],
    ['challenge', { ssn: '123-45-6789' }, ['error field.format /ssn']],
    ['unify', { allowOTPRetry: 'true' }, ['error field.type /allowOTPRetry']],
    ['verify', { verificationType: 'bot' }, ['error field.enum /verificationType']],
    ['start', { flowType: 'none' }, ['error field.enum /flowType']],
    ['domain-link', { scopes: 'identity' }, ['error field.type /scopes']],
    [
      'identity-enroll',
      { identityAttributes: [{ attributeValue: 1 }] },
      ['error field.type /identityAttributes/0/attributeValue'],
    ],
    [
      'complete',
      { individual: { ssn: '0596', addresses: [{ postalCode: 'SW1A 1AA' }] } },
      ['error field.format /individual/addresses/0/postalCode'],
    ],
  ])('%s with %j: %j', (id, fields, problems) => expect(found(id, fields)).toEqual(problems));
});

describe('names that are not those of the field', () => {
  it.each([
    ['start', 'last4SSN', 'ssn'],
    ['start', 'lastFourSSN', 'ssn'],
    ['start', 'possessionType', 'flowType'],
    ['start', 'phone_number', 'phoneNumber'],
    ['unify', 'flowType', 'possessionType'],
    ['unify', 'identityId', 'proveId'],
    ['unify-status', 'authId', 'correlationId'],
    ['verify-batch', 'identities', 'items'],
    ['identity-batch-enroll', 'identities', 'items'],
    ['token', 'clientId', 'client_id'],
  ])('%s: %s means %s', (id, wrong, right) => {
    const [problem] = problemsWith(id, { [wrong]: 'x' }).filter(({ code }) => code === 'field.unknown');
    expect([problem?.path, problem?.suggestion]).toEqual([`/${wrong}`, right]);
  });

  it.each(['zipCode', 'zip', 'post_code', 'postcode'])('complete: %s means postalCode', (wrong) => {
    const individual = { ssn: '0596', addresses: [{ [wrong]: '78285' }] };
    const [problem, ...others] = problemsWith('complete', { individual });
    expect([problem?.code, problem?.path, problem?.suggestion]).toEqual([
      'field.unknown',
      `/individual/addresses/0/${wrong}`,
      'postalCode',
    ]);
    expect(others).toEqual([]);
  });
});
