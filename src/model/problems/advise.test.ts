import { describe, expect, it } from 'vitest';
import { inBrief, inWords, marked, operation } from '../fixtures.test-support.ts';
import { inspectBody } from './inspect-body.ts';

/** What is found in an ordinary mfa call with these fields besides. */
const withFields = (fields: Record<string, unknown>): string[] =>
  inspectBody(operation('mfa'), JSON.stringify({ possessionType: 'mobile', ...fields }), {
    region: 'us',
  }).problems.map(inBrief);

describe('the text of the SMS', () => {
  const placeholder = ['warning sms.placeholder /smsMessage'];
  it.each([
    ['no place for the code', 'Your code is on its way', placeholder],
    ['three #', '### is your code', placeholder],
    ['four #', '#### is your code', []],
    ['five #', '##### is your code', []],
    ['six # at the end', 'Your code: ######', []],
    ['seven #', '####### is your code', placeholder],
    ['two places', '#### is your code, again ####', placeholder],
    ['two places of different length', '#### or ######', placeholder],
    ['# in pieces', '## ## is your code', placeholder],
    ['a short run besides the place', 'Shop #1: #### is your code', []],
    ['nothing but the place', '####', []],
  ])('%s', (_, smsMessage, found) => expect(withFields({ smsMessage })).toEqual(found));

  it('tells apart a missing place and a second one', () => {
    const runs = (smsMessage: string) =>
      inspectBody(operation('mfa'), JSON.stringify({ possessionType: 'mobile', smsMessage })).problems[0]
        ?.details.runs;
    expect([runs('none'), runs('#### ####'), runs('#### #### ######')]).toEqual([0, 2, 3]);
  });

  it.each([
    ['160 letters', `####${'a'.repeat(156)}`, []],
    ['161 letters', `####${'a'.repeat(157)}`, ['warning sms.length /smsMessage']],
    ['160 characters, half of them emoji', `####${'😀'.repeat(78)}${'a'.repeat(78)}`, []],
    [
      '161 characters, all but the place emoji',
      `####${'😀'.repeat(157)}`,
      ['warning sms.length /smsMessage'],
    ],
    ['160 accents', `####${'é'.repeat(156)}`, []],
  ])('%s', (_, smsMessage, found) => expect(withFields({ smsMessage })).toEqual(found));
});

describe('a value that does not look like what its field means', () => {
  it.each([
    ['emailAddress', 'user.example.com', ['warning field.shape /emailAddress']],
    ['emailAddress', 'user@', ['warning field.shape /emailAddress']],
    ['emailAddress', 'us er@example.com', ['warning field.shape /emailAddress']],
    ['emailAddress', 'o’neil-smith_x+1@sub.example.com', []],
    ['ipAddress', '8.8.8', ['warning field.shape /ipAddress']],
    ['ipAddress', '8.8.8.256', ['warning field.shape /ipAddress']],
    ['ipAddress', '8.8.8.8:443', ['warning field.shape /ipAddress']],
    ['ipAddress', 'localhost', ['warning field.shape /ipAddress']],
    ['ipAddress', '8.8.8.8', []],
    ['ipAddress', '2001:4860:4860::8888', []],
    ['ipAddress', '192.168.0.1', ['hint field.private-address /ipAddress']],
    ['ipAddress', '::1', ['hint field.private-address /ipAddress']],
  ])('mfa %s: %j', (field, value, found) => expect(withFields({ [field]: value })).toEqual(found));

  it.each([
    ['www.example.com/landing', ['warning field.shape /finalTargetUrl']],
    ['/landing', ['warning field.shape /finalTargetUrl']],
    ['ftp://example.com/', ['warning field.shape /finalTargetUrl']],
    ['https:///landing', ['warning field.shape /finalTargetUrl']],
    ['myapp://done', ['warning field.shape /finalTargetUrl']],
    ['https://example.com:99999/', ['warning field.shape /finalTargetUrl']],
    ['http://127.0.0.1:3000/done', ['hint field.private-address /finalTargetUrl']],
    ['https://localhost/done', ['hint field.private-address /finalTargetUrl']],
    ['HTTPS://example.com', []],
    ['https://example.com/?done=1', []],
  ])('mfa finalTargetUrl: %j', (finalTargetUrl, found) =>
    expect(withFields({ possessionType: 'desktop', finalTargetUrl })).toEqual(found),
  );

  it('is not discussed where the value is wrong anyway', () => {
    expect(withFields({ possessionType: 'desktop', finalTargetUrl: 'not a URL' })).toEqual([
      'error field.characters /finalTargetUrl',
    ]);
  });
});

