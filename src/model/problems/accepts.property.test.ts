import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { docOf } from '../../schemas/field.ts';
import { operations } from '../../schemas/operations.ts';
import type { z } from '../../schemas/zod.ts';
import { isObject } from '../is-object.ts';
import { accepts, isFlawless } from './accepts.ts';
import { advise } from './advise.ts';
import { refuse } from './refuse.ts';

interface Body {
  name: string;
  schema: z.ZodObject;
  example: unknown;
}

/** All bodies and parameters that V3 knows, each with a value that is right. */
const bodies: readonly Body[] = operations.flatMap((operation) => {
  const { id, request, response, pathParameters, queryParameters } = operation;
  const part = (name: string, schema: z.ZodObject | undefined, example: unknown): Body[] =>
    schema ? [{ name: `${name} of ${id}`, schema, example: example ?? exampleOf(schema) }] : [];
  return [
    ...part('request', request, operation.exampleRequest),
    ...part('response', response, operation.exampleResponse),
    ...part('path', pathParameters, undefined),
    ...part('query', queryParameters, undefined),
  ];
});

function exampleOf({ shape }: z.ZodObject) {
  return Object.fromEntries(
    Object.entries(shape).map(([name, field]) => [name, docOf(field)?.example ?? 'a']),
  );
}

/** What fields take, what they nearly take, and what nobody should send. */
const values = fc.oneof(
  fc.constantFrom<unknown>(
    ...[
      'mobile',
      'true',
      '',
      '2001004011',
      '+1 200',
      '0596',
      '1981-01',
      '78285',
      'a'.repeat(200),
      '😀'.repeat(100),
    ],
    ...[0, -1, 1.5, 1e308, 2 ** 53, true, false, null],
    ...[[], {}, [null], { a: null }, Array.from({ length: 1001 }, () => ({}))],
  ),
  fc.jsonValue({ maxDepth: 3 }),
);
const keys = fc.oneof(
  fc.constantFrom('correlationId', 'phoneNumber', 'items', '__proto__', 'constructor', 'toString', '0'),
  fc.string(),
);

/** One place of a value changed, dropped or joined by another; which one, the numbers decide. */
const changes = fc.array(
  fc.record({
    turns: fc.array(fc.nat(20), { maxLength: 4 }),
    key: keys,
    value: values,
    kind: fc.constantFrom('change', 'drop', 'join'),
  }),
  { maxLength: 3 },
);
type Change = typeof changes extends fc.Arbitrary<(infer One)[]> ? One : never;

function change(value: unknown, { turns: [turn = 0, ...turns], key, value: other, kind }: Change): unknown {
  if (Array.isArray(value)) {
    const at = turn % (value.length + 1);
    if (turns.length === 0 || at === value.length)
      return kind === 'drop'
        ? value.filter((_, i) => i !== at)
        : value.toSpliced(at, kind === 'join' ? 0 : 1, other);
    return value.with(at, change(value[at], { turns, key, value: other, kind }));
  }
  if (!isObject(value)) return other;
  const entries = Object.entries(value);
  const [name, child] = entries[turn % Math.max(1, entries.length)] ?? [key, other];
  const rest = entries.filter(([each]) => each !== name);
  if (kind === 'join') return Object.fromEntries([...entries, [key, other]]);
  if (kind === 'drop') return Object.fromEntries(rest);
  const changed = turns.length === 0 ? other : change(child, { turns, key, value: other, kind });
  return Object.fromEntries([...rest, [name, changed]]);
}

/** As it comes from a wire: `__proto__` is a key like any other. */
const wired = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** More unknown keys than anybody sends. */
const crowd = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`unknown ${n}`, n]));

describe('what is told without a report', () => {
  it.each(bodies)('is what zod says of the $name', ({ schema, example }) => {
    let accepted = 0;
    fc.assert(
      fc.property(changes, (made) => {
        const value = wired(made.reduce(change, example));
        const said = accepts(schema, value);
        if (said) accepted++;
        expect(said).toBe(schema.safeParse(value).success);
        const crowded = isObject(value) ? { ...crowd, ...value } : value;
        expect(accepts(schema, crowded)).toBe(said);
      }),
      { numRuns: 150, examples: [[[]]] },
    );
    expect(accepted).toBeGreaterThan(0);
  });
});

describe('what is told to be flawless', () => {
  const requests = bodies.filter(({ name }) => name.startsWith('request'));

  it.each(requests)(
    'is what neither schema nor advice have a word about, in the $name',
    ({ schema, example }) => {
      fc.assert(
        fc.property(changes, fc.constantFrom('us', 'eu', undefined), (made, region) => {
          const value = wired(made.reduce(change, example));
          if (!isFlawless(schema, value, region)) return;
          expect(refuse(schema, value)).toEqual([]);
          expect(isObject(value) && advise(schema, value, { region, broken: new Set() })).toEqual([]);
        }),
        { numRuns: 150, examples: [[[], 'us']] },
      );
    },
  );

  it('is most of what is right', () => {
    const flawless = requests.filter(({ schema, example }) => isFlawless(schema, example, 'us'));
    expect(flawless.length).toBeGreaterThan(requests.length / 2);
  });
});
