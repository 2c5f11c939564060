import { describe, expect, it } from 'vitest';
import { operations } from '../../schemas/operations.ts';
import { inBrief, inWords, marked, operation } from '../fixtures.test-support.ts';
import { inspectBody } from './inspect-body.ts';

const examine = (id: string, text: string | undefined, contentType?: string) => {
  const { verdict, problems } = inspectBody(operation(id), text, { region: 'us', contentType });
  return [verdict, ...problems.map(inWords)];
};

describe('the examples of the documents are valid', () => {
  const seeds: Record<string, Record<string, string>> = {
    mfa: {
      clientCustomerId: 'e0f78bc2-f748-4eda-9d29-d756844507fc',
      clientRequestId: '71010d88-d0e7-4a24-9297-d1be6fefde81',
      emailAddress: 'user@example.com',
      finalTargetUrl: 'https://www.example.com/landing-page',
      ipAddress: '192.168.1.1',
      phoneNumber: '2001004011',
      possessionType: 'mobile',
      smsMessage: '#### is your verification code',
    },
    'mfa-status': {
      clientRequestId: '71010d88-d0e7-4a24-9297-d1be6fefde81',
      correlationId: '713189b8-5555-4b08-83ba-75d08780aebd',
      phoneNumber: '2001004011',
    },
    'mfa-bind': {
      clientRequestId: '71010d88-d0e7-4a24-9297-d1be6fefde81',
      correlationId: '713189b8-5555-4b08-83ba-75d08780aebd',
      phoneNumber: '2001004011',
    },
    'identity-enroll': {
      clientCustomerId: 'e0f78bc2-f748-4eda-9d29-d756844507fc',
      clientRequestId: '71010d88-d0e7-4a24-9297-d1be6fefde81',
      deviceId: 'bf9ea15d-7dfa-4bb4-a64c-6c26b53472fc',
      phoneNumber: '2001001695',
    },
  };

  // The two hints are true of the document's own values, and a hint refuses nothing.
  const hints: Record<string, string[]> = {
    mfa: ['hint mfa.target-url-unused /finalTargetUrl', 'hint field.private-address /ipAddress'],
  };

  it.each(Object.keys(seeds))('%s: all fields together', (id) => {
    const { verdict, problems } = inspectBody(operation(id), JSON.stringify(seeds[id]), { region: 'us' });
    expect(verdict).toBe('valid');
    expect(problems.map(inBrief)).toEqual(hints[id] ?? []);
  });

  const needed: Record<string, string[]> = { mfa: ['possessionType'], 'identity-enroll': ['phoneNumber'] };
  it.each(
    Object.entries(seeds).flatMap(([id, fields]) => Object.keys(fields).map((field) => [id, field] as const)),
  )('%s: %s alone, beside what is required', (id, field) => {
    const fields = Object.entries(seeds[id] ?? {}).filter(
      ([name]) => name === field || needed[id]?.includes(name),
    );
    const { verdict, problems } = inspectBody(operation(id), JSON.stringify(Object.fromEntries(fields)), {
      region: 'us',
    });
    expect(verdict).toBe('valid');
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each(operations.filter(({ bodyKind }) => bodyKind === 'json'))(
    '$id: the template that the composer offers, on a US and on a EU host',
    ({ id, exampleRequest }) => {
      for (const region of ['us', 'eu'] as const)
        expect(inspectBody(operation(id), JSON.stringify(exampleRequest), { region }).verdict).toBe('valid');
    },
  );

  it('token: its form', () => {
    const form = 'grant_type=client_credentials&client_id=customer_id&client_secret=a%2Bb';
    const inspected = inspectBody(operation('token'), form, {
      contentType: 'application/x-www-form-urlencoded',
    });
    expect(inspected).toMatchObject({ verdict: 'valid', problems: [], value: { client_secret: 'a+b' } });
  });
});

describe('a body that is missing', () => {
  it.each([
    ['no body at all', undefined],
    ['an empty one', ''],
    ['spaces and line breaks', ' \r\n\t '],
  ])('%s', (_, text) => {
    expect(examine('mfa', text)).toEqual(['unreadable', 'error body.missing (body) 1:1']);
  });

  it('is right where the operation needs none', () => {
    const needless = { ...operation('mfa'), bodyRequired: false };
    expect(inspectBody(needless, undefined)).toEqual({ verdict: 'absent', problems: [] });
  });
});

describe('a body that is JSON, but no object', () => {
  it.each(['▸[]', ' ▸[{"possessionType":"mobile"}]', '\n▸"mobile"', '▸7', '▸null', '▸true', '▸""'])(
    '%j',
    (body) => {
      const { text, place } = marked(body);
      expect(examine('mfa', text)).toEqual(['unreadable', `error body.not-object (body) ${place}`]);
    },
  );

  it('an empty object is one', () => {
    expect(examine('mfa', '{}')).toEqual(['invalid', 'error field.required /possessionType 1:1']);
  });
});

it('a body that is no JSON is unreadable, and nothing else is claimed about it', () => {
  const { text, place } = marked('{\n  "possessionType": ▸mobile,\n  "phoneNumber": 1\n}');
  expect(examine('mfa', text)).toEqual(['unreadable', `error body.syntax (body) ${place}`]);
});

describe('a key that stands twice', () => {
  it.each([
    ['in the body', 'mfa', '{"possessionType":"none",\n ▸"possessionType":"mobile"}', '/possessionType'],
    [
      'in another spelling',
      'mfa',
      '{"possessionType":"none",▸"possession\\u0054ype":"mobile"}',
      '/possessionType',
    ],
    [
      'in an object of a list',
      'identity-enroll',
      '{"phoneNumber":"1","identityAttributes":[{},{"attributeType":"a",▸"attributeType":"b"}]}',
      '/identityAttributes/1/attributeType',
    ],
  ])('%s', (_, id, body, path) => {
    const { text, place } = marked(body);
    expect(examine(id, text)).toEqual(['valid', `warning body.duplicate-key ${path} ${place}`]);
  });

  it('three times is two problems, each at its own place', () => {
    expect(
      examine('mfa', '{"possessionType":"none",\n"possessionType":"none",\n"possessionType":"mobile"}'),
    ).toEqual([
      'valid',
      'warning body.duplicate-key /possessionType 2:1',
      'warning body.duplicate-key /possessionType 3:1',
    ]);
  });

  it('counts with its last value, as every JSON reader takes it', () => {
    expect(examine('mfa', '{"possessionType":"none","possessionType":"tablet"}')).toEqual([
      'invalid',
      'error field.enum /possessionType 1:43',
      'warning body.duplicate-key /possessionType 1:26',
    ]);
  });

  it('is told in a form too', () => {
    const form = 'grant_type=client_credentials&client_id=a&client_secret=b&client_id=c&client_id=d';
    expect(examine('token', form)).toEqual([
      'valid',
      'warning body.duplicate-key /client_id 1:59',
      'warning body.duplicate-key /client_id 1:71',
    ]);
  });

  it('is none where the same key stands in two objects', () => {
    const body = '{"phoneNumber":"1","identityAttributes":[{"attributeType":"a"},{"attributeType":"a"}]}';
    expect(examine('identity-enroll', body)).toEqual(['valid']);
  });

  it('of a hostile body gives hundreds of problems, not millions', () => {
    const many = `{"possessionType":"mobile"${',"possessionType":"mobile"'.repeat(5000)}}`;
    const { problems } = inspectBody({ ...operation('mfa'), large: true }, many);
    expect(problems).toHaveLength(200);
  });
});

describe('the content type', () => {
  const good = '{"possessionType":"mobile"}';
  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'application/json;charset=UTF-8',
    'Application/JSON',
    ' application/json ',
    undefined,
  ])('%j is fine', (contentType) => {
    expect(examine('mfa', good, contentType)).toEqual(['valid']);
  });

  it.each([
    'text/plain',
    'text/plain;charset=UTF-8',
    'application/x-www-form-urlencoded',
    'application/jsonx',
    '',
  ])('%j is worth a warning', (contentType) => {
    expect(examine('mfa', good, contentType)).toEqual(['valid', 'warning body.content-type (body) 1:1']);
  });

  it('of a token call is that of a form', () => {
    const form = 'grant_type=client_credentials&client_id=a&client_secret=b';
    expect(examine('token', form, 'application/x-www-form-urlencoded; charset=utf-8')).toEqual(['valid']);
    expect(examine('token', form, 'text/plain')).toEqual(['valid', 'warning body.content-type (body) 1:1']);
  });

  it('of a token call sent as JSON is wrong, and its fields are checked all the same', () => {
    expect(examine('token', '{"client_id": "a", "client_secret": 5}', 'application/json')).toEqual([
      'invalid',
      'error field.required /grant_type 1:1',
      'error field.type /client_secret 1:37',
      'warning body.content-type (body) 1:1',
    ]);
  });
});

