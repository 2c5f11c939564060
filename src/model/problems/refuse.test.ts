import { describe, expect, it } from 'vitest';
import { inWords, marked, operation } from '../fixtures.test-support.ts';
import { inspectBody } from './inspect-body.ts';

type Region = 'us' | 'eu';

interface Rule {
  rule: string;
  of: string;
  /** A body that breaks only this rule; ▸ stands where the problem is. */
  breaks: string;
  /** The one problem that it gets. */
  gets: string;
  /** Its neighbour, which keeps the rule and gets no problem at all. */
  keeps: string;
  on?: Region;
  keepsOn?: Region;
}

const ID = '713189b8-5555-4b08-83ba-75d08780aebd';

/** One entry for every rule that the seed documents state. */
const rules: Rule[] = [
  {
    rule: 'mfa: possessionType is required',
    of: 'mfa',
    breaks: '\n ▸{ "phoneNumber": "2001004011" }',
    gets: 'error field.required /possessionType',
    keeps: '{ "phoneNumber": "2001004011", "possessionType": "mobile" }',
  },
  {
    rule: 'mfa: possessionType is one of three values, in lower case',
    of: 'mfa',
    breaks: '{ "possessionType": ▸"Mobile" }',
    gets: 'error field.enum /possessionType',
    keeps: '{ "possessionType": "mobile" }',
  },
  {
    rule: 'mfa: possessionType has no fourth value',
    of: 'mfa',
    breaks: '{ "possessionType": ▸"tablet" }',
    gets: 'error field.enum /possessionType',
    keeps: '{ "possessionType": "none" }',
  },
  {
    rule: 'mfa: an empty possessionType is none of the three',
    of: 'mfa',
    breaks: '{ "possessionType": ▸"" }',
    gets: 'error field.enum /possessionType',
    keeps: '{ "possessionType": "none" }',
  },
  {
    rule: 'mfa: phoneNumber holds no hyphen',
    of: 'mfa',
    breaks: '{\n  "possessionType": "mobile",\n  "phoneNumber": ▸"200-100-4011"\n}',
    gets: 'error field.characters /phoneNumber',
    keeps: '{\n  "possessionType": "mobile",\n  "phoneNumber": "2001004011"\n}',
  },
  {
    rule: 'mfa: phoneNumber holds no blank',
    of: 'mfa',
    breaks: '{ "possessionType": "mobile", "phoneNumber": ▸"+1 2001004011" }',
    gets: 'error field.characters /phoneNumber',
    keeps: '{ "possessionType": "mobile", "phoneNumber": "+12001004011" }',
  },
  {
    rule: 'mfa: finalTargetUrl holds no &',
    of: 'mfa',
    breaks: '{ "possessionType": "desktop", "finalTargetUrl": ▸"https://a.example/?a=1&b=2" }',
    gets: 'error field.characters /finalTargetUrl',
    keeps: '{ "possessionType": "desktop", "finalTargetUrl": "https://a.example/-._+=/:?a=1" }',
  },
  {
    rule: 'mfa: finalTargetUrl holds no % and no #',
    of: 'mfa',
    breaks: '{ "possessionType": "desktop", "finalTargetUrl": ▸"https://a.example/%20#top" }',
    gets: 'error field.characters /finalTargetUrl',
    keeps: '{ "possessionType": "desktop", "finalTargetUrl": "https://a.example:8443/top" }',
  },
  {
    rule: 'mfa: finalTargetUrl is required on desktop',
    of: 'mfa',
    breaks: '▸{ "possessionType": "desktop" }',
    gets: 'error mfa.target-url-required /finalTargetUrl',
    keeps: '{ "possessionType": "mobile" }',
  },
  {
    rule: 'mfa: finalTargetUrl is only used on desktop',
    of: 'mfa',
    breaks: '{ "possessionType": "mobile", "finalTargetUrl": ▸"https://a.example/" }',
    gets: 'hint mfa.target-url-unused /finalTargetUrl',
    keeps: '{ "possessionType": "desktop", "finalTargetUrl": "https://a.example/" }',
  },
  {
    rule: 'mfa: finalTargetUrl is not used with none either',
    of: 'mfa',
    breaks: '{ "finalTargetUrl": ▸"https://a.example/", "possessionType": "none" }',
    gets: 'hint mfa.target-url-unused /finalTargetUrl',
    keeps: '{ "possessionType": "none" }',
  },
  {
    rule: 'mfa: phoneNumber is not allowed with none',
    of: 'mfa',
    breaks: '{\n  "possessionType": "none",\n  "phoneNumber": ▸"2001004011"\n}',
    gets: 'error mfa.phone-not-allowed /phoneNumber',
    keeps: '{ "possessionType": "none" }',
  },
  {
    rule: 'mfa: phoneNumber is required in the EU',
    of: 'mfa',
    breaks: '▸{ "possessionType": "mobile" }',
    on: 'eu',
    gets: 'error mfa.phone-required-eu /phoneNumber',
    keeps: '{ "possessionType": "mobile", "phoneNumber": "+442001004011" }',
  },
  {
    rule: 'mfa: phoneNumber is optional in the US',
    of: 'mfa',
    breaks: '▸{ "possessionType": "mobile" }',
    on: 'eu',
    gets: 'error mfa.phone-required-eu /phoneNumber',
    keeps: '{ "possessionType": "mobile" }',
    keepsOn: 'us',
  },
  {
    rule: 'mfa: none needs no phoneNumber in the EU either',
    of: 'mfa',
    breaks: '▸{ "possessionType": "desktop", "finalTargetUrl": "https://a.example/" }',
    on: 'eu',
    gets: 'error mfa.phone-required-eu /phoneNumber',
    keeps: '{ "possessionType": "none" }',
  },
  ...['clientCustomerId', 'clientRequestId'].flatMap((field): Rule[] => [
    {
      rule: `mfa: a GUID is advised for ${field}`,
      of: 'mfa',
      breaks: `{ "possessionType": "mobile", "${field}": ▸"order-4711" }`,
      gets: `hint id.guid /${field}`,
      keeps: `{ "possessionType": "mobile", "${field}": "71010D88-D0E7-4A24-9297-D1BE6FEFDE81" }`,
    },
    {
      rule: `mfa: ${field} holds no personal data`,
      of: 'mfa',
      breaks: `{ "possessionType": "mobile", "${field}": ▸"ann@example.com" }`,
      gets: `warning id.personal-data /${field}`,
      keeps: `{ "possessionType": "mobile", "${field}": "${ID}" }`,
    },
    {
      rule: `identity-enroll: ${field} holds no personal data`,
      of: 'identity-enroll',
      breaks: `{ "phoneNumber": "2001001695", "${field}": ▸"265-22-8370" }`,
      gets: `warning id.personal-data /${field}`,
      keeps: `{ "phoneNumber": "2001001695", "${field}": "${ID}" }`,
    },
  ]),
  ...['mfa-status', 'mfa-bind'].flatMap((of): Rule[] => [
    {
      rule: `${of}: a GUID is advised for clientRequestId`,
      of,
      breaks: `{ "correlationId": "${ID}", "clientRequestId": ▸"1732182000" }`,
      gets: 'hint id.guid /clientRequestId',
      keeps: `{ "correlationId": "${ID}", "clientRequestId": "${ID}" }`,
    },
    {
      rule: `${of}: clientRequestId holds no personal data`,
      of,
      breaks: `{ "correlationId": "${ID}", "clientRequestId": ▸"+1 (200) 100-4011" }`,
      gets: 'warning id.personal-data /clientRequestId',
      keeps: `{ "correlationId": "${ID}" }`,
    },
    {
      rule: `${of}: correlationId is the id that the mfa call returned, a UUID`,
      of,
      breaks: '{ "correlationId": ▸"auth-12345" }',
      gets: 'warning field.shape /correlationId',
      keeps: `{ "correlationId": "${ID}" }`,
    },
    {
      rule: `${of}: without correlationId the call belongs to no flow`,
      of,
      breaks: '▸{ "phoneNumber": "2001004011" }',
      gets: 'warning flow.correlation-id-missing /correlationId',
      keeps: `{ "correlationId": "${ID}", "phoneNumber": "2001004011" }`,
    },
    {
      rule: `${of}: phoneNumber looks like one, though no set of characters is documented`,
      of,
      breaks: `{ "correlationId": "${ID}", "phoneNumber": ▸"200 100 4011" }`,
      gets: 'warning field.shape /phoneNumber',
      keeps: `{ "correlationId": "${ID}", "phoneNumber": "+12001004011" }`,
    },
  ]),
  {
    rule: 'identity-enroll: phoneNumber is required',
    of: 'identity-enroll',
    breaks: '▸{ "deviceId": "bf9ea15d-7dfa-4bb4-a64c-6c26b53472fc" }',
    gets: 'error field.required /phoneNumber',
    keeps: '{ "phoneNumber": "2001001695" }',
  },
  {
    rule: 'identity-enroll: phoneNumber holds letters, digits and + only',
    of: 'identity-enroll',
    breaks: '{ "phoneNumber": ▸"(200) 100-1695" }',
    gets: 'error field.characters /phoneNumber',
    keeps: '{ "phoneNumber": "+12001001695" }',
  },
];

