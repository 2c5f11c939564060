import { visit } from 'jsonc-parser';
import type { Sensitivity } from '../../schemas/field.ts';
import { readForm } from '../body/form-text.ts';
import { fromPointer } from '../body/json-pointer.ts';
import { readJson } from '../body/json-text.ts';
import { applyEdits, type TextEdit } from '../body/text-edit.ts';
import type { Header } from '../exchange.ts';
import { findInBody } from '../masking/sensitive-body.ts';
import { sensitivityOf } from '../masking/sensitive-names.ts';
import { findByLook, type SensitiveSpan, sensitivityOfValue } from '../masking/sensitive-text.ts';
import { findInUrl } from '../masking/sensitive-url.ts';

/** The parts of a request that may hold something secret or personal. */
export interface RequestTexts {
  url: string;
  headers: readonly Header[];
  body: string;
}

/** A value that has given way to a variable. */
export interface Replacement {
  /** Its name, without braces. */
  variable: string;
  kind: 'secret' | 'personal';
}

/** The variable of the token that the composer holds. */
const HELD = 'bearerToken';

const VARIABLE = /\{\{ *[A-Za-z_][\w.-]* *\}\}/g;
const isSecret = (sensitivity: Sensitivity): boolean => sensitivity === 'token' || sensitivity === 'secret';

/** What a value without a field's name is called. */
const names: Readonly<Record<Sensitivity, string>> = {
  phone: 'phoneNumber',
  ssn: 'ssn',
  dob: 'dob',
  name: 'name',
  email: 'emailAddress',
  address: 'address',
  ip: 'ipAddress',
  token: 'token',
  secret: 'secret',
};

/**
 * The request with a variable in the place of each secret, and of each piece of personal data unless it is to be
 * kept. One value has one variable, wherever it stands; variables that are there already stay.
 */
export function replaceSensitive<T extends RequestTexts>(
  request: T,
  { keepPersonal }: { keepPersonal: boolean },
): { request: T; replaced: readonly Replacement[] } {
  const byValue = new Map<string, string>();
  const replaced = new Map<string, Replacement>();
  const taken = new Set(
    [request.url, request.body, ...request.headers.map(({ value }) => value)].flatMap((text) =>
      [...text.matchAll(VARIABLE)].map(([found]) => found.slice(2, -2).trim()),
    ),
  );
  const variableFor = (value: string, name: string, sensitivity: Sensitivity): string => {
    const known = byValue.get(`${name}=${value}`);
    if (known !== undefined) return known;
    let variable = name;
    for (let count = 2; replaced.has(variable) || (taken.has(variable) && name !== HELD); count++)
      variable = `${name}${count}`;
    byValue.set(`${name}=${value}`, variable);
    replaced.set(variable, { variable, kind: isSecret(sensitivity) ? 'secret' : 'personal' });
    return variable;
  };
  const replace = (text: string, spans: readonly NamedSpan[]): string =>
    applyEdits(
      text,
      spans
        .filter(({ sensitivity }) => isSecret(sensitivity) || !keepPersonal)
        .filter(({ from, to }) => !isVariable(text.slice(from, to)))
        .map(({ from, to, name, sensitivity }): TextEdit => {
          const variable = variableFor(
            text.slice(from, to),
            variableName(name) ?? names[sensitivity],
            sensitivity,
          );
          return { from, to, insert: `{{${variable}}}` };
        }),
    );
  const url = replace(request.url, nameInUrl(request.url));
  const headers = request.headers.map((header) => ({
    ...header,
    value: replace(header.value, findInHeader(header)),
  }));
  const body = replace(request.body, nameInBody(request.body));
  return { request: { ...request, url, headers, body }, replaced: [...replaced.values()] };
}

interface NamedSpan extends SensitiveSpan {
  name: string | undefined;
}

