import { apiErrorMeanings } from '../../schemas/api-error.ts';
import { fromPointer } from '../body/json-pointer.ts';
import { t, tn } from '../words/words.ts';
import type { Problem, ProblemCode } from './problem.ts';

type Details = Problem['details'];
type Sentence = (field: string, details: Details, problem: Problem) => string;

const shapes: Record<string, () => string> = {
  email: () => t('an e-mail address'),
  ip: () => t('an IP address'),
  uuid: () => t('a UUID'),
  url: () => t('an absolute http or https URL'),
  phone: () => t('a phone number (letters, digits and a leading +)'),
};

/** What each documented format looks like. */
export const formats: Record<string, () => string> = {
  dob: () => t('YYYY-MM-DD, YYYY-MM or MM-DD'),
  postalCode: () => t('12345 or 12345-6789'),
  ssn: () => t('all 9 digits or the last 4'),
};

const kinds: Record<string, () => string> = {
  email: () => t('an e-mail address'),
  phone: () => t('a phone number'),
  ssn: () => t('a social security number'),
};

const types: Record<string, () => string> = {
  string: () => t('a string'),
  number: () => t('a number'),
  'whole number': () => t('a whole number'),
  boolean: () => t('a boolean'),
  object: () => t('an object'),
  array: () => t('an array'),
};

type Detail = string | number | undefined;

const typeOf = (type: Detail): string =>
  type === undefined
    ? t('of the documented type')
    : (types[String(type)]?.() ?? t('of type {type}', { type }));

/** The signs that a field may hold: the documentation names them in English, as `letters, digits and + -`. */
export function characterWords(words: string): string {
  const [, letters, signs] = /^(letters, )?digits and (.*)$/.exec(words) ?? [];
  if (signs === undefined) return words;
  return letters ? t('letters, digits and {signs}', { signs }) : t('digits and {signs}', { signs });
}

/** Wrong values in answers, by the rule that they break. */
const rules: Record<string, (field: string, details: Details) => string> = {
  'field.required': (field) => t('In the answer, “{field}” is missing.', { field }),
  'field.type': (field, { expected }) =>
    t('In the answer, “{field}” should be {type}.', { field, type: typeOf(expected) }),
  'field.enum': (field, { allowed }) =>
    t('In the answer, “{field}” should be one of: {allowed}.', { field, allowed }),
};

/** How a variable without a value gets one. */
function remedyOf(name: Detail): string {
  switch (name) {
    case 'correlationId':
    case 'authToken':
      return t('no answer has given one yet. Send the first call of a flow, or type one under Variables');
    case 'bearerToken':
      return t('fetch a token, or take over a captured one, under Token');
    default:
      return t('give it one under Variables');
  }
}

