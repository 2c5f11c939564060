import { hostileBodies, hostileTexts, prototypeNames } from './corpus.ts';

/** As many segments as a path may have that try every way of fitting: a pattern made carelessly never ends. */
const slow = (sign: string) => `${`/${sign}`.repeat(200)}/mfa`.slice(-500);

const routesOfTexts = Object.values(hostileTexts).flatMap((text) => [
  { path: text, operationId: 'mfa' },
  { path: `/${text}/v3/mfa`, operationId: 'mfa' },
  { path: '/v3/own', host: text, operationId: 'mfa' },
  { path: '/v3/own', operationId: text },
  { path: '/v3/own', operationId: 'mfa', envelope: { request: `/${text}`, response: text } },
]);

const patterns = ['(a+)+$', '(.*)*', '[^/]+', '*', ':a', '{a}', '\\d*', '%28a%2B%29%2B'].flatMap((sign) => [
  { path: slow(sign), operationId: 'mfa' },
  { path: `/${sign}/${sign}x/own/mfa`, operationId: 'mfa' },
]);

/** A route that is one of those that anybody may have; where it stands in the list, it counts. */
export const goodRoute = { method: 'POST', path: '/shop/begin', operationId: 'unify', snakeCase: true };

/**
 * Settings as somebody might put them into storage, as JSON: wrong types, prototype names, markup, texts and lists
 * without end, patterns that never end. `preserveLog` and `goodRoute` alone are as they may be.
 */
export function hostileSettings(): string {
  const long = 'x'.repeat(1_000_000);
  const settings = {
    ...Object.fromEntries(
      prototypeNames.filter((name) => name !== '__proto__').map((name) => [name, { a: 1 }]),
    ),
    ...Object.fromEntries(Object.values(hostileTexts).map((text) => [text, text])),
    preserveLog: true,
    listWidth: 1e308,
    timeLimit: '__proto__',
    followRedirects: null,
    sdkCalls: [],
    view: hostileTexts['a script'],
    bodyLayout: 'constructor',
    mask: 'false',
    maskExports: 0,
    timeFormat: long,
    calls: {
      columns: Array.from({ length: 10_000 }, () => hostileTexts['an image that fails']),
      widths: { verdict: -1, [hostileTexts['a script'] ?? '']: 1e9 },
      order: { column: 'toString', descending: 'yes' },
    },
    bounds: { calls: 1e21, megabytes: '-0' },
    routes: [
      goodRoute,
      null,
      [],
      'route',
      ...routesOfTexts,
      ...patterns,
      { path: `/${long}`, operationId: 'mfa' },
      ...Array.from({ length: 10_000 }, (_, at) => ({ path: `/own/${at}/mfa`, operationId: 'mfa' })),
    ],
    savedBy: { toString: null },
  };
  // Only as text can an object have a property of this name.
  return JSON.stringify(settings).replace('{', `{"__proto__":${hostileBodies['prototype names']},`);
}
