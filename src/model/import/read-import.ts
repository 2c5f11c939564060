import { z } from '../../schemas/zod.ts';
import { toPointer } from '../body/json-pointer.ts';
import { mapJson, readJson } from '../body/json-text.ts';
import { draftsFileSchema } from '../compose/drafts-file.ts';
import type { Collection } from '../compose/saved-draft.ts';
import { isObject } from '../is-object.ts';
import { t } from '../words/words.ts';
import type { ImportedRequest } from './imported-request.ts';
import { looksLikeCurl, readCurl } from './read-curl.ts';
import { type PostmanCollection, postmanSchema, readPostman } from './read-postman.ts';
import { UnreadableText } from './unreadable-text.ts';

/** What a pasted text or an opened file turned out to be. */
export type Imported =
  | { kind: 'curl'; request: ImportedRequest }
  | { kind: 'postman'; collection: PostmanCollection }
  | { kind: 'drafts'; collections: readonly Collection[] };

const expected = () => t('a cURL command, a Postman collection (v2.1) or saved drafts from this panel');
/** More than any collection has; reading it would stop the panel for seconds. */
const MAX_LENGTH = 20_000_000;

/** Reads a text of any of the kinds that can be taken over. Throws `UnreadableText`, which says what was expected. */
export function readImport(given: string): Imported {
  const text = given.replace(/^\uFEFF/, '');
  if (text.trim() === '')
    throw new UnreadableText(
      t('There is nothing here: {expected} was expected', { expected: expected() }),
      text,
    );
  if (text.length > MAX_LENGTH)
    throw new UnreadableText(
      t('This is too long: 20 MB are read at most, and {expected} was expected', { expected: expected() }),
      text,
    );
  if (looksLikeCurl(text)) return { kind: 'curl', request: readCurl(text) };
  if (!/^\s*[{[]/.test(text))
    throw new UnreadableText(
      capital(t('{expected} was expected', { expected: expected() })),
      text,
      indent(text),
    );
  const reading = readJson(text);
  if ('offence' in reading)
    throw new UnreadableText(
      t('This is no JSON from here on: {text} was not expected', { text: found(text, reading.offence.from) }),
      text,
      reading.offence.from,
    );
  return readDocument(reading.value, text);
}

const documentSchema = z.record(z.string(), z.unknown());

function readDocument(value: unknown, text: string): Imported {
  const kind = documentSchema.safeParse(value).data ?? {};
  if (kind.format === 'v3-inspector-drafts')
    return {
      kind: 'drafts',
      collections: parse(draftsFileSchema, value, text, t('saved drafts')).collections,
    };
  if (isObject(kind.info) && 'item' in kind)
    return {
      kind: 'postman',
      collection: readPostman(parse(postmanSchema, value, text, t('a Postman collection (v2.1)'))),
    };
  if ('requests' in kind && 'order' in kind)
    throw new UnreadableText(
      t('This is a Postman collection of format 1: export it from Postman as v2.1'),
      text,
      indent(text),
    );
  if ('values' in kind && '_postman_variable_scope' in kind)
    throw new UnreadableText(
      t('This is a Postman environment: a collection (v2.1) was expected'),
      text,
      indent(text),
    );
  // What the API of Postman hands out is wrapped.
  if (isObject(kind.collection)) return readDocument(kind.collection, text);
  throw new UnreadableText(
    t('This is JSON of another kind: {expected} was expected', { expected: expected() }),
    text,
    indent(text),
  );
}

function parse<T extends z.ZodType>(schema: T, value: unknown, text: string, name: string): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path ?? [];
  const where = path.length > 0 ? ` at ${path.join('.')}` : '';
  throw new UnreadableText(
    t('This should be {name}, but{where} there is something else', { name, where }),
    text,
    placeOf(path, text),
  );
}

/** Where the value of a path stands, or the nearest that holds it. */
function placeOf(path: readonly PropertyKey[], text: string): number {
  for (let length = path.length; length >= 0; length--) {
    const pointer = toPointer(path.slice(0, length));
    const place = mapJson(text, [pointer]).places.get(pointer);
    if (place) return place.value.from;
  }
  return 0;
}

const found = (text: string, at: number): string => {
  const sign = text.slice(at, at + 1);
  return sign === ''
    ? t('the end of the text')
    : /\s/.test(sign)
      ? t('an empty space')
      : `“${text.slice(at, at + 12).split(/\s/)[0]}”`;
};

const indent = (text: string): number => text.length - text.trimStart().length;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
