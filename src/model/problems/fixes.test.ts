import { describe, expect, it } from 'vitest';
import { applyEdits } from '../body/text-edit.ts';
import { inBrief, operation } from '../fixtures.test-support.ts';
import { inspectBody } from './inspect-body.ts';

/** A body with all of its fixes made. */
function fixed(id: string, text: string): string {
  const { problems } = inspectBody(operation(id), text, { region: 'us' });
  return applyEdits(
    text,
    problems.flatMap(({ fix }) => fix ?? []),
  );
}

describe('a fix changes its place and leaves the rest byte for byte', () => {
  it.each<[string, string, string, string]>([
    [
      'renames a key in another case style',
      'mfa',
      '{ "possessionType" : "mobile",\r\n\t"phone_number" :"2001004011" } \n',
      '{ "possessionType" : "mobile",\r\n\t"phoneNumber" :"2001004011" } \n',
    ],
    [
      'renames a former name',
      'start',
      '{"flowType":"mobile","last4SSN":"0596"}',
      '{"flowType":"mobile","ssn":"0596"}',
    ],
    [
      'renames a key in a nested object',
      'complete',
      '{"correlationId":"713189b8-5555-4b08-83ba-75d08780aebd","individual":{"firstName":"A","lastName":"B","addresses":[{"zipCode":"78285"}]}}',
      '{"correlationId":"713189b8-5555-4b08-83ba-75d08780aebd","individual":{"firstName":"A","lastName":"B","addresses":[{"postalCode":"78285"}]}}',
    ],
    [
      'quotes a number',
      'mfa',
      '{"possessionType":"mobile","phoneNumber": 2001004011 }',
      '{"possessionType":"mobile","phoneNumber": "2001004011" }',
    ],
    ['quotes a boolean', 'mfa-bind', '{"clientRequestId":true}', '{"clientRequestId":"true"}'],
    [
      'takes the quotes off a boolean',
      'start',
      '{"flowType":"mobile","allowOTPRetry":"true"}',
      '{"flowType":"mobile","allowOTPRetry":true}',
    ],
    [
      'drops a null at the end',
      'mfa',
      '{\n  "possessionType": "mobile",\n  "phoneNumber": null\n}',
      '{\n  "possessionType": "mobile"\n}',
    ],
    [
      'drops a null at the beginning',
      'mfa',
      '{\n  "phoneNumber": null ,\n  "possessionType": "mobile"\n}',
      '{\n  "possessionType": "mobile"\n}',
    ],
    [
      'drops a null in the middle',
      'mfa',
      '{"possessionType":"mobile","phoneNumber":null,"ipAddress":"203.0.113.7"}',
      '{"possessionType":"mobile","ipAddress":"203.0.113.7"}',
    ],
    ['drops the only member', 'mfa-status', '{ "phoneNumber": null }', '{  }'],
    [
      'drops several nulls in a row',
      'mfa',
      '{"possessionType":"mobile","phoneNumber":null,"ipAddress":null,"emailAddress":null}',
      '{"possessionType":"mobile"}',
    ],
    [
      'drops an empty field that may be left out',
      'mfa',
      '{"possessionType":"mobile","emailAddress":""}',
      '{"possessionType":"mobile"}',
    ],
    [
      'drops a number that is not allowed',
      'mfa',
      '{"possessionType":"none","phoneNumber":"2001004011"}',
      '{"possessionType":"none"}',
    ],
    [
      'drops a target that is not used',
      'mfa',
      '{"finalTargetUrl":"https://a.example/","possessionType":"mobile"}',
      '{"possessionType":"mobile"}',
    ],
    [
      'trims',
      'mfa',
      '{"possessionType":"mobile","phoneNumber":" 2001004011 "}',
      '{"possessionType":"mobile","phoneNumber":"2001004011"}',
    ],
    [
      'takes separators out of a phone number',
      'mfa',
      '{"possessionType":"mobile","phoneNumber":"+1 (200) 100-4011"}',
      '{"possessionType":"mobile","phoneNumber":"+12001004011"}',
    ],
    [
      'takes hyphens out of a social security number',
      'challenge',
      '{"correlationId":"713189b8-5555-4b08-83ba-75d08780aebd","ssn":"265-22-8370"}',
      '{"correlationId":"713189b8-5555-4b08-83ba-75d08780aebd","ssn":"265228370"}',
    ],
    [
      'cuts a midnight off a date of birth',
      'challenge',
      '{"correlationId":"713189b8-5555-4b08-83ba-75d08780aebd","dob":"1981-01-17T00:00:00.000Z"}',
      '{"correlationId":"713189b8-5555-4b08-83ba-75d08780aebd","dob":"1981-01-17"}',
    ],
    ['corrects the case of a value', 'mfa', '{"possessionType":"Mobile "}', '{"possessionType":"mobile"}'],
    [
      'takes the present name of a former value',
      'verify',
      '{"verificationType":"bot","phoneNumber":"1","clientRequestId":"71010d88-d0e7-4a24-9297-d1be6fefde81"}',
      '{"verificationType":"humanAssurance","phoneNumber":"1","clientRequestId":"71010d88-d0e7-4a24-9297-d1be6fefde81"}',
    ],
  ])('%s', (_, id, before, after) => expect(fixed(id, before)).toBe(after));
});

