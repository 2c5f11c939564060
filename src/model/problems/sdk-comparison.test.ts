import * as sdk from '@prove-identity/prove-api/models/components/index.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from '../../schemas/zod.ts';
import { operation } from '../fixtures.test-support.ts';
import { inspectBody } from './inspect-body.ts';

/**
 * The vendor's own SDK and this project judge the same bodies, in the form that goes over the wire. npm has
 * one version of the SDK, of April 2025: it knows the start flow, the former verify and the first unify.
 */
const sdkSchemas = {
  token: sdk.V3TokenRequest$inboundSchema,
  start: sdk.V3StartRequest$inboundSchema,
  validate: sdk.V3ValidateRequest$inboundSchema,
  challenge: sdk.V3ChallengeRequest$inboundSchema,
  complete: sdk.V3CompleteRequest$inboundSchema,
  'verify-v1': sdk.V3VerifyRequest$inboundSchema,
  'verify-status': sdk.V3VerifyStatusRequest$inboundSchema,
  unify: sdk.V3UnifyRequest$inboundSchema,
  'unify-status': sdk.V3UnifyStatusRequest$inboundSchema,
  'unify-bind': sdk.V3UnifyBindRequest$inboundSchema,
} as const;

type Known = keyof typeof sdkSchemas;

interface Difference {
  operation: Known;
  /** What this project refuses and the SDK takes: `code path`. */
  refused: string;
  /** The smallest body that shows it. */
  body: Readonly<Record<string, unknown>>;
  reason: string;
}

const differences: readonly Difference[] = [
  {
    operation: 'unify',
    refused: 'field.required /clientRequestId',
    body: { possessionType: 'mobile' },
    reason: 'The documents require it since 2025-10-22.',
  },
  {
    operation: 'unify-status',
    refused: 'field.required /correlationId',
    body: {},
    reason: 'The SDKs require it since 2025-12-11, and no status can be told without it.',
  },
  {
    operation: 'unify-bind',
    refused: 'field.required /correlationId',
    body: { phoneNumber: '2001004014' },
    reason: 'The SDKs require it since 2025-12-11, and nothing can be bound without it.',
  },
  {
    operation: 'unify-bind',
    refused: 'field.required /phoneNumber',
    body: { correlationId: '713189b8-5555-4b08-83ba-75d08780aebd' },
    reason: 'The documents require it since 2026-02-10: it is what is bound.',
  },
  ...[
    { individual: {}, name: 'ssn' },
    { individual: { firstName: 'Tod' }, name: 'lastName' },
    { individual: { lastName: 'Weedall' }, name: 'firstName' },
  ].map(({ individual, name }) => ({
    operation: 'complete' as const,
    refused: `field.required /individual/${name}`,
    body: { correlationId: '713189b8-5555-4b08-83ba-75d08780aebd', individual },
    reason: 'Without both names or ssn the API answers 400, which a type cannot say.',
  })),
];

/** Fields that are younger than the SDK: it lets any value of them through, as it does with all unknown keys. */
const laterFields: Partial<Record<Known, readonly string[]>> = {
  unify: [
    'checkReputation',
    'clientHumanId',
    'deviceId',
    'emailAddress',
    'ipAddress',
    'mobileAuthEnabled',
    'proveId',
  ],
};

const ids = Object.keys(sdkSchemas) as Known[];

/** The SDK brings a copy of zod with it, so that schemas are told apart by their definitions. */
type Definition = Readonly<Record<string, unknown>> & { type: string };
const definitionOf = (schema: unknown) => (schema as { _zod: { def: Definition } })._zod.def;

/** The object that a body is on the wire, before the SDK renames its fields. */
function shapeOf(schema: unknown): Readonly<Record<string, unknown>> {
  const definition = definitionOf(schema);
  return definition.type === 'pipe' ? shapeOf(definition.in) : (definition.shape as Record<string, unknown>);
}

