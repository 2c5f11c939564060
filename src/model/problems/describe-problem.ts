import { apiErrorMeanings } from '../../schemas/api-error.ts';
import { fromPointer } from '../body/json-pointer.ts';
import type { Problem, ProblemCode } from './problem.ts';

type Details = Problem['details'];
type Sentence = (field: string, details: Details, problem: Problem) => string;

const shapes: Record<string, string> = {
  email: 'an e-mail address',
  ip: 'an IP address',
  uuid: 'a UUID',
  url: 'an absolute http or https URL',
  phone: 'a phone number (letters, digits and a leading +)',
};

/** What each documented format looks like. */
export const formats: Record<string, string> = {
  dob: 'YYYY-MM-DD, YYYY-MM or MM-DD',
  postalCode: '12345 or 12345-6789',
  ssn: 'all 9 digits or the last 4',
};

const kinds: Record<string, string> = {
  email: 'an e-mail address',
  phone: 'a phone number',
  ssn: 'a social security number',
};

const rules: Record<string, (details: Details) => string> = {
  'field.required': () => 'is missing',
  'field.type': ({ expected }) => `should be ${article(expected)}`,
  'field.enum': ({ allowed }) => `should be one of: ${allowed}`,
};

const article = (word: string | number | undefined) =>
  `${/^[aeiou]/.test(String(word)) ? 'an' : 'a'} ${String(word)}`;

const places: Record<string, string> = { url: ' in the URL', header: ' in a header' };

/** How the variables that nobody types get a value. */
const remedies: Record<string, string> = {
  correlationId: 'no answer has given one yet. Send the first call of a flow, or type one under Variables',
  authToken: 'no answer has given one yet. Send the first call of a flow, or type one under Variables',
  bearerToken: 'fetch a token, or take over a captured one, under Token',
};

/** The sentence of each code. This is the one place with the words of problems; a translation replaces it. */
const sentences: Record<ProblemCode, Sentence> = {
  'body.missing': () => 'This operation needs a body, and there is none.',
  'body.syntax': () => 'This is not JSON from here on.',
  'body.not-object': () => 'The body should be a JSON object.',
  'body.duplicate-key': (field) => `“${field}” stands twice; the last one counts.`,
  'body.content-type': (_, { expected }) => `The body should be sent as ${expected}.`,
  'body.too-large': (_, { limit }) => `The body is over ${Number(limit) / 1024} KB; the API refuses that.`,
  'field.required': (field, { instead }) =>
    `“${field}” is required and missing${instead === undefined ? '' : ` (or else ${instead})`}.`,
  'field.type': (field, { expected }) => `“${field}” should be ${article(expected)}.`,
  'field.enum': (field, { allowed }) => `“${field}” should be one of: ${allowed}.`,
  'field.characters': (field, { allowed }) => `“${field}” may hold ${allowed} only.`,
  'field.length': (field, { limit, of }) =>
    of === 'items'
      ? `“${field}” has more than ${limit} items.`
      : `“${field}” is longer than ${limit} characters.`,
  'field.format': (field, { format }) =>
    `“${field}” should look like ${formats[String(format)] ?? 'documented'}.`,
  'field.empty': (field) => `“${field}” is empty; leave it out instead.`,
  'field.shape': (field, { shape }) => `“${field}” does not look like ${shapes[String(shape)]}.`,
  'field.unknown': (field, _, { suggestion }) =>
    `“${field}” is not a field of this operation.${suggestion ? ` Did you mean “${suggestion}”?` : ''}`,
  'field.private-address': (field) =>
    `“${field}” is a private or loopback address, which no customer's device can have or reach.`,
  'id.guid': (field) => `“${field}” is no GUID; Prove advises one.`,
  'id.personal-data': (field, { kind }) =>
    `“${field}” seems to hold ${kinds[String(kind)]}; ids must hold no personal data.`,
  'mfa.target-url-required': (field) =>
    `“${field}” is required on “desktop”: it is where the Instant Link ends.`,
  'mfa.target-url-unused': (field) => `“${field}” is only used on “desktop”.`,
  'mfa.phone-not-allowed': (field) =>
    `“${field}” is not allowed with possessionType “none”; send it with the bind call.`,
  'mfa.phone-required-eu': (field) => `“${field}” is required on EU hosts.`,
  'sms.placeholder': (field, { runs }) =>
    Number(runs) > 1
      ? `“${field}” has more than one place for the code; keep a single run of four to six #.`
      : `“${field}” has no place for the link or code: put a run of four to six # there.`,
  'sms.length': (field, { limit }) =>
    `“${field}” is longer than ${limit} characters, which later versions refuse.`,
  'auth.missing': () => 'There is no Authorization header; this operation needs a bearer token.',
  'host.region': (_, { region }) =>
    `This operation is not documented on the hosts of this region${region === undefined ? '' : ` (${String(region).toUpperCase()})`}.`,
  'flow.correlation-id-missing': () => 'Without a correlationId this call belongs to no flow.',
  'flow.correlation-id-unknown': () => 'No captured answer returned this correlationId.',
  'flow.correlation-id-reused': (_, { kind }) =>
    kind === undefined
      ? 'Another first call returned this correlationId already.'
      : `This correlationId belongs to a flow of another kind (${kind}).`,
  'flow.expired': (_, { minutes }) => `The flow is over: a correlationId lives ${minutes} minutes.`,
  'flow.after-end': (_, { success }) => `The flow had already ended with “${success}”.`,
  'flow.out-of-order': (_, { next }) =>
    next === undefined || next === ''
      ? 'The last answer of the flow does not name this operation as one that may follow.'
      : `The last answer of the flow named what may follow: ${next}, and not this operation.`,
  'flow.bind-early': () => 'No status has answered “possession_required” before this bind.',
  'flow.phone-not-allowed': (field, { possessionType }) =>
    `“${field}” is only allowed when the flow began with possessionType “none”${possessionType === undefined ? '' : `; this one began with “${possessionType}”`}.`,
  'flow.phone-required': (field) =>
    `“${field}” is required here: you checked possession yourself (possessionType “none”).`,
  'flow.polling-fast': (_, { times }) =>
    `Status was asked ${times} times less than a second after the last; 2 seconds is plenty.`,
  'flow.truthy-success': () => 'success is the string "false": an “if (success)” would take it as true.',
  'response.shape': (field, { rule, ...details }) =>
    field === '' || rule === undefined
      ? 'The answer is not the JSON object that is documented.'
      : `In the answer, “${field}” ${(rules[String(rule)] ?? (() => 'is not as documented'))(details)}.`,
  'response.refused': (_, { code, status }) =>
    `The body is right by the documents, yet the API refused it: ${status}, code ${code}${meaningOf(code)}.`,
  'variable.unknown': (_, { name, where }) =>
    `“{{${name}}}”${places[String(where)] ?? ''} has no value: ${remedies[String(name)] ?? 'give it one under Variables'}.`,
};

function meaningOf(code: string | number | undefined): string {
  const meaning = apiErrorMeanings.get(Number(code));
  return meaning ? ` (${meaning})` : '';
}

/** What a problem is, in one sentence that names fields and rules and never a captured value. */
export function describeProblem(problem: Problem): string {
  return sentences[problem.code](fieldName(problem.path), problem.details, problem);
}

/**
 * `/items/0/phoneNumber` as people write it: items[0].phoneNumber; `?limit` and `{proveId}` are parameters of
 * the URL. Names are cut at 60 characters, and what is no name is not repeated: it may be personal data.
 */
function fieldName(pointer: string): string {
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