describe('no fix is offered where it is not certain', () => {
  it.each<[string, string, string]>([
    ['a name that is near no field', 'mfa', '{"possessionType":"mobile","colour":"red"}'],
    ['a name whose field is there already', 'mfa', '{"possessionType":"mobile","possession_type":"none"}'],
    ['a name whose value the field would refuse', 'mfa', '{"possessionType":"mobile","phone_number":{}}'],
    ['a name whose field would break a rule', 'mfa', '{"possessionType":"none","phone_number":"2001004011"}'],
    ['a number that would not stay as it is written', 'mfa', '{"possessionType":"mobile","phoneNumber":2e9}'],
    ['a null of a required field', 'mfa', '{"possessionType":null}'],
    ['an empty field that a rule requires', 'mfa', '{"possessionType":"desktop","finalTargetUrl":""}'],
    ['a value that no documented one is near', 'mfa', '{"possessionType":"tablet"}'],
    ['a phone number of too few digits', 'mfa', '{"possessionType":"mobile","phoneNumber":"555-0199"}'],
    ['a string with escapes', 'mfa', '{"possessionType":"mobile","phoneNumber":"\\t2001004011"}'],
    ['a key that stands twice', 'mfa', '{"possessionType":"mobile","phoneNumber":null,"phoneNumber":null}'],
    ['a date with a time of day', 'challenge', '{"dob":"1981-01-17T08:30:00Z"}'],
    ['a text that is no JSON', 'mfa', '{"possessionType":"Mobile"'],
  ])('%s', (_, id, text) => {
    const { problems } = inspectBody(operation(id), text, { region: 'us' });
    expect(problems).not.toEqual([]);
    expect(problems.filter(({ fix }) => fix).map(inBrief)).toEqual([]);
    expect(fixed(id, text)).toBe(text);
  });

  it('and of two names that mean the same field, the first is renamed', () => {
    expect(fixed('mfa', '{"possessionType":"mobile","phone_number":"1","PhoneNumber":"2"}')).toBe(
      '{"possessionType":"mobile","phoneNumber":"1","PhoneNumber":"2"}',
    );
  });

  it('and of two members that begin an object, only one is dropped at a time', () => {
    const once = fixed('mfa', '{"phoneNumber":null,"ipAddress":null,"possessionType":"mobile"}');
    expect(once).toBe('{"ipAddress":null,"possessionType":"mobile"}');
    expect(fixed('mfa', once)).toBe('{"possessionType":"mobile"}');
  });
});

describe('edits', () => {
  it.each([
    ['nothing', [], 'abcdef'],
    [
      'in any order',
      [
        { from: 4, to: 5, insert: 'Y' },
        { from: 0, to: 1, insert: 'X' },
      ],
      'XbcdYf',
    ],
    [
      'twice the same is made once',
      [
        { from: 2, to: 2, insert: '-' },
        { from: 2, to: 2, insert: '-' },
      ],
      'ab-cdef',
    ],
    [
      'overlapping, the first is made',
      [
        { from: 1, to: 4, insert: '' },
        { from: 3, to: 5, insert: 'Z' },
      ],
      'aef',
    ],
    [
      'side by side',
      [
        { from: 1, to: 3, insert: '' },
        { from: 3, to: 4, insert: 'Z' },
      ],
      'aZef',
    ],
  ])('%s', (_, edits, result) => expect(applyEdits('abcdef', edits)).toBe(result));
});
