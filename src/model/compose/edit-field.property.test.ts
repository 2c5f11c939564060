import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Operation } from '../../schemas/operation.ts';
import { operations } from '../../schemas/operations.ts';
import { parentPointer, toPointer } from '../body/json-pointer.ts';
import { mapJson } from '../body/json-text.ts';
import { isObject } from '../is-object.ts';
import { valueAt } from '../routes/envelope.ts';
import { editField, type FieldEdit } from './edit-field.ts';
import { type FieldRow, readFieldRows } from './field-rows.ts';
import { putStandIns } from './stand-ins.ts';

const withBody = operations.filter(({ bodyKind }) => bodyKind === 'json');
const names = withBody.flatMap(({ request }) => Object.keys(request?.shape ?? {}));
const keys = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...names, 'firstName', 'city', 'addresses', 'attributeType') },
  fc.constantFrom('__proto__', 'constructor', '', 'a/b', 'a~b', '0'),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);
const blanks = fc.constantFrom('', ' ', '\n', '\r\n', '\r', '\n  ', '\r\n\t', ' \t\n\n    ');
const scalars = fc
  .oneof(
    fc.constantFrom('mobile', '2001004011', '', '{{phone}}', null, true, false, 0, -1.5e300),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  )
  .map((value) => JSON.stringify(value))
  .chain((json) => fc.constantFrom(json, json, json, '{{flag}}'));

/** JSON as people and programs write it and as they do not: any blanks anywhere, keys that stand twice. */
const { object: objects } = fc.letrec<{ value: string; object: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    { weight: 4, arbitrary: scalars },
    tie('object'),
    fc
      .tuple(fc.array(tie('value'), { maxLength: 3 }), blanks, blanks)
      .map(([items, before, after]) => `[${before}${items.join(`${after},${before}`)}${after}]`),
  ),
  object: fc
    .tuple(fc.array(fc.tuple(keys, tie('value')), { maxLength: 5 }), blanks, blanks, blanks)
    .map(([members, before, colon, after]) => {
      const written = members.map(([key, json]) => `${JSON.stringify(key)}${colon}:${colon}${json}`);
      return `{${before}${written.join(`${after},${before}`)}${after}}`;
    }),
}));
const bodies = fc.tuple(blanks, objects, blanks).map((parts) => parts.join(''));
const choices = fc.nat();
const given = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 6 }), fc.boolean(), fc.integer());

const allRows = (rows: readonly FieldRow[]): FieldRow[] => rows.flatMap((row) => [row, ...allRows(row.rows)]);

/** Rows of a body, whatever it says. */
function rowsOf(operation: Operation, text: string): FieldRow[] {
  const reading = readFieldRows(operation, text);
  return reading?.state === 'read' ? allRows(reading.rows) : [];
}

const edits = fc
  .tuple(fc.constantFrom(...withBody), bodies, choices, fc.constantFrom('set', 'append', 'remove'), given)
  .map(([operation, text, choice, what, value]) => {
    const rows = rowsOf(operation, text).filter(
      ({ control }) => what === 'remove' || (what === 'append') === (control === 'list'),
    );
    const path = rows[choice % rows.length]?.path;
    const edit: FieldEdit | undefined =
      path === undefined
        ? undefined
        : what === 'remove'
          ? { do: 'remove', path }
          : { do: what === 'append' ? 'append' : 'set', path, value };
    return { operation, text, edit };
  });

/** Variables that stand for whole values are values like any other. */
const parse = (text: string): unknown => JSON.parse(putStandIns(text));

/** Pointers of all that holds nothing further. */
function leaves(value: unknown, path: readonly PropertyKey[] = []): string[] {
  const inner = Array.isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  if (inner.length === 0) return [toPointer(path)];
  return inner.flatMap(([step, item]) => leaves(item, [...path, step]));
}

/** What stands in a text for each of the pointers: key and value, byte for byte. */
function bytesOf(text: string, pointers: readonly string[]): string[] {
  const { places } = mapJson(putStandIns(text), pointers);
  return pointers.map((pointer) => {
    const place = places.get(pointer);
    return place ? text.slice((place.key ?? place.value).from, place.value.to) : 'missing';
  });
}