/** `X-Api-Key` and `client_secret` as a variable's name; undefined where too little is left of it. */
function variableName(name: string | undefined): string | undefined {
  const words = name?.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const joined = words
    ?.map((word, index) =>
      index === 0
        ? word.charAt(0).toLowerCase() + word.slice(1)
        : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join('');
  return joined !== undefined && /^[A-Za-z]\w{1,40}$/.test(joined) ? joined : undefined;
}

/** Whether nothing is left of a text without variables and the word that names a scheme. */
const isVariable = (text: string): boolean =>
  VARIABLE.test(text) &&
  text
    .replace(VARIABLE, '')
    .replace(/\b(?:Bearer|Basic)\b/gi, '')
    .trim() === '';

/** Finds what is secret or personal in a header: by its name, then by the look of its value. */
function findInHeader({ name, value }: Header): NamedSpan[] {
  if (value === '') return [];
  const whole = (sensitivity: Sensitivity): NamedSpan[] => [{ from: 0, to: value.length, sensitivity, name }];
  const byName = sensitivityOf(name);
  const bearer = /^Bearer +(?=\S)/i.exec(value)?.[0].length;
  // The composer has a variable for the one token that it holds.
  if (byName === 'token' && bearer !== undefined)
    return [{ from: bearer, to: value.length, sensitivity: 'token', name: HELD }];
  if (byName && byName !== 'harmless') return whole(byName);
  const byLook = findByLook(value);
  if (byLook.length > 0) return byLook.map((span) => ({ ...span, name: undefined }));
  const byValue = sensitivityOfValue(value);
  return byValue ? whole(byValue) : [];
}

function nameInUrl(url: string): NamedSpan[] {
  return findInUrl(url).map((span) => ({
    ...span,
    name: /[?&#;]([^=&#;?]*)=$/.exec(url.slice(0, span.from))?.[1],
  }));
}

function nameInBody(body: string): NamedSpan[] {
  // A variable without quotes around it would make all the rest unreadable, and then suspect.
  const text =
    'offence' in readJson(body) ? body.replace(BARE, (found) => 'true'.padEnd(found.length)) : body;
  const spans = findInBody(text);
  if (spans.length === 0) return [];
  const named = isForm(text) ? namesInForm(text) : namesInJson(text);
  let next = 0;
  return spans.map((span) => {
    while (next + 1 < named.length && (named[next + 1]?.from ?? 0) <= span.from) next++;
    const place = named[next];
    const holds = place && place.from <= span.from && span.to <= place.to;
    return { ...span, name: holds ? place.name : undefined };
  });
}

// What follows is looked at first: looking back from within a long run of blanks would cost its length squared.
const BARE = /(?=\{\{)(?<=[:[,]\s*)\{\{ *[A-Za-z_][\w.-]* *\}\}(?=\s*[,}\]])/g;

/** The text with quotes around the variables that stand where a JSON value does. */
export const quoteBareVariables = (text: string): string => text.replace(BARE, '"$&"');

const isForm = (text: string): boolean => /^[\w.~%+[\]-]{1,100}=/.test(text);

interface NamedPlace {
  from: number;
  to: number;
  name: string;
}

const namesInForm = (text: string): NamedPlace[] =>
  [...readForm(text).places].flatMap(([pointer, { value }]) => {
    const [name] = fromPointer(pointer);
    return name === undefined ? [] : [{ ...value, name }];
  });

/** Every value of a JSON text with the name of the field that it belongs to, in their order. */
function namesInJson(text: string): NamedPlace[] {
  const places: NamedPlace[] = [];
  const outer: string[] = [];
  let field = '';
  visit(text, {
    onObjectProperty: (name) => {
      field = name;
    },
    onObjectBegin: () => void outer.push(field),
    onArrayBegin: () => void outer.push(field),
    onObjectEnd: () => {
      field = outer.pop() ?? '';
    },
    onArrayEnd: () => {
      field = outer.pop() ?? '';
    },
    onSeparator: (sign) => {
      if (sign === ',') field = outer.at(-1) ?? '';
    },
    onLiteralValue: (_, from, length) => {
      if (field !== '') places.push({ from, to: from + length, name: field });
    },
  });
  return places;
}
