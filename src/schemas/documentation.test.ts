import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  allFields,
  breaking,
  isComposite,
  parameters,
  requestFields,
  responseFields,
} from './every-field.test-support.ts';
import { docOf, unwrap } from './field.ts';

describe('the documentation of fields', () => {
  it('is there for every field of every operation', () => {
    expect(requestFields.length).toBeGreaterThan(120);
    expect(responseFields.length).toBeGreaterThan(300);
    const undocumented = breaking(allFields, ({ doc }) => doc !== undefined && doc.doc !== '');
    expect(undocumented, 'wrap these in text(), oneOf() or document() with a doc').toEqual([]);
  });

  it('is written in whole sentences', () => {
    const clipped = breaking(allFields, ({ doc }) => /^["#A-Z].*\.$/.test(doc?.doc ?? ''));
    expect(clipped, 'begin these with a capital and end them with a full stop').toEqual([]);
  });

  it('has an example for every field of a request that has no fields of its own', () => {
    const missing = breaking(
      [...requestFields, ...parameters],
      (field) => field.doc?.example !== undefined || isComposite(field),
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

  it('names only allowed values in conditions and as what a former value became', () => {
    const known = new Map(requestFields.map(({ where, schema }) => [where, unwrap(schema)]));
    const allows = (field: z.core.$ZodType | undefined, value: string) =>
      field instanceof z.ZodEnum && field.options.includes(value);
    const astray = breaking(requestFields, ({ doc, schema, where, name }) => {
      const beside = (other: string) => known.get(where.slice(0, -name.length) + other);
      const speaksRight = (doc?.conditions ?? []).every(({ when }) =>
        when.every((circumstance) => {
          if (!('field' in circumstance)) return true;
          const values = 'is' in circumstance ? circumstance.is : circumstance.isNot;
          // One rule serves two fields with different values: "none" is unknown to flowType.
          return values.some((value) => allows(beside(circumstance.field), value));
        }),
      );
      const became = Object.entries(doc?.formerValues ?? {});
      return (
        speaksRight &&
        became.every(([old, now]) => allows(unwrap(schema), now) && !allows(unwrap(schema), old))
      );
    });
    expect(astray).toEqual([]);
  });

  it('names only real fields in what an object needs, and the schema holds to it', () => {
    const needy = requestFields.filter(({ doc }) => doc?.needs);
    expect(needy.map(({ where }) => where)).toEqual(['complete request /individual']);
    for (const { schema, doc } of needy) {
      const inner = unwrap(schema);
      if (!(inner instanceof z.ZodObject)) throw new Error('Only an object can need some of its fields.');
      const names = Object.keys(inner.shape);
      for (const set of doc?.needs ?? []) expect(names).toEqual(expect.arrayContaining([...set]));
      expect(inner.safeParse({}).success).toBe(false);
    }
  });

  it('lists no name as a mistake that is itself a field there', () => {
    const clashing = breaking(
      allFields,
      ({ doc, siblings }) => !doc?.alsoCalled?.some((name) => siblings.includes(name)),
    );
    expect(clashing).toEqual([]);
  });

  it('lists no name as a mistake for two fields of one object', () => {
    const plain = (name: string) => name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
    const taken = new Map<string, string>();
    const twice: string[] = [];
    for (const { where, name, doc } of requestFields)
      for (const other of doc?.alsoCalled ?? []) {
        const at = where.slice(0, -name.length) + plain(other);
        if (taken.has(at)) twice.push(`${taken.get(at)} and ${where}: ${other}`);
        taken.set(at, where);
      }
    expect(twice).toEqual([]);
  });

  it('marks every field that holds personal data or a secret, so that masking finds it', () => {
    const telling =
      /^(phoneNumber|mobileNumber|email.*|ipAddress|authToken|client_secret|access_token|refresh_token|ssn|dob|dateOfBirth|nationalId|taxId|firstName|lastName|address|city|extendedAddress|postalCode|zipCode|attributeValue)$/;
    const unmarked = breaking(
      allFields,
      (field) =>
        !telling.test(field.name) ||
        !!field.doc?.sensitivity ||
        isComposite(field) ||
        // Whether a name or address fits is a yes or a number, and tells nothing of the person.
        field.where.includes('/dataSource'),
    );
    expect(unmarked, 'add a `sensitivity` to these').toEqual([]);
  });

  it('marks the items of every list of personal data', () => {
    const lists = allFields.filter(({ name }) => /^(emails|emailAddresses)$/.test(name));
    expect(lists.length).toBeGreaterThan(3);
    for (const { schema, where } of lists) {
      const inner = unwrap(schema);
      expect(inner instanceof z.ZodArray && docOf(inner.element)?.sensitivity, where).toBe('email');
    }
  });

  it('has character sets that are patterns of one character', () => {
    const broken = breaking(allFields, ({ doc }) => {
      if (!doc?.characters) return true;
      const one = new RegExp(`^${doc.characters.pattern}$`, 'u');
      return one.test('1') && !one.test('') && !one.test('11');
    });
    expect(broken).toEqual([]);
  });

  it('dates what changed, and nothing before its operation or after it went', () => {
    const dates = allFields.flatMap(({ doc, where }) =>
      [doc?.since, doc?.removed, doc?.requiredSince].flatMap((date) => (date ? [{ where, date }] : [])),
    );
    expect(dates.length).toBeGreaterThan(40);
    for (const { where, date } of dates) expect(date, where).toMatch(/^20\d\d-[01]\d-[0-3]\d$/);
  });

  it('says the most items of a list where the schema refuses more', () => {
    const limited = allFields.filter(({ doc }) => doc?.maxItems !== undefined);
    expect(limited.map(({ where, doc }) => `${where} ${doc?.maxItems}`)).toEqual([
      'verify-batch request /items 1000',
      'identity-batch-enroll request /items 100',
    ]);
  });
});