/** The sentence of each code. This is the one place with the words of problems; a translation replaces it. */
const sentences: Record<ProblemCode, Sentence> = {
  'body.missing': () => t('This operation needs a body, and there is none.'),
  'body.syntax': () => t('This is not JSON from here on.'),
  'body.not-object': () => t('The body should be a JSON object.'),
  'body.duplicate-key': (field) => t('“{field}” stands twice; the last one counts.', { field }),
  'body.content-type': (_, { expected }) => t('The body should be sent as {expected}.', { expected }),
  'body.too-large': (_, { limit }) =>
    t('The body is over {limit} KB; the API refuses that.', { limit: Number(limit) / 1024 }),
  'field.required': (field, { instead }) =>
    instead === undefined
      ? t('“{field}” is required and missing.', { field })
      : t('“{field}” is required and missing (or else {instead}).', { field, instead }),
  'field.type': (field, { expected }) => t('“{field}” should be {type}.', { field, type: typeOf(expected) }),
  'field.enum': (field, { allowed }) => t('“{field}” should be one of: {allowed}.', { field, allowed }),
  'field.characters': (field, { allowed }) =>
    t('“{field}” may hold {characters} only.', { field, characters: characterWords(String(allowed)) }),
  'field.length': (field, { limit, of }) =>
    of === 'items'
      ? tn(
          Number(limit),
          { one: '“{field}” has more than {count} item.', other: '“{field}” has more than {count} items.' },
          { field },
        )
      : tn(
          Number(limit),
          {
            one: '“{field}” is longer than {count} character.',
            other: '“{field}” is longer than {count} characters.',
          },
          { field },
        ),
  'field.format': (field, { format }) =>
    formats[String(format)] === undefined
      ? t('“{field}” should look like documented.', { field })
      : t('“{field}” should look like {format}.', { field, format: formats[String(format)]?.() }),
  'field.empty': (field) => t('“{field}” is empty; leave it out instead.', { field }),
  'field.shape': (field, { shape }) =>
    t('“{field}” does not look like {shape}.', { field, shape: shapes[String(shape)]?.() }),
  'field.unknown': (field, _, { suggestion }) =>
    suggestion
      ? t('“{field}” is not a field of this operation. Did you mean “{suggestion}”?', { field, suggestion })
      : t('“{field}” is not a field of this operation.', { field }),
  'field.private-address': (field) =>
    t("“{field}” is a private or loopback address, which no customer's device can have or reach.", { field }),
  'id.guid': (field) => t('“{field}” is no GUID; Prove advises one.', { field }),
  'id.personal-data': (field, { kind }) =>
    t('“{field}” seems to hold {kind}; ids must hold no personal data.', {
      field,
      kind: kinds[String(kind)]?.(),
    }),
  'mfa.target-url-required': (field) =>
    t('“{field}” is required on “desktop”: it is where the Instant Link ends.', { field }),
  'mfa.target-url-unused': (field) => t('“{field}” is only used on “desktop”.', { field }),
  'mfa.phone-not-allowed': (field) =>
    t('“{field}” is not allowed with possessionType “none”; send it with the bind call.', { field }),
  'mfa.phone-required-eu': (field) => t('“{field}” is required on EU hosts.', { field }),
  'sms.placeholder': (field, { runs }) =>
    Number(runs) > 1
      ? t('“{field}” has more than one place for the code; keep a single run of four to six #.', { field })
      : t('“{field}” has no place for the link or code: put a run of four to six # there.', { field }),
  'sms.length': (field, { limit }) =>
    tn(
      Number(limit),
      {
        one: '“{field}” is longer than {count} character, which later versions refuse.',
        other: '“{field}” is longer than {count} characters, which later versions refuse.',
      },
      { field },
    ),
  'auth.missing': () => t('There is no Authorization header; this operation needs a bearer token.'),
  'host.region': (_, { region }) =>
    region === undefined
      ? t('This operation is not documented on the hosts of this region.')
      : t('This operation is not documented on the hosts of this region ({region}).', {
          region: String(region).toUpperCase(),
        }),
  'flow.correlation-id-missing': () => t('Without a correlationId this call belongs to no flow.'),
  'flow.correlation-id-unknown': () => t('No captured answer returned this correlationId.'),
  'flow.correlation-id-reused': (_, { kind }) =>
    kind === undefined
      ? t('Another first call returned this correlationId already.')
      : t('This correlationId belongs to a flow of another kind ({kind}).', { kind }),
  'flow.expired': (_, { minutes }) =>
    tn(Number(minutes), {
      one: 'The flow is over: a correlationId lives {count} minute.',
      other: 'The flow is over: a correlationId lives {count} minutes.',
    }),
  'flow.after-end': (_, { success }) => t('The flow had already ended with “{success}”.', { success }),
  'flow.out-of-order': (_, { next }) =>
    next === undefined || next === ''
      ? t('The last answer of the flow does not name this operation as one that may follow.')
      : t('The last answer of the flow named what may follow: {next}, and not this operation.', { next }),
  'flow.bind-early': () => t('No status has answered “possession_required” before this bind.'),
  'flow.phone-not-allowed': (field, { possessionType }) =>
    possessionType === undefined
      ? t('“{field}” is only allowed when the flow began with possessionType “none”.', { field })
      : t(
          '“{field}” is only allowed when the flow began with possessionType “none”; this one began with “{possessionType}”.',
          { field, possessionType },
        ),
  'flow.phone-required': (field) =>
    t('“{field}” is required here: you checked possession yourself (possessionType “none”).', { field }),
  'flow.polling-fast': (_, { times }) =>
    tn(Number(times), {
      one: 'Status was asked {count} time less than a second after the last; 2 seconds is plenty.',
      other: 'Status was asked {count} times less than a second after the last; 2 seconds is plenty.',
    }),
  'flow.truthy-success': () => t('success is the string "false": an “if (success)” would take it as true.'),
  'response.shape': (field, { rule, ...details }) =>
    field === '' || rule === undefined
      ? t('The answer is not the JSON object that is documented.')
      : (rules[String(rule)]?.(field, details) ??
        t('In the answer, “{field}” is not as documented.', { field })),
  'response.refused': (_, { code, status }) => {
    const meaning = apiErrorMeanings.get(Number(code));
    return meaning === undefined
      ? t('The body is right by the documents, yet the API refused it: {status}, code {code}.', {
          status,
          code,
        })
      : t('The body is right by the documents, yet the API refused it: {status}, code {code} ({meaning}).', {
          status,
          code,
          meaning,
        });
  },
  'variable.unknown': (_, { name, where }) => {
    const values = { variable: `{{${name}}}`, remedy: remedyOf(name) };
    if (where === 'url') return t('“{variable}” in the URL has no value: {remedy}.', values);
    return where === 'header'
      ? t('“{variable}” in a header has no value: {remedy}.', values)
      : t('“{variable}” has no value: {remedy}.', values);
  },
};

/** What a problem is, in one sentence that names fields and rules and never a captured value. */
export function describeProblem(problem: Problem): string {
  return sentences[problem.code](fieldName(problem.path), problem.details, problem);
}

/**
 * `/items/0/phoneNumber` as people write it: items[0].phoneNumber; `?limit` and `{proveId}` are parameters of
 * the URL. Names are cut at 60 characters, and what is no name is not repeated: it may be personal data.
 */
export function fieldName(pointer: string): string {
  const [, parameter] = /^(?:\?|\{)(.*?)\}?$/s.exec(pointer) ?? [];
  const steps = parameter === undefined ? fromPointer(pointer) : [parameter];
  const name = steps.reduce(
    (path, step) =>
      /^\d{1,6}$/.test(step) && path ? `${path}[${step}]` : path ? `${path}.${shown(step)}` : shown(step),
    '',
  );
  return name.length > 60 ? `${name.slice(0, 59)}…` : name;
}

/** A key where it may be the name of a field: one word, without the digits of a number or a date. */
const shown = (key: string): string =>
  /^[A-Za-z_$][\w$.-]*$/.test(key) && !/\d{4}/.test(key) && key.replace(/\D/g, '').length < 6 ? key : '…';
