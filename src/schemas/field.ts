import { z } from './zod.ts';

/** What a field holds about a person or lets somebody do; decides how masking replaces it. */
export type Sensitivity = 'phone' | 'ssn' | 'dob' | 'name' | 'email' | 'address' | 'ip' | 'token' | 'secret';

/** A documented set of characters. `pattern` matches one allowed character (with the `u` flag). */
export interface CharacterSet {
  pattern: string;
  words: string;
  /** `warning` where real values use characters that the documents leave out. */
  severity: 'error' | 'warning';
}

/** A documented format: a break is an error. */
export type Format = 'dob' | 'postalCode' | 'ssn';

/** What a field's meaning suggests, without a rule in the documents: a break is a warning. */
export type Shape = 'email' | 'ip' | 'uuid' | 'url' | 'phone';

/** The state of a sibling field, or the region of the host that is called. */
export type Circumstance =
  | { field: string; is: readonly string[] }
  | { field: string; isNot: readonly string[] }
  | { missing: string }
  | { region: 'eu' };

/** A rule between a field and the rest of its body: `demand` holds when every circumstance of `when` does. */
export interface Condition {
  code: ConditionCode;
  demand: 'present' | 'absent';
  when: readonly Circumstance[];
}

export type ConditionCode =
  | 'field.required'
  | 'mfa.target-url-required'
  | 'mfa.target-url-unused'
  | 'mfa.phone-not-allowed'
  | 'mfa.phone-required-eu';

/** All that is known of one field; problems, hover texts, templates and the reference are derived from it. */
export interface FieldDoc {
  /** One or two sentences, plain text. */
  doc: string;
  example?: unknown;
  characters?: CharacterSet;
  /** In characters (Unicode code points); `warning` where the length is documented for a sibling only. */
  maxLength?: { limit: number; severity: 'error' | 'warning' };
  format?: Format;
  shape?: Shape;
  /** Values seen or documented elsewhere, where the documents of this field state no closed list. */
  knownValues?: readonly string[];
  /** Former values of a closed list, with what each became. */
  formerValues?: Readonly<Record<string, string>>;
  /** The keys of a map that the documents name; others are possible. */
  knownKeys?: readonly string[];
  /** The most items of a list; more are refused. */
  maxItems?: number;
  /** For an object: at least one of these sets of its fields must be there, all of the set. */
  needs?: Needs;
  /** An id of the client's own: a GUID is advised, personal data is not. */
  clientId?: true;
  /** The text of a message with a place for the code. */
  smsTemplate?: true;
  conditions?: readonly Condition[];
  /** Former names and names that integrators use by mistake. */
  alsoCalled?: readonly string[];
  sensitivity?: Sensitivity;
  /** ISO date of the release that added the field, where that was after its operation. */
  since?: string;
  /** ISO date of the release that dropped the field. */
  removed?: string;
  /** ISO date since when the field may not be left out, where that was once allowed. */
  requiredSince?: string;
}

/** Sets of fields, of which one is enough: `[['firstName', 'lastName'], ['ssn']]`. */
export type Needs = readonly (readonly string[])[];

/** Where every field's documentation is kept, by its zod schema. */
export const fieldDocs = z.registry<FieldDoc>();

/** The code that a broken rule of a zod schema carries in its issue's `params`. */
export type RuleCode = 'field.characters' | 'field.length' | 'field.format' | 'field.required';

const FORMATS: Record<Format, RegExp> = {
  dob: /^(\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))$/,
  postalCode: /^\d{5}(-\d{4})?$/,
  ssn: /^(\d{4}|\d{9})$/,
};

/** The length of a text as people count it: in code points, so that an emoji is one. */
export const characterCount = (text: string): number => {
  let count = 0;
  for (const _ of text) count++;
  return count;
};

/**
 * A documented string field. Rules that the documents state become checks of the schema;
 * rules that only advise stay in the documentation and are read by the problem engine.
 */
export function text(doc: FieldDoc): z.ZodString {
  const checks = textRules(doc).map(({ code, isBroken }) =>
    z.check<string>((ctx) => {
      if (isBroken(ctx.value)) ctx.issues.push({ code: 'custom', params: { code }, input: ctx.value });
    }),
  );
  return document(z.string().check(...checks), doc);
}

/** A rule about a text that the documents state. */
export interface TextRule {
  code: RuleCode;
  isBroken: (value: string) => boolean;
}

/** The rules that `text` makes checks of. */
export function textRules({ characters, maxLength, format }: FieldDoc): TextRule[] {
  const rules: TextRule[] = [];
  const rule = (code: RuleCode, isBroken: TextRule['isBroken']) => rules.push({ code, isBroken });
  if (characters?.severity === 'error') {
    const allowed = new RegExp(`^${characters.pattern}*$`, 'u');
    rule('field.characters', (value) => !allowed.test(value));
  }
  // A code point is one or two units: most texts are short enough without counting.
  if (maxLength?.severity === 'error')
    rule(
      'field.length',
      (value) => value.length > maxLength.limit && characterCount(value) > maxLength.limit,
    );
  if (format) rule('field.format', (value) => value !== '' && !FORMATS[format].test(value));
  return rules;
}

/** A documented field with a closed list of values. */
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T, doc: FieldDoc) =>
  document(z.enum(values), doc);

/** A documented field that is true or false. */
export const flag = (doc: FieldDoc) => document(z.boolean(), doc);

/** A documented whole number. */
export const integer = (doc: FieldDoc) => document(z.int(), doc);

/** A documented list; more items than `maxItems` are refused. */
export const list = <T extends z.ZodType>(item: T, doc: FieldDoc) =>
  document(doc.maxItems === undefined ? z.array(item) : z.array(item).max(doc.maxItems), doc);

/** A documented object whose keys are free. */
export const map = <T extends z.ZodType>(value: T, doc: FieldDoc) =>
  document(z.record(z.string(), value), doc);

/** Attaches documentation to any schema: the way for objects. */
export const document = <T extends z.ZodType>(schema: T, doc: FieldDoc): T => {
  fieldDocs.add(schema, doc);
  return schema;
};

/** A body: unknown keys are let through, since they are a warning and not a refusal. */
export const body = <T extends z.ZodRawShape>(shape: T) => z.looseObject(shape);

/**
 * A body, or a part of one, of which at least one set of fields must be there. Where none is, the fields
 * that the nearest set lacks are reported as missing.
 */
export const needing = <T extends z.ZodObject>(schema: T, needs: Needs): T =>
  schema.check(
    z.check<z.output<T>>((ctx) => {
      const value: Readonly<Record<string, unknown>> = ctx.value;
      const gaps = needs.map((set) => set.filter((name) => value[name] === undefined));
      const fewest = Math.min(...gaps.map((gap) => gap.length));
      if (fewest === 0) return;
      const nearest = gaps.findIndex((gap) => gap.length === fewest);
      const instead = needs
        .filter((_, index) => index !== nearest)
        .map((set) => set.join(' and '))
        .join(', or ');
      for (const name of gaps[nearest] ?? [])
        ctx.issues.push({
          code: 'custom',
          params: { code: 'field.required', instead },
          path: [name],
          input: ctx.value,
        });
    }),
  );

/** The schema inside `optional()` wrappers. */
export const unwrap = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodOptional ? unwrap(schema.unwrap()) : schema;

/** The documentation of a field, or undefined for a schema that has none. */
export const docOf = (schema: z.core.$ZodType): FieldDoc | undefined => fieldDocs.get(unwrap(schema));
