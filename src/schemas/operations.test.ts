import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { apiErrorMeanings } from './api-error.ts';
import { environmentOf, environments } from './environment.ts';
import { docOf, type FieldDoc, unwrap } from './field.ts';
import { flowKinds, flowRoleOf } from './flow-kind.ts';
import { findOperation, operations } from './operations.ts';

interface Field {
  /** `mfa request /phoneNumber` */
  where: string;
  name: string;
  schema: z.core.$ZodType;
  doc: FieldDoc | undefined;
  /** The fields beside it. */
  siblings: readonly string[];
}

function fieldsOf(where: string, schema: z.core.$ZodType): Field[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return fieldsOf(`${where}/0`, inner.element);
  if (!(inner instanceof z.ZodObject)) return [];
  const siblings = Object.keys(inner.shape);
  return Object.entries(inner.shape).flatMap(([name, field]: [string, z.core.$ZodType]) => [
    { where: `${where}/${name}`, name, schema: field, doc: docOf(field), siblings },
    ...fieldsOf(`${where}/${name}`, field),
  ]);
}

const requestFields = operations.flatMap(({ id, request }) =>
  request ? fieldsOf(`${id} request `, request) : [],
);
const responseFields = operations.flatMap(({ id, response }) => fieldsOf(`${id} response `, response));
const allFields = [...requestFields, ...responseFields];

/** The fields that break a convention; empty when all keep it. */
const breaking = (fields: readonly Field[], keeps: (field: Field) => boolean) =>
  fields.filter((field) => !keeps(field)).map(({ where }) => where);

describe('the documentation of fields', () => {
  it('is there for every field of every operation', () => {
    expect(requestFields.length).toBeGreaterThan(20);
    const undocumented = breaking(allFields, ({ doc }) => doc !== undefined && doc.doc !== '');
    expect(undocumented, 'wrap these in text(), oneOf() or document() with a doc').toEqual([]);
  });

  it('is written in whole sentences', () => {
    const clipped = breaking(allFields, ({ doc }) => /^["#A-Z].*\.$/.test(doc?.doc ?? ''));
    expect(clipped, 'begin these with a capital and end them with a full stop').toEqual([]);
  });

  it('has an example for every field of a request that is no list', () => {
    const missing = breaking(
      requestFields,
      ({ doc, schema }) => doc?.example !== undefined || unwrap(schema) instanceof z.ZodArray,
    );
    expect(missing, 'add an `example` to these').toEqual([]);
  });

  it('has examples that their own field accepts', () => {
    const refused = breaking(
      allFields,
      ({ doc, schema }) => doc?.example === undefined || z.safeParse(schema, doc.example).success,
    );
    expect(refused, 'these examples break their own schema').toEqual([]);
  });

  it('names only real fields and allowed values in the rules between fields', () => {
    const astray = breaking(requestFields, ({ doc, siblings }) =>
      (doc?.conditions ?? []).every(({ when }) =>
        when.every((circumstance) => {
          if ('field' in circumstance) return siblings.includes(circumstance.field);
          return !('missing' in circumstance) || siblings.includes(circumstance.missing);
        }),
      ),
    );
    expect(astray, 'a condition of these speaks of a field that is not beside it').toEqual([]);
  });

  it('lists no name as a mistake that is itself a field there', () => {
    const clashing = breaking(
      allFields,
      ({ doc, siblings }) => !doc?.alsoCalled?.some((name) => siblings.includes(name)),
    );
    expect(clashing).toEqual([]);
  });

  it('marks every field that holds personal data or a secret, so that masking finds it', () => {
    const telling =
      /^(phoneNumber|emailAddress|ipAddress|authToken|client_secret|access_token|refresh_token)$/;
    const unmarked = breaking(allFields, ({ name, doc }) => !telling.test(name) || !!doc?.sensitivity);
    expect(unmarked, 'add a `sensitivity` to these').toEqual([]);
  });

  it('has character sets that are patterns of one character', () => {
    const broken = breaking(allFields, ({ doc }) => {
      if (!doc?.characters) return true;
      const one = new RegExp(`^${doc.characters.pattern}$`, 'u');
      return one.test('a') && !one.test('') && !one.test('aa');
    });
    expect(broken).toEqual([]);
  });
});

describe('the operations', () => {
  it.each(operations)('$id: its example request is accepted by its schema', ({ request, exampleRequest }) => {
    expect(request?.safeParse(exampleRequest)).toMatchObject({ success: true });
  });

  it.each(operations)('$id: its example response is accepted by its schema', (operation) => {
    expect(operation.response.safeParse(operation.exampleResponse)).toMatchObject({ success: true });
  });

  it.each(operations)('$id: its examples hold documented fields only', (operation) => {
    const requestNames = Object.keys(operation.request?.shape ?? {});
    expect(requestNames).toEqual(expect.arrayContaining(Object.keys(operation.exampleRequest ?? {})));
    const responseNames = Object.keys(operation.response.shape);
    expect(responseNames).toEqual(expect.arrayContaining(Object.keys(operation.exampleResponse)));
  });

  it.each(operations)('$id: is found by its id, with a path that matching understands', (operation) => {
    expect(findOperation(operation.id)).toBe(operation);
    expect(operation.path).toMatch(/^\/(token|v3\/[a-z{][\w{}/-]*[\w}])$/);
    expect(operation.since).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(operation.regions.length).toBeGreaterThan(0);
    // A body that is needed and has no schema could not be checked.
    expect(operation.bodyRequired && !operation.request).toBe(false);
  });

  it('have ids and method-path pairs of their own', () => {
    const ids = operations.map(({ id }) => id);
    const endpoints = operations.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(endpoints).size).toBe(endpoints.length);
  });

  it('are not found by an id that is none, nor by a name that every object has', () => {
    for (const id of ['', 'MFA', 'mfa ', 'constructor', '__proto__'])
      expect(findOperation(id)).toBeUndefined();
  });
});

describe('the kinds of flows', () => {
  it('name operations that exist, each in one kind only', () => {
    const named = flowKinds.flatMap(({ roles }) => Object.keys(roles));
    expect(named.filter((id) => !findOperation(id))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  it.each(flowKinds)('$id: begins with an operation that returns a correlationId', ({ roles }) => {
    const firsts = Object.keys(roles).filter((id) => roles[id] === 'first');
    expect(firsts).not.toEqual([]);
    for (const id of firsts) expect(findOperation(id)?.response.shape).toHaveProperty('correlationId');
  });

  it.each(flowKinds)('$id: its later operations carry a correlationId', ({ roles }) => {
    for (const id of Object.keys(roles).filter((id) => roles[id] !== 'first'))
      expect(findOperation(id)?.request?.shape).toHaveProperty('correlationId');
  });

  it('leave out the operations that stand alone', () => {
    expect(flowRoleOf('token')).toBeUndefined();
    expect(flowRoleOf('identity-enroll')).toBeUndefined();
    expect(flowRoleOf('constructor')).toBeUndefined();
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
