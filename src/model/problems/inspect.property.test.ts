import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operations } from '../../schemas/operations.ts';
import { BACK_END, EU, US } from '../fixtures.test-support.ts';
import { kits } from '../routes/kits.ts';
import { looksLikeV3 } from '../routes/looks-like-v3.ts';
import { mayBeV3 } from '../routes/match-operation.ts';
import type { Route } from '../routes/route.ts';
import { describeProblem } from './describe-problem.ts';
import { inspect } from './inspect.ts';
import { inspectBody } from './inspect-body.ts';
import { severities } from './problem.ts';

const names = operations.flatMap(({ request }) => Object.keys(request?.shape ?? {}));
const hostileNames = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', ''];

/** Values that come near to what the fields take, and far from it. */
const values = fc.oneof(
  fc.constantFrom(
    'mobile',
    'desktop',
    'none',
    '2001004011',
    '',
    '####',
    'a@b.c',
    '127.0.0.1',
    'https://[::1]/',
  ),
  fc.string({ unit: 'binary' }),
  fc.jsonValue({ maxDepth: 3 }),
);
const objects = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom(...names, ...hostileNames), fc.string()), values), {
    maxLength: 8,
  })
  .map((entries) => Object.fromEntries(entries));
const bodies = fc.oneof(
  objects.map((value) => JSON.stringify(value)),
  objects.map((value) => JSON.stringify(value, null, '\r\n\t')),
  fc.jsonValue().map((value) => JSON.stringify(value)),
  fc.string({ unit: 'binary', maxLength: 60 }),
  // Bytes of anything, taken for UTF-8.
  fc.uint8Array({ maxLength: 60 }).map((bytes) => new TextDecoder().decode(bytes)),
  fc.constantFrom('a=1&a=2&%zz=%', '{"a":1,"a":2}', '\ufeff{}'),
);
const headers = fc.array(
  fc.record({
    name: fc.oneof(
      fc.constantFrom('content-type', 'Authorization', 'CONTENT-TYPE'),
      fc.string({ unit: 'binary' }),
    ),
    value: fc.oneof(fc.constantFrom('application/json', ';', 'text/html;'), fc.string({ unit: 'binary' })),
  }),
  { maxLength: 4 },
);
const own: Route = {
  path: '/own/:correlationId/{proveId}/*',
  operationId: 'unify-status',
  snakeCase: true,
  envelope: { request: '/a', response: '/a' },
};
const routes: readonly Route[] = [...kits.flatMap((kit) => kit.routes), own];
const urls = fc.oneof(
  fc
    .tuple(fc.constantFrom(US, BACK_END), fc.constantFrom(...routes.map(({ path }) => path), '/own/%ff/x/y'))
    .map(([host, path]) => `https://${host}${path}`),
  fc
    .tuple(fc.constantFrom(US, EU, BACK_END), fc.constantFrom(...operations.map(({ path }) => path)))
    .map(([host, path]) => `https://${host}${path}`),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.string({ unit: 'binary' }).map((text) => `https://${US}/v3/${text}`),
  fc.string({ unit: 'binary' }),
);
const wire = fc.record(
  {
    text: bodies,
    bytes: fc.nat(),
    truncated: fc.constant(true as const),
    binary: fc.constant(true as const),
  },
  { requiredKeys: ['text', 'bytes'] },
);
const sides = { headers, body: wire };
const exchanges = fc.record(
  {
    id: fc.string(),
    origin: fc.constantFrom('captured' as const, 'imported' as const, 'replay' as const),
    startedAt: fc.nat(),
    duration: fc.nat(),
    request: fc.record(
      { method: fc.oneof(fc.constantFrom('POST', 'GET', 'post', ''), fc.string()), url: urls, ...sides },
      { requiredKeys: ['method', 'url', 'headers'] },
    ),
    response: fc.record(
      { status: fc.oneof(fc.constantFrom(200, 400, 0), fc.integer()), statusText: fc.string(), ...sides },
      { requiredKeys: ['status', 'statusText', 'headers'] },
    ),
  },
  { requiredKeys: ['id', 'origin', 'startedAt', 'duration', 'request'] },
);

const anyOperation = fc.constantFrom(...operations);
const anyRegion = fc.constantFrom<'us' | 'eu' | undefined>('us', 'eu', undefined);

it('inspect gives a call or nothing for any exchange there is, and never throws', () => {
  fc.assert(
    fc.property(exchanges, fc.constantFrom(undefined, routes), (exchange, routes) => {
      const call = inspect(exchange, { routes });
      looksLikeV3(exchange, routes);
      if (!call) return;
      expect(mayBeV3(exchange.request.url, routes)).toBe(true);
      for (const problem of call.problems) {
        const text = exchange[problem.in]?.body?.text ?? '';
        expect(problem.from).toBeGreaterThanOrEqual(0);
        expect(problem.to).toBeGreaterThanOrEqual(problem.from);
        expect(problem.to).toBeLessThanOrEqual(text.length);
        expect(Math.min(problem.line, problem.column)).toBeGreaterThanOrEqual(1);
        expect(describeProblem(problem)).not.toMatch(/undefined|NaN|\[object/);
      }
    }),
    { numRuns: 2000 },
  );
});

describe('for any body whatever', () => {
  it('only an error makes a verdict invalid, and each problem has a severity of its code', () => {
    fc.assert(
      fc.property(anyOperation, bodies, anyRegion, (operation, text, region) => {
        const { verdict, problems } = inspectBody(operation, text, { region });
        const errors = problems.filter(({ severity }) => severity === 'error');
        if (verdict === 'valid') expect(errors).toEqual([]);
        if (verdict === 'invalid') expect(errors).not.toEqual([]);
        if (verdict === 'unreadable')
          expect(errors.map(({ code }) => code)).toEqual([expect.stringMatching(/^body\./)]);
        for (const { code, severity } of problems)
          if (code !== 'field.characters') expect(severity).toBe(severities[code]);
      }),
      { numRuns: 1000 },
    );
  });

  it('a second look finds the same', () => {
    fc.assert(
      fc.property(anyOperation, bodies, anyRegion, (operation, text, region) => {
        expect(inspectBody(operation, text, { region })).toEqual(inspectBody(operation, text, { region }));
      }),
      { numRuns: 300 },
    );
  });
});

it('the words about a problem never repeat a value of the body', () => {
  // Each value is a word of its own that no sentence holds by chance.
  const secret = fc.stringMatching(/^[A-Z0-9@.+#:/ -]{3,20}$/).map((text) => `Qz${text}zQ`);
  const fields = fc
    .array(fc.tuple(fc.constantFrom(...names, 'flow_type', 'other'), fc.oneof(secret, fc.tuple(secret))), {
      minLength: 1,
      maxLength: 8,
    })
    .map((entries) => ({ ...Object.fromEntries(entries), nonsense: 'QzQ' }));
  fc.assert(
    fc.property(anyOperation, fields, anyRegion, fc.boolean(), (operation, body, region, snakeCase) => {
      const { problems } = inspectBody(operation, JSON.stringify(body), { region, snakeCase });
      if (operation.request) expect(problems).not.toEqual([]);
      for (const problem of problems) {
        expect(describeProblem(problem)).not.toMatch(/Qz|zQ/);
        expect(JSON.stringify(problem)).not.toMatch(/Qz|zQ/);
      }
    }),
    { numRuns: 1000 },
  );
});
