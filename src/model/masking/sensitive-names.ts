import { apiError } from '../../schemas/api-error.ts';
import { docOf, type Sensitivity, unwrap } from '../../schemas/field.ts';
import { operations } from '../../schemas/operations.ts';
import { z } from '../../schemas/zod.ts';

/** A name without case style: `phone_number` and `phoneNumber` are the same field. */
const plainName = (name: string) => name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();

/** Every field that V3 has, in any operation and either direction, with what it holds. */
const known = new Map<string, Sensitivity | 'harmless'>();

for (const { request, response, pathParameters, queryParameters } of operations)
  for (const schema of [request, response, pathParameters, queryParameters]) if (schema) learn(schema);
learn(apiError);

function learn(schema: z.core.$ZodType) {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) learn(inner.element);
  else if (inner instanceof z.ZodRecord) learn(inner.valueType);
  else if (inner instanceof z.ZodObject)
    for (const [name, field] of Object.entries(inner.shape)) {
      const doc = docOf(field);
      for (const spelling of [name, ...(doc?.alsoCalled ?? [])]) {
        const key = plainName(spelling);
        // What is sensitive in one operation is so in all.
        if (doc?.sensitivity) known.set(key, doc.sensitivity);
        else if (!known.has(key)) known.set(key, 'harmless');
      }
      learn(field);
    }
}

/** Names that are not V3's, by what they seem to hold. The first that fits counts. */
const guesses: readonly (readonly [RegExp, Sensitivity])[] = [
  [/secret|passw|pwd|credential|apikey|privatekey|^pin$|otp|passcode/, 'secret'],
  [/token|jwt|auth|cookie|session|signature|^sig$|csrf|xsrf/, 'token'],
  [/mail/, 'email'],
  [/phone|mobile|msisdn|cellular|^cell$|^tel$|^mdn$/, 'phone'],
  [
    /^ssn|ssn$|^last(4|four)|socialsec|nationalid|taxid|passport|licen[cs]e|iban|cardnumber|accountnumber/,
    'ssn',
  ],
  [/birth|^dob$/, 'dob'],
  [/^ip$|ipaddr|remoteaddr/, 'ip'],
  [/street|address|city|zip|post(al)?code|^lat$|^lon$|^lng$|latitude|longitude/, 'address'],
  [/^(full|first|last|given|family|middle|maiden|user|customer|display)?name$|surname/, 'name'],
];

/** One look tells most names from all of them. */
const anyGuess = new RegExp(guesses.map(([{ source }]) => source).join('|'));

/** Names that were asked for before; bodies repeat theirs. */
const asked = new Map<string, Sensitivity | 'harmless' | undefined>();
const MOST_ASKED = 5000;

const always: ReadonlySet<Sensitivity | undefined> = new Set(['name', 'email', 'address'] as const);

/**
 * What a field of this name holds: by V3's own schemas, then by what the name says.
 * `harmless` for a field of V3 that may be shown; undefined for a name that tells nothing.
 */
export function sensitivityOf(name: string): Sensitivity | 'harmless' | undefined {
  // Nobody names a field so; what looks like this is a value in the place of a key.
  if (name.length > 100) return undefined;
  const before = asked.get(name);
  if (before !== undefined || asked.has(name)) return before;
  if (asked.size >= MOST_ASKED) asked.clear();
  const sensitivity = judge(plainName(name));
  asked.set(name, sensitivity);
  return sensitivity;
}

function judge(key: string): Sensitivity | 'harmless' | undefined {
  const byName = known.get(key);
  if (byName !== undefined && byName !== 'harmless') return byName;
  const guess =
    key === 'authid'
      ? 'token'
      : anyGuess.test(key)
        ? guesses.find(([pattern]) => pattern.test(key))?.[1]
        : undefined;
  // V3 uses "auth", "token" and "session" in names of plain facts too, but a name of a person is always one.
  return byName && key !== 'authid' && !always.has(guess) ? byName : guess;
}

/** Whether V3 itself has a field of this name, in whatever case style. */
export const isFieldName = (name: string): boolean => name.length <= 100 && known.has(plainName(name));
