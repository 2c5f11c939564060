import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPrivateAddress, looksLikePersonalData, unlikely } from './shapes.ts';

describe('what looks like personal data in an id', () => {
  it.each([
    ['ann@example.com', 'email'],
    ['customer:ann.lee+shop@mail.example.co.uk', 'email'],
    ['<ann@example.com>', 'email'],
    ['2001004011', 'phone'],
    ['12001004011', 'phone'],
    ['+12001004011', 'phone'],
    ['+1 (200) 100-4011', 'phone'],
    ['(200) 100-4011', 'phone'],
    ['200-100-4011', 'phone'],
    ['200.100.4011', 'phone'],
    ['+44 20 7946 0958', 'phone'],
    ['+4915112345678', 'phone'],
    ['265-22-8370', 'ssn'],
    ['265 22 8370', 'ssn'],
    ['265228370', 'ssn'],
  ])('%s: %s', (id, kind) => expect(looksLikePersonalData(id)).toBe(kind));

  it.each([
    ['a UUID', '71010d88-d0e7-4a24-9297-d1be6fefde81'],
    ['a UUID of digits only', '20010040-1112-4345-8789-012345678901'],
    ['a time in seconds', '1732182000'],
    ['a time in ms', '1732182000123'],
    ['a date and time', '2026-01-15T12:00:00Z'],
    ['a short order number', '4711'],
    ['an order number', 'ORD-2025-001234'],
    ['an order number with digits at the end', 'order2001004011'],
    ['a name', 'ann'],
    ['a half address', 'ann@'],
    ['a handle', '@ann'],
    ['a host that is no domain', 'ann@localhost'],
    ['digits of a number that is too long', '200100401123456789'],
    ['digits with uneven hyphens', '265-228370'],
    ['nothing', ''],
  ])('%s is none', (_, id) => expect(looksLikePersonalData(id)).toBeUndefined());

  it('is none of the UUIDs there are', () => {
    fc.assert(fc.property(fc.uuid(), (id) => looksLikePersonalData(id) === undefined));
  });
});

describe('an IP address', () => {
  it.each([
    '0.0.0.0',
    '8.8.8.8',
    '255.255.255.255',
    '::',
    '::1',
    '2001:db8::8a2e:370:7334',
    '2001:0DB8:0000:0000:0000:8A2E:0370:7334',
    '::ffff:192.0.2.1',
    'fe80::1',
    '64:ff9b::1',
  ])('%s is one', (text) => expect(unlikely.ip(text)).toBe(false));

  it.each([
    '',
    '8.8.8',
    '8.8.8.8.8',
    '8.8.8.8.',
    '.8.8.8.8',
    '8.8.8.256',
    '8.8.8.-1',
    '8.8.8.8 ',
    '8,8,8,8',
    '0x8.8.8.8',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '12345::',
    'g::1',
    'fe80::1%eth0',
    '[::1]',
    '::1/64',
    ':',
    'localhost',
  ])('“%s” is none', (text) => expect(unlikely.ip(text)).toBe(true));

  it('is every one that there is', () => {
    fc.assert(fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => !unlikely.ip(text)));
  });
});

describe('a private address', () => {
  it.each([
    '127.0.0.1',
    '127.255.0.9',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.0.1',
    '0.0.0.0',
    '::1',
    '::',
    '0:0:0:0:0:0:0:1',
    'fe80::1',
    'FE80::1',
    'febf::1',
    'fc00::1',
    'fd12:3456:789a::1',
    '::ffff:192.168.1.1',
    '::ffff:c0a8:101',
    'localhost',
    'http://localhost:3000/',
    'https://app.localhost/',
    'http://127.0.0.1/',
    'http://127.1/',
    'http://[::1]:8080/',
    'http://[fd00::1]/',
    'http://[::ffff:10.0.0.1]/',
    'https://192.168.0.10:8443/done',
  ])('%s is one', (text) => expect(isPrivateAddress(text)).toBe(true));

  it.each([
    '8.8.8.8',
    '172.15.0.1',
    '172.32.0.1',
    '192.169.0.1',
    '100.127.0.1',
    '12.7.0.0',
    '2001:db8::1',
    '::ffff:8.8.8.8',
    '::ffff:808:808',
    'fec0::1',
    'https://example.com/',
    'https://localhost.example.com/',
    'https://10.example.com/',
    'https://fd00.example.com/',
    'https://example.com/127.0.0.1',
    '',
    'no address',
  ])('“%s” is none', (text) => expect(isPrivateAddress(text)).toBe(false));
});

describe('other shapes', () => {
  it.each([
    ['email', 'a@b', false],
    ['email', 'a@b@c', true],
    ['email', '@b', true],
    ['uuid', '713189b8-5555-4b08-83ba-75d08780aebd', false],
    ['uuid', '713189B8-5555-4B08-83BA-75D08780AEBD', false],
    ['uuid', '713189b855554b0883ba75d08780aebd', true],
    ['uuid', '{713189b8-5555-4b08-83ba-75d08780aebd}', true],
    ['uuid', '713189b8-5555-4b08-83ba-75d08780aebg', true],
    ['uuid', ' 713189b8-5555-4b08-83ba-75d08780aebd', true],
    ['phone', '2001004011', false],
    ['phone', '+442001004011', false],
    ['phone', '1800PROVE', false],
    ['phone', '200+1004011', true],
    ['phone', '++442001004011', true],
    ['phone', '+', true],
    ['phone', '200 100 4011', true],
  ] as const)('%s: “%s” is unlikely: %s', (shape, text, expected) =>
    expect(unlikely[shape](text)).toBe(expected),
  );
});

it('a text of a million characters is judged at once by every one of these', () => {
  for (const unit of ['1', '@', 'a@', '1.', ':', ' ', '(', 'a', '.'])
    for (const judge of [...Object.values(unlikely), isPrivateAddress, looksLikePersonalData])
      expect(() => judge(unit.repeat(1_000_000))).not.toThrow();
});