describe('an empty text', () => {
  it.each(['clientCustomerId', 'clientRequestId', 'emailAddress', 'ipAddress', 'phoneNumber', 'smsMessage'])(
    'mfa: an empty %s is better left out',
    (field) => {
      const { text, place } = marked(`{ "possessionType": "mobile", "${field}": ▸"" }`);
      const { verdict, problems } = inspectBody(operation('mfa'), text);
      expect([verdict, ...problems.map(inWords)]).toEqual([
        'valid',
        `warning field.empty /${field} ${place}`,
      ]);
    },
  );

  it.each(['mfa-status', 'mfa-bind'])('%s: an empty correlationId is empty and nothing else', (of) => {
    const { problems } = inspectBody(operation(of), '{ "correlationId": "" }');
    expect(problems.map(inBrief)).toEqual(['warning field.empty /correlationId']);
  });

  it('a blank is not empty', () => {
    expect(withFields({ clientRequestId: ' ' })).toEqual(['hint id.guid /clientRequestId']);
  });
});

describe('a key that is no field', () => {
  const suggestionFor = (of: string, key: string) => {
    const fields = of === 'mfa' ? { possessionType: 'mobile' } : { phoneNumber: '2001001695' };
    const { text, place } = marked(JSON.stringify(fields).replace('}', `,▸${JSON.stringify(key)}:1}`));
    const { verdict, problems } = inspectBody(operation(of), text);
    const pointer = `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    expect([verdict, ...problems.map(inWords)]).toEqual([
      'valid',
      `warning field.unknown ${pointer} ${place}`,
    ]);
    return problems[0]?.suggestion;
  };

  it.each([
    ['mfa', 'phone_number', 'phoneNumber'],
    ['mfa', 'PhoneNumber', 'phoneNumber'],
    ['mfa', 'phone-number', 'phoneNumber'],
    ['mfa', 'phoneNumer', 'phoneNumber'],
    ['mfa', 'phnoeNumber', 'phoneNumber'],
    ['mfa', 'phoneNumberr', 'phoneNumber'],
    ['mfa', 'flowType', 'possessionType'],
    ['mfa', 'flow_type', 'possessionType'],
    ['mfa', 'posessionType', 'possessionType'],
    ['mfa', 'finalTargetURL', 'finalTargetUrl'],
    ['mfa', 'clientRequestID', 'clientRequestId'],
    ['identity-enroll', 'device_id', 'deviceId'],
  ])('%s: “%s” means “%s”', (of, key, meant) => expect(suggestionFor(of, key)).toBe(meant));

  it.each([
    'deviceId',
    'number',
    'xy',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '',
    'a/b~c',
    '😀',
  ])('mfa: “%s” means nothing known', (key) => expect(suggestionFor('mfa', key)).toBeUndefined());

  it('is found in the objects of a list as well', () => {
    const { text, place } = marked(
      '{ "phoneNumber": "1", "identityAttributes": [{ "attributeType": "a", ▸"attribute_value": "b" }] }',
    );
    const { problems } = inspectBody(operation('identity-enroll'), text);
    expect(problems.map(inWords)).toEqual([
      `warning field.unknown /identityAttributes/0/attribute_value ${place}`,
    ]);
    expect(problems[0]?.suggestion).toBe('attributeValue');
  });

  it('does not stand in for the field: nothing inherits a value from "__proto__"', () => {
    const { problems } = inspectBody(operation('mfa'), '{ "__proto__": { "possessionType": "mobile" } }');
    expect(problems.map(inBrief)).toEqual([
      'error field.required /possessionType',
      'warning field.unknown /__proto__',
    ]);
  });

  it('a body of a hundred thousand of them gives two hundred problems, the errors among them', () => {
    const keys = Array.from({ length: 100_000 }, (_, i) => `"k${i}":0`).join(',');
    const { problems } = inspectBody({ ...operation('mfa'), large: true }, `{${keys}}`);
    expect(problems).toHaveLength(200);
    expect(problems.slice(0, 2).map(inBrief)).toEqual([
      'error field.required /possessionType',
      'warning field.unknown /k0',
    ]);
  });
});

describe('rules between fields', () => {
  it('desktop with an empty finalTargetUrl has one problem, that it is empty', () => {
    expect(withFields({ possessionType: 'desktop', finalTargetUrl: '' })).toEqual([
      'warning field.empty /finalTargetUrl',
    ]);
  });

  it('say nothing of finalTargetUrl where possessionType itself is wrong', () => {
    const finalTargetUrl = 'https://a.example/';
    expect(withFields({ possessionType: 'tablet', finalTargetUrl })).toEqual([
      'error field.enum /possessionType',
    ]);
  });

  it('hold beside other errors of the same field', () => {
    expect(withFields({ possessionType: 'none', phoneNumber: '200-100' })).toEqual([
      'error field.characters /phoneNumber',
      'error mfa.phone-not-allowed /phoneNumber',
    ]);
  });
});
