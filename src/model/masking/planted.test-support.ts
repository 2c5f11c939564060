import fc from 'fast-check';
import type { exchange } from '../fixtures.test-support.ts';
import { toBase64 } from './base64-text.ts';

/** A value that nobody else may see, and the field that holds it. */
export interface Planted {
  name: string;
  value: string;
}

export type Scene = NonNullable<Parameters<typeof exchange>[0]>;

const digits = (count: number) => fc.stringMatching(new RegExp(`^[2-9]\\d{${count - 1}}$`));
const part = (value: object) => toBase64(JSON.stringify(value)).replace(/=+$/, '');

/** Personal data and secrets. */
export const planted: fc.Arbitrary<Planted> = fc.oneof(
  fc.record({ name: fc.constantFrom('phoneNumber', 'mobile_number'), value: digits(10) }),
  fc.record({ name: fc.constantFrom('ssn', 'nationalId'), value: digits(9) }),
  fc.record({
    name: fc.constantFrom('firstName', 'last_name', 'customerName'),
    value: fc.stringMatching(/^Z[a-zäéø]{5,9}( O'[A-Z][a-z]{4})?$/u),
  }),
  fc.record({ name: fc.constant('firstName'), value: fc.stringMatching(/^z[a-z]{6,9}$/) }),
  fc.record({
    name: fc.constantFrom('emailAddress', 'mail'),
    value: fc.stringMatching(/^z[a-z]{6}\.q\+\d@[a-z]{6}\.com$/),
  }),
  fc.record({
    name: fc.constantFrom('authToken', 'access_token', 'client_secret', 'apiKey'),
    value: fc.stringMatching(/^(eyJ)?[A-Za-z0-9]{4}[A-Z]\d[A-Za-z0-9/+]{10,30}$/),
  }),
  fc.record({
    name: fc.constantFrom('password', 'client_secret'),
    value: fc.stringMatching(/^q"[a-z]{5}\\[0-9]{4}&=[A-Z]{4}%$/),
  }),
  fc.record({ name: fc.constant('street'), value: fc.stringMatching(/^[1-9]\d{2} Z[a-z]{6} Street$/) }),
);

const url = 'https://shop.example.com/v3/mfa';
const json = ({ name, value }: Planted) => ({ possessionType: 'mobile', [name]: value });
const escapeAll = (text: string) => text.replace(/[\s\S]/g, escapeUnit);
const escapeUnit = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
const lowerHex = (text: string) => encodeURIComponent(text).replace(/%../g, (sign) => sign.toLowerCase());
const asForm = (text: string) => new URLSearchParams({ v: text }).toString().slice(2);
/** Every sign as a URL may write it. */
const allHex = (text: string) =>
  [...new TextEncoder().encode(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

const multipart = ({ name, value }: Planted) =>
  `--x7\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--x7--\r\n`;

/** Where a value may stand with the name of its field. */
export const named: readonly ((one: Planted) => Scene)[] = [
  (one) => ({ body: json(one) }),
  (one) => ({ answer: { data: [json(one)] } }),
  (one) => ({ body: { payload: JSON.stringify({ deep: JSON.stringify(json(one)) }) } }),
  (one) => ({ body: `{"possessionType":"mobile","${one.name}":"${escapeAll(one.value)}"}` }),
  (one) => ({ body: { blob: toBase64(JSON.stringify(json(one))) } }),
  (one) => ({ body: JSON.stringify(json(one)).slice(0, -1) }),
  (one) => ({ body: new URLSearchParams({ a: '1', [one.name]: one.value }).toString() }),
  (one) => ({ body: `a=1&${one.name}=${lowerHex(one.value)}` }),
  (one) => ({ body: multipart(one), headers: { 'Content-Type': 'multipart/form-data; boundary=x7' } }),
  (one) => ({ url: `${url}?x=1&${one.name}=${encodeURIComponent(one.value)}#y=2` }),
  (one) => ({ url: `${url}?x=1#${one.name}=${lowerHex(one.value)}` }),
  (one) => ({ url: `${url}?data=${encodeURIComponent(JSON.stringify(json(one)))}` }),
  (one) => ({
    body: {
      back: `https://shop.example.com/?next=${encodeURIComponent(`${url}?${one.name}=${encodeURIComponent(one.value)}`)}`,
    },
  }),
  (one) => ({
    answer: { message: `Bad callback https://a.example/cb?${one.name}=${lowerHex(one.value)}, stop.` },
  }),
  (one) => ({ headers: { [`X-${one.name}`]: one.value } }),
  (one) => ({ headers: { Referer: `https://shop.example.com/?${one.name}=${asForm(one.value)}` } }),
  (one) => ({ answerHeaders: { Location: `/next?${one.name}=${encodeURIComponent(one.value)}` } }),
  (one) => ({ headers: { Cookie: `theme=dark; ${one.name}=${encodeURIComponent(one.value)}` } }),
  (one) => ({ answerHeaders: { 'Set-Cookie': `s=${encodeURIComponent(one.value)}; Path=/; HttpOnly` } }),
  (one) => ({ headers: { Authorization: `Bearer ${one.value}` } }),
  (one) => ({ headers: { Authorization: `Basic ${toBase64(`shop:${one.value}`)}` } }),
  (one) => ({
    answer: { authToken: `${part({ alg: 'HS256' })}.${part({ sub: one.value, exp: 1 })}.c2lnbmF0dXJl` },
  }),
];

/** Where the same value may stand again, without a name that tells what it is. */
export const unnamed: readonly ((one: Planted) => Scene)[] = [
  ({ value }) => ({ answer: { message: `There is no ${value}.`, code: 1 }, status: 400 }),
  ({ value }) => ({ answer: { message: `(${value})_${value}-${value}` }, status: 400 }),
  ({ value }) => ({ answer: `{"note":${JSON.stringify(value).replace(/[^ -~]/g, escapeUnit)}}` }),
  ({ value }) => ({ answer: `{"note":"so ${escapeAll(value)}"}` }),
  ({ value }) => ({ answer: `<p>${value}</p>` }),
  ({ value }) => ({ body: { note: toBase64(value) } }),
  ({ value }) => ({ body: { note: `data:text/plain;base64,${toBase64(`a ${value}!`)}` } }),
  ({ value }) => ({ body: { note: `see v1_${toBase64(`for ${value} only`)} there` } }),
  ({ value }) => ({ body: { note: `see ${toBase64(`\u0000\u0001${value}\u0002 and more of it`)} there` } }),
  ({ value }) => ({ body: { note: `x ${encodeURIComponent(value)} y` } }),
  ({ value }) => ({ body: { note: `x ${allHex(value)} y` } }),
  ({ value }) => ({ body: { note: `x-${lowerHex(`at ${value}`)}-y` } }),
  ({ value }) => ({ body: { note: asForm(`so ${value} it is`) } }),
  ({ value }) => ({ body: { inner: JSON.stringify({ note: value }) } }),
  ({ value }) => ({ body: { inner: JSON.stringify([JSON.stringify({ note: [`is ${value}`] })]) } }),
  ({ value }) => ({ body: { [`for ${value}`]: 1 } }),
  ({ value }) => ({ url: `${url}?q=${encodeURIComponent(value)}` }),
  ({ value }) => ({ url: `https://shop.example.com/u/${encodeURIComponent(value)}/v3/mfa` }),
  ({ value }) => ({ headers: { 'X-Note': value } }),
  ({ value }) => ({ answerHeaders: { 'X-Note': JSON.stringify({ of: value }) } }),
];

/** How somebody would look for a value: plain, JSON-escaped, URL-encoded, in base64 wherever that begins. */
export function writings(value: string): string[] {
  const escaped = JSON.stringify(value).slice(1, -1);
  const inBase64 = ['', '.', '..'].flatMap((before) => {
    const whole = toBase64(before + value).replace(/=+$/, '');
    const inner = whole.slice(Math.ceil((before.length * 4) / 3), -1);
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
  });
  return [
    value,
    escaped,
    escaped.replace(/[^ -~]/g, escapeUnit),
    escapeAll(value),
    JSON.stringify(escaped).slice(1, -1),
    encodeURIComponent(value),
    lowerHex(value),
    allHex(value),
    asForm(value),
    encodeURIComponent(encodeURIComponent(value)),
    ...inBase64,
  ].filter(({ length }) => length > 5);
}