const isWithin = (path: string, outer: string) => `${path}/`.startsWith(`${outer}/`);

it('an edit of any row of any body is read back, and every other member keeps its bytes', () => {
  let made = 0;
  fc.assert(
    fc.property(edits, ({ operation, text, edit }) => {
      if (!edit) return;
      const before: unknown = parse(text);
      const was = valueAt(before, edit.path);
      const after = editField(text, edit);
      const value: unknown = parse(after);
      const now = valueAt(value, edit.path);
      const odd = rowsOf(operation, text).some(
        ({ path, state }) => state === 'odd' && path !== edit.path && isWithin(edit.path, path),
      );
      expect(odd, 'an odd value has no rows within').toBe(false);
      if (edit.do === 'set') expect(now).toBe(edit.value);
      if (edit.do === 'append' && (was === undefined || Array.isArray(was)))
        expect(now).toEqual([...(was ?? []), edit.value]);
      const inList = Array.isArray(valueAt(before, parentPointer(edit.path)));
      if (edit.do === 'remove' && !inList) expect(now).toBeUndefined();
      if (edit.do === 'remove' && inList)
        expect(valueAt(value, parentPointer(edit.path))).toHaveLength(
          Object.keys(Object(valueAt(before, parentPointer(edit.path)))).length - 1,
        );
      const around = edit.do === 'remove' && inList ? parentPointer(edit.path) : edit.path;
      const others = leaves(before).filter((path) => !isWithin(path, around) && !isWithin(around, path));
      expect(bytesOf(after, others)).toEqual(bytesOf(text, others));
      if (after !== text) made++;
    }),
    { numRuns: 1200 },
  );
  expect(made).toBeGreaterThan(50);
});

it('setting what is there already, or removing what is not, changes nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...withBody), bodies, (operation, text) => {
      const value: unknown = parse(text);
      for (const { path, state, rows } of rowsOf(operation, text)) {
        if (state === 'unset') expect(editField(text, { do: 'remove', path })).toBe(text);
        else if (rows.length === 0 && typeof valueAt(value, path) !== 'object')
          expect(editField(text, { do: 'set', path, value: valueAt(value, path) })).toBe(text);
      }
    }),
    { numRuns: 500 },
  );
});

it('a member that is added is all that is added: without it the text is as it was', () => {
  fc.assert(
    fc.property(edits, ({ text, edit }) => {
      if (edit?.do !== 'set' || valueAt(parse(text), edit.path) !== undefined) return;
      const after = editField(text, edit);
      let same = 0;
      while (same < text.length && text[same] === after[same]) same++;
      const tail = text.slice(same);
      // Blanks of an empty object give way.
      expect(after.endsWith(tail) || after.endsWith(tail.trimStart())).toBe(true);
    }),
    { numRuns: 600 },
  );
});

it('rows and edits never throw, whatever the text', () => {
  const anything = fc.oneof(bodies, fc.string({ unit: 'binary', maxLength: 40 }));
  const paths = fc.constantFrom('', '/phoneNumber', '/individual/dob', '/items/0/phoneNumber', '/0', '/-');
  fc.assert(
    fc.property(fc.constantFrom(...operations), anything, paths, given, (operation, text, path, value) => {
      readFieldRows(operation, text);
      editField(text, { do: 'set', path, value });
      editField(text, { do: 'append', path, value });
      editField(text, { do: 'remove', path });
    }),
  );
});

it('a value that is nested too deeply to be walked is shown as odd, and can be replaced', () => {
  const deep = `{"phoneNumber":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
  const mfa = operations.find(({ id }) => id === 'mfa');
  expect(mfa && rowsOf(mfa, deep).find(({ name }) => name === 'phoneNumber')).toMatchObject({
    state: 'odd',
    text: '[…]',
  });
  expect(editField(deep, { do: 'set', path: '/phoneNumber', value: '1' })).toBe('{"phoneNumber":"1"}');
});
