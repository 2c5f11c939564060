import fc from 'fast-check';
import { expect, it } from 'vitest';
import { docOf, unwrap } from '../../schemas/field.ts';
import type { Operation } from '../../schemas/operation.ts';
import { operations } from '../../schemas/operations.ts';
import { z } from '../../schemas/zod.ts';
import { fromPointer } from '../body/json-pointer.ts';
import { applyEdits } from '../body/text-edit.ts';
import { toSnakeCase } from '../routes/rename-keys.ts';
import { inspectBody } from './inspect-body.ts';

/** All names of fields that a schema has at any depth, and some that it knows as mistakes. */
function namesOf(schema: z.core.$ZodType): string[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return namesOf(inner.element);
  if (!(inner instanceof z.ZodObject)) return [];
  return Object.entries(inner.shape).flatMap(([name, field]) => [
    name,
    ...(docOf(field)?.alsoCalled ?? []),
    ...namesOf(field),
  ]);
}

const keysOf = (names: readonly string[]) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...names) },
    { weight: 2, arbitrary: fc.constantFrom(...names).map(toSnakeCase) },
    { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', '', 'a"b', 'é', 'possesionType') },
  );
const leaves = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, '', 'Mobile', 'desktop', 'none ', 'NONE', 'mobile', 'bot'),
  fc.constantFrom<unknown>(
    2001004011,
    5,
    1e21,
    0.5,
    '5',
    'true',
    ' 2001004011',
    '+1 (200) 100-4011',
    '265-22-8370',
  ),
  fc.constantFrom<unknown>('1981-01-17T00:00:00Z', 'a@b.c', ' https://a.example/', '\t', '78285-1', '😀 '),
);

/** A JSON text of any layout: blanks everywhere, keys twice, first and last and only members. */
const blanks = fc.constantFrom('', ' ', '\n', '\r\n\t', '  ');
const bodiesOf = (names: readonly string[]) => {
  const keys = keysOf(names);
  const { object } = fc.letrec<{ value: string; object: string; list: string }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      leaves.map((value) => JSON.stringify(value)),
      tie('object'),
      tie('list'),
    ),
    object: fc.array(fc.tuple(keys, tie('value'), blanks, blanks), { maxLength: 6 }).map((members) => {
      const all = members.map(([key, value, a, b]) => `${a}${JSON.stringify(key)}${b}:${a}${value}${b}`);
      return `{${all.join(',')}}`;
    }),
    list: fc
      .array(fc.tuple(tie('value'), blanks), { maxLength: 3 })
      .map((items) => `[${items.map(([value, blank]) => blank + value).join(',')}]`),
  }));
  return fc.tuple(blanks, object, blanks).map((parts) => parts.join(''));
};

const around = fc.record({
  region: fc.constantFrom<'us' | 'eu' | undefined>('us', 'eu', undefined),
  snakeCase: fc.boolean(),
});
/** An operation, and a body that has much to do with it. */
const requests = fc.constantFrom(...operations.filter(({ request }) => request)).chain((operation) =>
  fc.record({
    operation: fc.constant(operation),
    text: bodiesOf(operation.request ? namesOf(operation.request) : []),
    where: around,
  }),
);
type Around = { region: 'us' | 'eu' | undefined; snakeCase: boolean };

const inspected = (operation: Operation, text: string, where: Around) =>
  inspectBody(operation, text, where).problems;
const errorsOf = (operation: Operation, text: string, where: Around) =>
  inspected(operation, text, where).filter(({ severity }) => severity === 'error').length;

it('applying every fix of a body never raises its number of errors, and leaves JSON that can be parsed', () => {
  let fixes = 0;
  fc.assert(
    fc.property(requests, ({ operation, text, where }) => {
      const edits = inspected(operation, text, where).flatMap(({ fix }) => fix ?? []);
      fixes += edits.length;
      const repaired = applyEdits(text, edits);
      expect(() => JSON.parse(repaired)).not.toThrow();
      expect(errorsOf(operation, repaired, where)).toBeLessThanOrEqual(errorsOf(operation, text, where));
    }),
    { numRuns: 3000 },
  );
  expect(fixes).toBeGreaterThan(50);
});

it('so does applying one of them', () => {
  fc.assert(
    fc.property(requests, ({ operation, text, where }) => {
      const before = errorsOf(operation, text, where);
      for (const { fix } of inspected(operation, text, where)) {
        if (!fix) continue;
        const repaired = applyEdits(text, fix);
        expect(() => JSON.parse(repaired)).not.toThrow();
        expect(errorsOf(operation, repaired, where)).toBeLessThanOrEqual(before);
      }
    }),
    { numRuns: 1000 },
  );
});

it('a fix changes nothing but its own field', () => {
  fc.assert(
    fc.property(requests, ({ operation, text, where }) => {
      for (const { fix, path } of inspected(operation, text, where)) {
        if (!fix) continue;
        const steps = fromPointer(path);
        const before = neighbours(JSON.parse(text), steps);
        const after = neighbours(JSON.parse(applyEdits(text, fix)), steps);
        // The field itself goes, stays with another value, or has another name.
        expect(after.length - before.length).toBeLessThanOrEqual(1);
        for (const neighbour of before) expect(after).toContainEqual(neighbour);
      }
    }),
    { numRuns: 1000 },
  );
});

it('a repaired body needs no more repairs than there were, and in the end none', () => {
  fc.assert(
    fc.property(requests, ({ operation, text, where }) => {
      let body = text;
      for (let rounds = 0; rounds < 100; rounds++) {
        const edits = inspected(operation, body, where).flatMap(({ fix }) => fix ?? []);
        if (edits.length === 0) return;
        body = applyEdits(body, edits);
      }
      expect.fail(`no end: ${body}`);
    }),
    { numRuns: 500 },
  );
});

it('any text at all is left as it is where it is no JSON', () => {
  fc.assert(
    fc.property(requests, fc.string({ unit: 'binary' }), ({ operation, where }, text) => {
      const problems = inspected(operation, `${text}{`, where);
      expect(problems.filter(({ fix }) => fix)).toEqual([]);
    }),
  );
});

/** The members beside a field, and those beside each object that it stands in. */
function neighbours(value: unknown, [step, ...more]: readonly string[]): unknown[] {
  if (typeof value !== 'object' || value === null || step === undefined) return [];
  const beside = Object.entries(value).filter(([key]) => key !== step);
  const inside = more.length > 0 && Object.hasOwn(value, step) ? Reflect.get(value, step) : undefined;
  return [...beside.map((member) => [more.length, member]), ...neighbours(inside, more)];
}