describe('each rule of the documents: a body that breaks only it gets only its problem', () => {
  it.each(rules)('$rule', ({ of, breaks, gets, keeps, on = 'us', keepsOn = on }) => {
    const { text, place } = marked(breaks);
    const broken = inspectBody(operation(of), text, { region: on });
    expect(broken.problems.map(inWords)).toEqual([`${gets} ${place}`]);
    expect(broken.verdict).toBe(gets.startsWith('error') ? 'invalid' : 'valid');
    const kept = inspectBody(operation(of), keeps, { region: keepsOn });
    expect(kept.problems.map(inWords)).toEqual([]);
  });

  it('says nothing of regions where the host is not one of Prove’s', () => {
    expect(inspectBody(operation('mfa'), '{ "possessionType": "mobile" }').problems).toEqual([]);
  });
});

describe('a value of the wrong JSON type', () => {
  const wrong = ['null', '5', '-1.5e3', 'true', 'false', '["x"]', '{"a":"b"}', '[]', '{}'];
  const fields = ['mfa', 'mfa-status', 'mfa-bind', 'identity-enroll'].flatMap((of) =>
    Object.keys(operation(of).request?.shape ?? {})
      .filter((field) => field !== 'identityAttributes')
      .map((field) => ({ of, field })),
  );

  it.each(fields)('$of: $field takes a string and nothing else', ({ of, field }) => {
    // What is required stands beside it, in the one combination in which no rule between fields is broken.
    const required = of === 'mfa' ? '"possessionType": "mobile", ' : '"phoneNumber": "2001001695", ';
    const needed = of.startsWith('mfa-') ? `"correlationId": "${ID}", ` : required;
    const beside = needed.includes(`"${field}"`) ? '' : needed;
    for (const value of wrong) {
      const { text, place } = marked(`{ ${beside}"${field}": ▸${value} }`);
      const { verdict, problems } = inspectBody(operation(of), text, { region: 'us' });
      expect([verdict, ...problems.map(inWords)], value).toEqual([
        'invalid',
        `error field.type /${field} ${place}`,
      ]);
      expect(problems[0]?.details, value).toEqual({ expected: 'string' });
    }
  });

  it.each([
    ['the list itself', '"identityAttributes": ▸"a"', '/identityAttributes', 'array'],
    ['an item of it', '"identityAttributes": [{}, ▸7]', '/identityAttributes/1', 'object'],
    [
      'a field of an item',
      '"identityAttributes": [{ "attributeValue": ▸null }]',
      '/identityAttributes/0/attributeValue',
      'string',
    ],
  ])('identity-enroll: identityAttributes, %s', (_, field, path, expected) => {
    const { text, place } = marked(`{ "phoneNumber": "2001001695", ${field} }`);
    const { problems } = inspectBody(operation('identity-enroll'), text);
    expect(problems.map(inWords)).toEqual([`error field.type ${path} ${place}`]);
    expect(problems[0]?.details).toEqual({ expected });
  });
});

it('several broken rules give all their problems, errors first, then by place', () => {
  const body = '{ "deviceid": 1,\n  "smsMessage": "hi",\n  "phoneNumber": "-",\n  "possessionType": 1 }';
  expect(inspectBody(operation('mfa'), body).problems.map(inWords)).toEqual([
    'error field.characters /phoneNumber 3:18',
    'error field.type /possessionType 4:21',
    'warning field.unknown /deviceid 1:3',
    'warning sms.placeholder /smsMessage 2:17',
  ]);
});

it('null for a field that is not allowed is wrong by type only', () => {
  const body = '{ "possessionType": "none", "phoneNumber": null }';
  expect(inspectBody(operation('mfa'), body).problems.map(inWords)).toEqual([
    'error field.type /phoneNumber 1:44',
  ]);
});
