import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyRouteForm, readRouteForm, toRouteForm } from './route-form.ts';
import { type StoredRoute, storedRouteSchema } from './stored-route.ts';

describe('the form of a route', () => {
  it.each<StoredRoute>([
    { path: '/api/mfa', operationId: 'mfa' },
    {
      method: 'GET',
      host: 'localhost:3000',
      path: '/status/:correlationId',
      operationId: 'unify-status',
      region: 'eu',
      envelope: { request: '/a~1b', response: '/data/data' },
      snakeCase: true,
    },
  ])('gives back the route that it was filled with: $path', (route) => {
    expect(readRouteForm(toRouteForm(route))).toEqual({ route });
  });

  it('takes a whole URL as it was copied', () => {
    expect(
      readRouteForm({ ...emptyRouteForm, address: ' https://App.example.com/api/mfa ', operationId: 'mfa' }),
    ).toEqual({ route: { method: 'POST', host: 'app.example.com', path: '/api/mfa', operationId: 'mfa' } });
  });

  it('says what is wrong at each field', () => {
    const reading = readRouteForm({ ...emptyRouteForm, request: 'data', response: '/a~2' });
    expect(reading).toEqual({
      errors: {
        address: 'Say which path of yours it is.',
        operationId: 'Choose the operation that it stands for.',
        request: 'Write a JSON Pointer such as /data, or leave it empty.',
        response: 'Write a JSON Pointer such as /data, or leave it empty.',
      },
    });
    expect(readRouteForm({ ...emptyRouteForm, address: '/*', operationId: 'mfa' })).toMatchObject({
      errors: { address: expect.stringMatching(/it would take in every request/) },
    });
  });

  it('never gives a route that could not be stored', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('/', '*', ':', 'a', '.', '{', '}', '?', '%') }),
    );
    const form = fc.record({
      method: fc.constantFrom('', 'POST', 'TRACE'),
      address: fc.oneof(
        text,
        text.map((path) => `/a/${path}`),
        text.map((host) => `https://${host}/a`),
      ),
      operationId: fc.constantFrom('mfa', 'constructor', ''),
      region: fc.constantFrom('', 'eu', 'x'),
      request: text,
      response: text,
      snakeCase: fc.boolean(),
    });
    fc.assert(
      fc.property(form, (filled) => {
        const reading = readRouteForm(filled);
        if ('route' in reading) expect(storedRouteSchema.safeParse(reading.route).success).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
