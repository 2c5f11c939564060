import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operations } from '../../schemas/operations.ts';
import { maskBody, maskId, maskUrl, maskWord } from './mask.ts';

/** A text in which what is to be hidden stands between ‹ and ›: without these, and as it should be shown. */
function marked(text: string) {
  return {
    plain: text.replace(/[‹›]/g, ''),
    masked: text.replace(/‹(.*?)›/g, (_, hidden: string) => '•'.repeat(hidden.length)),
  };
}

describe('maskBody', () => {
  it.each([
    [
      'fields by the schemas',
      '{"possessionType":"mobile","phoneNumber":"‹2001004011›","emailAddress":"‹x›"}',
    ],
    ['numbers as well', '{"phoneNumber": ‹2001004011›, "ssn": ‹1234›}'],
    ['nested fields and lists', '{"items":[{"firstName":"‹Jo›","dob":"‹1981-01›"}],"success":"true"}'],
    ['whatever stands under a sensitive name', '{"address":{"x":["‹a›",{"y":‹1›}]},"success":true}'],
    ['other case styles', '{"phone_number":"‹1›","PHONE-NUMBER":"‹1›","AuthToken":"‹a›"}'],
    ['former names', '{"last4SSN":"‹1234›"}'],
    ['envelopes', '{"data":{"authToken":"‹abc›","correlationId":"713189b8-5555-4b08-83ba-75d08780aebd"}}'],
    [
      'unknown keys by their names',
      '{"password":"‹x›","streetAndCity":"‹x›","surname":"‹x›","colour":"red"}',
    ],
    [
      'unknown keys by the look of the value',
      '{"a":"‹jane.roe@example.com›","b":"‹Jane Roe›","c":"‹10.1.2.3›","d":"red"}',
    ],
    ['parts of a text', '{"a":"call ‹+1 (200) 100-4011› or ‹j@x.de› now"}'],
    [
      'tokens wherever they stand',
      '{"correlationId":"‹eyJhbGciOiJIUzI1NiJ9.eyJ9.c2ln›","x":"‹Bearer abc.def›"}',
    ],
    ['values in the place of keys', '{"‹jane@example.com›":1}'],
    ['URLs in part', '{"finalTargetUrl":"https://a.example/x?token=‹abc›&step=1"}'],
    ['JSON within JSON', '{"a":"‹{\\"firstName\\":\\"Jo\\"}›"}'],
    ['escaped values', '{"a":"‹jane\\u0040example.com›"}'],
    ['forms', 'grant_type=client_credentials&client_id=shop&client_secret=‹s3cr3t›'],
    ['single quotes', "{'phoneNumber': '‹2001004011›', 'possessionType': 'mobile'}"],
    ['keys without quotes', '{phoneNumber: "‹2›", ssn: ‹1234›, possessionType: "mobile"}'],
    ['a string that does not end', '{"phoneNumber":"‹2001›'],
    ['text that is no JSON', '‹Jane› ‹Roe› phoneNumber'],
  ])('hides %s', (_, text) => {
    const { plain, masked } = marked(text);
    expect(maskBody(plain)).toBe(masked);
  });

  it('shows ids, timestamps of no person, and what V3 itself says', () => {
    const harmless =
      '{"clientRequestId":"71010d88-d0e7-4a24-9297-d1be6fefde81","success":"pending","next":{"v3-validate":"/v3/validate"}}';
    expect(maskBody(harmless)).toBe(harmless);
  });

  it.each(
    operations.filter(({ exampleRequest }) => exampleRequest).map((operation) => [operation.id, operation]),
  )('hides the personal data of the example of %s', (_, operation) => {
    const text = JSON.stringify(operation.exampleRequest, null, 2);
    const masked = maskBody(text);
    expect(masked).toHaveLength(text.length);
    for (const value of ['2001004011', '2001001695', 'user@example.com', 'Tod', 'Weedall', '1981'])
      expect(masked).not.toContain(value);
  });

  it('keeps length and lines of any text', () => {
    const scrap = fc.constantFrom(
      '"phoneNumber"',
      ':',
      '"',
      '{',
      '}',
      '[',
      ',',
      '\\',
      '\n',
      '\r\n',
      'eyJabcdef',
      '2001004011',
      '=',
      '&',
      '//',
      '/*',
      '😀',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(scrap).map((parts) => parts.join('')),
        ),
        (text) => {
          const masked = maskBody(text);
          expect(masked).toHaveLength(text.length);
          expect(masked.match(/\r\n|[\r\n]/g)).toEqual(text.match(/\r\n|[\r\n]/g));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('never shows a planted value of a sensitive field, however the body is wrapped or broken', () => {
    const field = fc.constantFrom(
      'phoneNumber',
      'ssn',
      'dob',
      'firstName',
      'lastName',
      'emailAddress',
      'authToken',
      'client_secret',
    );
    const planted = fc.stringMatching(/^[A-Za-z0-9]{6,12}$/).map((word) => `Zq${word}`);
    const wrap = fc.constantFrom(
      (body: object) => JSON.stringify(body),
      (body: object) => JSON.stringify({ data: [body] }, null, 2),
      (body: object) => JSON.stringify({ body: JSON.stringify(body) }),
      (body: object) => JSON.stringify(body).slice(0, -1),
      (body: object) => JSON.stringify(body).replace(',', ',,'),
      (body: object) => JSON.stringify(body).replaceAll('"', "'"),
      (body: object) => new URLSearchParams(Object.entries(body)).toString(),
    );
    fc.assert(
      fc.property(field, planted, wrap, (name, value, write) => {
        expect(
          maskBody(write({ possessionType: 'mobile', [name]: value, correlationId: 'x' })),
        ).not.toContain(value);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('maskUrl', () => {
  it.each([
    'https://platform.uat.proveapis.com/v3/mfa',
    'https://platform.uat.proveapis.com/v3/identity/863189q5-5555-4c15-89ba-15d08710aecz?clientRequestId=71010d88-d0e7-4a24-9297-d1be6fefde81',
    'https://platform.uat.proveapis.com/v3/identity/‹2001004031›/lookup',
    'https://platform.uat.proveapis.com/v3/identity/‹%2B447700900123›/lookup',
    'https://‹user:pass›@shop.example.com/unify/status/713189b8-5555-4b08-83ba-75d08780aebd',
    'https://shop.example.com/verify/?token=‹abc›&authId=‹a1›&step=2&authtoken=‹x›#access_token=‹y›&phone=‹5551234›',
    'https://shop.example.com/u/‹jane%40example.com›/mfa?q=‹jane@example.com›',
    'https://shop.example.com/cb?code=‹xyz›&page=3',
  ])('%s', (text) => {
    const { plain, masked } = marked(text);
    expect(maskUrl(plain)).toBe(masked);
  });
});

describe('ids and words', () => {
  it('are shown unless they hold something else', () => {
    expect(maskId('713189b8-5555-4b08-83ba-75d08780aebd')).toBe('713189b8-5555-4b08-83ba-75d08780aebd');
    expect(maskId('jane@example.com')).toBe('••••••••••••••••');
    expect(maskId(null)).toBeNull();
    expect(maskWord('phonNumber')).toBe('phonNumber');
    expect(maskWord('2001004011')).toBe('••••••••••');
  });
});
