import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { apiErrorMeanings } from './api-error.ts';
import { environmentOf, environments } from './environment.ts';
import { unwrap } from './field.ts';
import type { Operation } from './operation.ts';
import { findOperation, operations } from './operations.ts';

/** The places of an example that no field documents. */
function strangersIn(schema: z.core.$ZodType, value: unknown, at = ''): string[] {
  const inner = unwrap(schema);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    const place = `${at}/${name}`;
    if (inner instanceof z.ZodArray) return strangersIn(inner.element, child, place);
    if (inner instanceof z.ZodRecord) return strangersIn(inner.valueType, child, place);
    const field: z.core.$ZodType | undefined = inner instanceof z.ZodObject ? inner.shape[name] : undefined;
    return field ? strangersIn(field, child, place) : [place];
  });
}

describe('the operations', () => {
  it('are all 32 of the catalogue', () => {
    expect(operations).toHaveLength(32);
  });

  it.each(operations)(
    '$id: has an example request where it has a body, which its schema accepts',
    (operation) => {
      const { request, exampleRequest, bodyKind } = operation;
      expect([request !== undefined, exampleRequest !== undefined]).toEqual(
        bodyKind === 'none' ? [false, false] : [true, true],
      );
      if (request) expect(request.safeParse(exampleRequest)).toMatchObject({ success: true });
    },
  );

  it.each(operations)('$id: its example response is accepted by its schema', (operation) => {
    expect(operation.response.safeParse(operation.exampleResponse)).toMatchObject({ success: true });
  });

  it.each(operations)('$id: its examples hold documented fields only', (operation) => {
    const { request, exampleRequest, response, exampleResponse } = operation;
    expect(request ? strangersIn(request, exampleRequest) : []).toEqual([]);
    expect(strangersIn(response, exampleResponse)).toEqual([]);
  });

  it.each(operations)(
    '$id: its path names its path parameters, and all of them are required',
    (operation) => {
      const { path, pathParameters } = operation;
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(Object.keys(pathParameters?.shape ?? {})).toEqual(named);
      for (const field of Object.values(pathParameters?.shape ?? {})) expect(unwrap(field)).toBe(field);
    },
  );

  it.each(operations)('$id: says what its refusals mean and what it became', (operation) => {
    const { errorStatuses, removed, since } = operation;
    const statuses = errorStatuses.map(({ status }) => status);
    expect(statuses).toEqual([...statuses].sort());
    expect(statuses).toEqual(expect.arrayContaining([400, 401, 500]));
    if (!removed) return;
    expect(removed.on > since).toBe(true);
    expect(findOperation(removed.replacedBy)).not.toHaveProperty('removed');
  });

  it('name a method of the TypeScript SDK each, and one of C# unless they were gone by then', () => {
    expect(operations.filter(({ sdk }) => !sdk.ts).map(({ id }) => id)).toEqual([]);
    const withoutCsharp = operations.filter(({ sdk }) => !sdk.csharp).map(({ id }) => id);
    expect(withoutCsharp.filter((id) => !id.startsWith('domain-'))).toEqual([
      'mfa',
      'mfa-status',
      'mfa-bind',
    ]);
    expect(findOperation('start')?.sdk).toEqual({
      ts: 'proveapi.v3.v3StartRequest',
      java: 'sdk.v3().v3StartRequest()',
      go: 'client.V3.V3StartRequest',
      csharp: 'sdk.V3.V3StartRequestAsync',
    });
  });

  it('are documented on the hosts of both regions, but for the start flow', () => {
    const usOnly = operations.filter(({ regions }) => regions.join() === 'us').map(({ id }) => id);
    expect(usOnly).toEqual(['start', 'validate', 'challenge', 'complete']);
    const others = operations.filter(({ id }) => !usOnly.includes(id));
    expect(new Set(others.map(({ regions }) => regions.join()))).toEqual(new Set(['us,eu']));
  });

  it('lift the limit of a request for batches only', () => {
    const large = operations.filter((operation) => operation.large).map(({ id }) => id);
    expect(large).toEqual(['verify-batch', 'identity-batch-enroll']);
  });

  it.each(operations)('$id: is found by its id, with a path that matching understands', (operation) => {
    expect(findOperation(operation.id)).toBe(operation);
    expect(operation.path).toMatch(/^\/(token|v3\/[a-z{][\w{}/-]*[\w}])$/);
    expect(operation.since).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(operation.regions.length).toBeGreaterThan(0);
    // A body that is needed and has no schema could not be checked.
    expect(operation.bodyRequired && !operation.request).toBe(false);
  });

  it('have ids of their own', () => {
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
  });

  it('share a method and a path only where a field of the request tells them apart', () => {
    const endpointOf = ({ method, path }: Operation) => `${method} ${path}`;
    const endpoints = [...new Set(operations.map(endpointOf))];
    const shared = endpoints
      .map((endpoint) => operations.filter((operation) => endpointOf(operation) === endpoint))
      .filter((group) => group.length > 1);
    expect(shared.map((group) => group.map(({ id }) => id))).toEqual([['verify', 'verify-v1']]);
    for (const group of shared) {
      expect(group.filter(({ chosenBy }) => chosenBy === undefined)).toHaveLength(1);
      for (const { chosenBy, request } of group) {
        if (chosenBy === undefined) continue;
        // A field that a sibling has too would tell nothing.
        const owners = group.filter((sibling) => chosenBy in (sibling.request?.shape ?? {}));
        expect(owners.map((owner) => owner.request)).toEqual([request]);
      }
    }
  });

  it('are not found by an id that is none, nor by a name that every object has', () => {
    for (const id of ['', 'MFA', 'mfa ', 'constructor', '__proto__'])
      expect(findOperation(id)).toBeUndefined();
  });
});

describe('the hosts', () => {
  it('are unique, and each is found by its name', () => {
    const hosts = environments.map(({ host }) => host);
    expect(new Set(hosts).size).toBe(hosts.length);
    expect(new Set(environments.map(({ id }) => id)).size).toBe(hosts.length);
    for (const environment of environments) expect(environmentOf(environment.host)).toBe(environment);
  });

  it('tell region and production by their names', () => {
    for (const { host, region, production } of environments) {
      expect(region, host).toBe(host.includes('.eu.') ? 'eu' : 'us');
      expect(production, host).toBe(!host.includes('uat'));
    }
  });

  it('do not cover hosts that only look alike', () => {
    for (const host of ['proveapis.com', 'platform.proveapis.com.evil.example', 'xplatform.proveapis.com'])
      expect(environmentOf(host)).toBeUndefined();
  });
});

it('every number that a refusal may carry has a meaning', () => {
  expect([...apiErrorMeanings.keys()].sort()).toEqual([1001, 1003, 8000, 8001, 8002, 8003, 8007, 8008, 8009]);
});