/** Values of the JSON type that a schema asks for. */
function valuesOf(schema: unknown): fc.Arbitrary<unknown> {
  const definition = definitionOf(schema);
  switch (definition.type) {
    case 'optional':
      return valuesOf(definition.innerType);
    case 'string':
      return fc.oneof(fc.constantFrom('', '2001004014', '0596', '1981-01', '#### x'), fc.string());
    case 'enum':
      return fc.constantFrom(...Object.values(definition.entries as Record<string, string>));
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(mostly(valuesOf(definition.element)), { maxLength: 3 });
    case 'object':
      return objectsOf(definition.shape as Record<string, unknown>);
    default:
      throw new Error(`No values for a schema of type ${definition.type}.`);
  }
}

/** Now and then something of any JSON type: null for "left out", a number for its text. */
const mostly = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 12, arbitrary: values },
    { weight: 1, arbitrary: fc.constantFrom(null, 0, 2001004014, true, 'true', [], {}) },
    { weight: 1, arbitrary: fc.jsonValue() },
  );

/** Objects with these fields, each of which may be missing. */
function objectsOf(...shapes: readonly Readonly<Record<string, unknown>>[]): fc.Arbitrary<object> {
  const names = [...new Set(shapes.flatMap((shape) => Object.keys(shape)))];
  const fields = names.map((name) => {
    const schemas = shapes.flatMap((shape) => (Object.hasOwn(shape, name) ? [shape[name]] : []));
    const values = mostly(fc.oneof(...schemas.map(valuesOf)));
    return fc.option(values, { nil: undefined, freq: 6 }).map((value) => [name, value] as const);
  });
  return fc
    .tuple(...fields)
    .map((entries) => Object.fromEntries(entries.filter(([, value]) => value !== undefined)));
}

const judgedBySdk = (id: Known, text: string): boolean =>
  (sdkSchemas[id] as unknown as z.ZodType).safeParse(JSON.parse(text)).success;

/** What this project refuses for its type or for being missing: `code path`. */
const refusedHere = (id: Known, text: string): string[] =>
  inspectBody(operation(id), text)
    .problems.filter(({ code, severity }) => severity === 'error' && /^field\.(type|required)$/.test(code))
    .map(({ code, path }) => `${code} ${path}`);

const isDeliberate = (id: Known, found: string) =>
  differences.some(({ operation, refused }) => operation === id && refused === found) ||
  laterFields[id]?.some((name) => found === `field.type /${name}`);

describe('bodies that the vendor’s SDK and this project both judge', () => {
  it.each(ids)('%s: neither refuses what the other takes, for its type or for being missing', (id) => {
    let [taken, refused] = [0, 0];
    const bodies = objectsOf(shapeOf(sdkSchemas[id]), operation(id).request?.shape ?? {});
    fc.assert(
      fc.property(bodies, (body) => {
        const text = JSON.stringify(body);
        const here = refusedHere(id, text);
        if (judgedBySdk(id, text)) {
          taken++;
          expect(here.filter((found) => !isDeliberate(id, found))).toEqual([]);
        } else {
          refused++;
          expect(here).not.toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
    // Bodies of one kind only would show little.
    expect(Math.min(taken, refused)).toBeGreaterThan(50);
  });

  it.each(ids)('%s: both take the documented example', (id) => {
    const text = JSON.stringify(operation(id).exampleRequest);
    expect([judgedBySdk(id, text), refusedHere(id, text)]).toEqual([true, []]);
  });

  it.each(differences)(
    '$operation: $refused is refused on purpose. $reason',
    ({ operation, refused, body }) => {
      const text = JSON.stringify(body);
      expect(judgedBySdk(operation, text)).toBe(true);
      expect(refusedHere(operation, text)).toContain(refused);
    },
  );

  it.each(ids)('%s: no field of the SDK is unknown here, and only later ones are unknown there', (id) => {
    const here = Object.keys(operation(id).request?.shape ?? {});
    const there = Object.keys(shapeOf(sdkSchemas[id]));
    expect(there.filter((name) => !here.includes(name))).toEqual([]);
    expect(here.filter((name) => !there.includes(name)).sort()).toEqual(laterFields[id] ?? []);
  });
});
