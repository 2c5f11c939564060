import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replaceSensitive } from './secret-variables.ts';

const request = {
  url: 'https://platform.uat.proveapis.com/v3/identity/2001004011/lookup?clientRequestId=71010d88-d0e7-4a24-9297-d1be6fefde81&token=abc123',
  headers: [
    { name: 'Authorization', value: 'Bearer eyJhbGciOiJIUzI1NiJ9.e30.c2ln' },
    { name: 'Content-Type', value: 'application/json' },
    { name: 'X-Api-Key', value: 's3cr3t' },
  ],
  body: '{\n  "possessionType": "mobile",\n  "phoneNumber": "2001004011",\n  "ssn": 1234,\n  "items": [{ "emailAddress": "jo@example.com" }, { "emailAddress": "ann@example.com" }],\n  "authToken": "eyJhbGciOiJIUzI1NiJ9"\n}',
};

const in_ = (body: string, keepPersonal = false) =>
  replaceSensitive({ url: 'http://x', headers: [], body }, { keepPersonal }).request.body;

describe('a draft that is to be saved', () => {
  it('has variables in the place of secrets and personal data, named for their fields', () => {
    const { request: saved, replaced } = replaceSensitive(request, { keepPersonal: false });
    expect(saved.url).toBe(
      'https://platform.uat.proveapis.com/v3/identity/{{phoneNumber}}/lookup?clientRequestId=71010d88-d0e7-4a24-9297-d1be6fefde81&token={{token}}',
    );
    expect(saved.headers.map(({ value }) => value)).toEqual([
      'Bearer {{bearerToken}}',
      'application/json',
      '{{xApiKey}}',
    ]);
    expect(saved.body).toBe(
      '{\n  "possessionType": "mobile",\n  "phoneNumber": "{{phoneNumber}}",\n  "ssn": {{ssn}},\n  "items": [{ "emailAddress": "{{emailAddress}}" }, { "emailAddress": "{{emailAddress2}}" }],\n  "authToken": "{{authToken}}"\n}',
    );
    expect(replaced.map(({ variable, kind }) => `${kind} ${variable}`)).toEqual([
      'personal phoneNumber',
      'secret token',
      'secret bearerToken',
      'secret xApiKey',
      'personal ssn',
      'personal emailAddress',
      'personal emailAddress2',
      'secret authToken',
    ]);
  });

  it('keeps personal data where its user says so, and never a secret', () => {
    const { request: saved, replaced } = replaceSensitive(request, { keepPersonal: true });
    expect(saved.body).toContain('"phoneNumber": "2001004011"');
    expect(saved.body).toContain('"authToken": "{{authToken}}"');
    expect(replaced.every(({ kind }) => kind === 'secret')).toBe(true);
  });

  it('stays as it is when it is saved again', () => {
    const once = replaceSensitive(request, { keepPersonal: false }).request;
    expect(replaceSensitive(once, { keepPersonal: false })).toEqual({ request: once, replaced: [] });
  });

  it('keeps the variables that are there, and gives their names to no other value', () => {
    const body = '{"authToken":"{{authToken}}","inner":{"authToken":"s3cret"},"limit": {{n}} }';
    expect(in_(body)).toBe(
      '{"authToken":"{{authToken}}","inner":{"authToken":"{{authToken2}}"},"limit": {{n}} }',
    );
    const headers = [{ name: 'Authorization', value: 'Bearer {{bearerToken}}' }];
    expect(replaceSensitive({ url: '', headers, body: '' }, { keepPersonal: false }).request.headers).toEqual(
      headers,
    );
  });

  it('reads forms, and texts that are no JSON', () => {
    expect(in_('grant_type=client_credentials&client_id=shop&client_secret=s3cr3t')).toBe(
      'grant_type=client_credentials&client_id=shop&client_secret={{clientSecret}}',
    );
    expect(in_('{"phoneNumber":"2001004011"', true)).toBe('{"phoneNumber":"2001004011"');
    expect(in_('{"authToken":"s3cr3t"')).not.toContain('s3cr3t');
  });

  it('has nothing left of any planted secret, wherever it stands', () => {
    const secret = fc.stringMatching(/^[a-z]{6}[0-9]{4}Zq[a-z]{4}$/);
    const field = fc.constantFrom(
      'authToken',
      'client_secret',
      'password',
      'access_token',
      'X-Session',
      'deviceAuth',
    );
    fc.assert(
      fc.property(secret, field, fc.jsonValue({ maxDepth: 2 }), fc.nat(4), (value, name, other, place) => {
        const planted = {
          url: place === 0 ? `https://a.example/v3/mfa?${name}=${value}` : 'https://a.example/v3/mfa',
          headers: place === 1 ? [{ name, value }] : [{ name: 'Authorization', value: `Bearer ${value}` }],
          body:
            [
              '',
              '',
              JSON.stringify({ other, [name]: value }),
              `a=1&${name}=${value}`,
              `{"a": ${JSON.stringify(other)}, "${name}": "${value}",`,
            ][place] ?? '',
        };
        expect(JSON.stringify(replaceSensitive(planted, { keepPersonal: true }).request)).not.toContain(
          value,
        );
      }),
    );
  });
});
