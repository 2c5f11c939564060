import type { Shape } from '../../schemas/field.ts';
import { parseUrl } from '../url.ts';

export const UUID = /^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$/;

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;

function isIpv6(text: string): boolean {
  // The URL parser knows all spellings of an address; a zone index is no part of one.
  return text.includes(':') && /^[0-9a-f:.]+$/i.test(text) && parseUrl(`http://[${text}]/`) !== undefined;
}

/** For each shape, whether a text is unlikely to be one. */
export const unlikely: Record<Shape, (text: string) => boolean> = {
  email: (text) => !/^[^@\s]+@[^@\s]+$/.test(text),
  ip: (text) => !IPV4.test(text) && !isIpv6(text),
  uuid: (text) => !UUID.test(text),
  url: (text) => !/^https?:\/\/[^/]/i.test(text) || parseUrl(text) === undefined,
  phone: (text) => !/^\+?[A-Za-z0-9]+$/.test(text),
};

const PRIVATE_V4 = /^(?:0|10|127|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\./;
const PRIVATE_V6 = /^(?:::1?$|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/;
const MAPPED_V4 = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/;

/** Whether an address, or the host of a URL, is a loopback or private one that no customer or redirect can have. */
export function isPrivateAddress(addressOrUrl: string): boolean {
  if (IPV4.test(addressOrUrl)) return PRIVATE_V4.test(addressOrUrl);
  // A bare IPv6 address would itself pass for a URL: "fd00::1" has the scheme "fd00".
  const url = parseUrl(isIpv6(addressOrUrl) ? `http://[${addressOrUrl}]/` : addressOrUrl);
  const host = (url?.hostname ?? addressOrUrl).replace(/^\[|\]$/g, '');
  if (host === 'localhost' || host.endsWith('.localhost')) return true;
  const [, high, low] = MAPPED_V4.exec(host) ?? [];
  if (high !== undefined && low !== undefined) return PRIVATE_V4.test(dotted(high) + dotted(low));
  return (IPV4.test(host) && PRIVATE_V4.test(host)) || PRIVATE_V6.test(host);
}

/** Two bytes in hex as they stand in an IPv4 address: "c0a8" is "192.168.". */
const dotted = (hex: string) => `${Number.parseInt(hex, 16) >> 8}.${Number.parseInt(hex, 16) & 255}.`;

/** What kind of personal data an id seems to hold, or undefined. */
export function looksLikePersonalData(text: string): 'email' | 'phone' | 'ssn' | undefined {
  if (/[^@\s]@[^@\s]+\.[^@\s]/.test(text)) return 'email';
  if (/^\d{3}([ -]?)\d{2}\1\d{4}$/.test(text)) return 'ssn';
  const digits = text.replace(/[\s().-]/g, '');
  // Ten digits of a North American number never begin with 0 or 1, which leaves out times in seconds.
  return /^(?:\+\d{8,15}|1?[2-9]\d{9})$/.test(digits) ? 'phone' : undefined;
}