describe('the size', () => {
  /** A right body of so many bytes: an unknown field would be another problem, so blanks fill it. */
  const weighing = (bytes: number) => {
    const body = '{"possessionType":"mobile"}';
    return body + ' '.repeat(bytes - body.length);
  };
  const tooLarge = ['valid', 'warning body.too-large (body) 1:1'];

  it('4096 bytes are fine, 4097 are too many', () => {
    expect(examine('mfa', weighing(4096))).toEqual(['valid']);
    expect(examine('mfa', weighing(4097))).toEqual(tooLarge);
  });

  it.each([
    ['é', 2],
    ['€', 3],
    ['😀', 4],
  ])('counts %s as %i bytes', (character, bytes) => {
    const body = (text: string) => `{"possessionType":"mobile","deviceId":"${text}"}`;
    const fill = 4096 - body(character).length + character.length - bytes;
    const fits = examine('mfa', body(`${character}${'a'.repeat(fill)}`));
    const over = examine('mfa', body(`${character}${'a'.repeat(fill + 1)}`));
    expect(fits.filter((line) => line.includes('too-large'))).toEqual([]);
    expect(over).toContain('warning body.too-large (body) 1:1');
  });

  it('is told beside a syntax error as well', () => {
    expect(examine('mfa', `{${' '.repeat(5000)}`)).toEqual([
      'unreadable',
      'error body.syntax (body) 1:5002',
      'warning body.too-large (body) 1:1',
    ]);
  });

  it('has no limit for a batch', () => {
    const batch = { ...operation('mfa'), large: true as const };
    expect(inspectBody(batch, weighing(100_000)).problems).toEqual([]);
  });
});

it('a form whose required field is missing names it', () => {
  expect(examine('token', 'client_id=a&client_secret=b&grant_type=password')).toEqual([
    'invalid',
    'error field.enum /grant_type 1:40',
  ]);
  expect(examine('token', 'client_id=a&client_secret=b')).toEqual([
    'invalid',
    'error field.required /grant_type 1:1',
  ]);
});
