import fc from 'fast-check';
import { expect, it } from 'vitest';
import { operations } from '../../schemas/operations.ts';
import { applyEdits } from '../body/text-edit.ts';
import { completeJson } from './complete-json.ts';

const around = { newGuid: () => '00000000-0000-4000-8000-000000000000' };
const withBody = operations.filter(({ exampleRequest, bodyKind }) => exampleRequest && bodyKind === 'json');
const blanks = fc.constantFrom('', ' ', '\n', '\r\n\t', '  ');

/** The documented example of an operation in any layout, some members left out, with a place in it. */
const bodies = fc.constantFrom(...withBody).chain((operation) =>
  fc
    .tuple(fc.subarray(Object.entries(operation.exampleRequest ?? {})), fc.nat(4), blanks, blanks)
    .map(([members, indent, before, after]) => ({
      operation,
      text: before + JSON.stringify(Object.fromEntries(members), null, indent) + after,
    }))
    .chain(({ operation: own, text }) =>
      fc.record({ operation: fc.constant(own), text: fc.constant(text), offset: fc.nat(text.length) }),
    ),
);

const snippets = fc.constantFrom(
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    '\n',
    ' ',
    'true',
    '12',
    '"possessionType"',
    '"mobile"',
    '{{now}}',
  ],
  ...['//', '/*', "'", '\u2028', '\ud800', 'phone', '"rules":[{', '"items":[{"'],
);
const anything = fc.array(snippets, { maxLength: 30 }).map((parts) => parts.join(''));

it('never throws, and edits and selects within the text, whatever it is', () => {
  let offers = 0;
  fc.assert(
    fc.property(fc.constantFrom(...withBody), anything, fc.nat(100), (operation, text, at) => {
      const completion = completeJson(operation, text, Math.min(at, text.length), around);
      if (!completion) return;
      offers += completion.offers.length;
      expect(completion.written.from).toBeLessThanOrEqual(completion.written.to);
      for (const { edits, select } of completion.offers) {
        for (const { from, to } of edits) {
          expect(from).toBeLessThanOrEqual(to);
          expect(to).toBeLessThanOrEqual(text.length);
        }
        expect(select.from).toBeLessThanOrEqual(select.to);
        expect(select.to).toBeLessThanOrEqual(applyEdits(text, edits).length);
      }
    }),
    { numRuns: 1000 },
  );
  expect(offers).toBeGreaterThan(50);
});

it('what is taken leaves valid JSON where it was valid', () => {
  let offers = 0;
  fc.assert(
    fc.property(bodies, ({ operation, text, offset }) => {
      for (const { edits } of completeJson(operation, text, offset, around)?.offers ?? []) {
        offers++;
        const after = applyEdits(text, edits);
        expect(() => JSON.parse(after), after).not.toThrow();
      }
    }),
    { numRuns: 400 },
  );
  expect(offers).toBeGreaterThan(50);
});

it('a name that is taken is new, and stands with all that was there', () => {
  fc.assert(
    fc.property(bodies, ({ operation, text, offset }) => {
      const completion = completeJson(operation, text, offset, around);
      if (completion?.begun) return;
      for (const { kind, label, edits } of completion?.offers ?? []) {
        if (kind !== 'field') continue;
        const added = namesIn(JSON.parse(applyEdits(text, edits)));
        for (const name of namesIn(JSON.parse(text))) added.splice(added.indexOf(name), 1);
        expect(added).toEqual([label]);
      }
    }),
    { numRuns: 400 },
  );
});

it('a body that is broken off anywhere can be gone on with', () => {
  fc.assert(
    fc.property(bodies, ({ operation, text, offset }) => {
      const begun = text.slice(0, offset);
      for (const { kind, label, edits } of completeJson(operation, begun, offset, around)?.offers ?? []) {
        if (kind !== 'field') continue;
        const after = applyEdits(begun, edits);
        expect(after.startsWith(begun.slice(0, Math.min(...edits.map(({ from }) => from))))).toBe(true);
        expect(after).toContain(JSON.stringify(label));
      }
    }),
    { numRuns: 400 },
  );
});

it('a deep and hostile text costs no more than its length', () => {
  const [operation] = withBody;
  if (!operation) return;
  for (const text of ['['.repeat(100_000), '{"a":'.repeat(30_000), '[}'.repeat(50_000), '{]'.repeat(50_000)])
    for (const offset of [0, text.length >> 1, text.length])
      expect(() => completeJson(operation, text, offset, around)).not.toThrow();
});

function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return [...own, ...Object.values(value).flatMap(namesIn)];
}
