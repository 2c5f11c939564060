import { environmentOf } from '../../schemas/environment.ts';
import { docOf } from '../../schemas/field.ts';
import type { Operation } from '../../schemas/operation.ts';
import { fromPointer } from '../body/json-pointer.ts';
import { positionFinder } from '../body/json-text.ts';
import type { TextEdit } from '../body/text-edit.ts';
import { headerValue } from '../exchange.ts';
import { checkAround } from '../problems/check-around.ts';
import { findField } from '../problems/find-field.ts';
import { surroundingsOf } from '../problems/inspect.ts';
import { type BodyInspection, inspectBody } from '../problems/inspect-body.ts';
import { locate } from '../problems/place-problems.ts';
import { compareProblems, type Finding, type Problem } from '../problems/problem.ts';
import type { Match } from '../routes/match-operation.ts';
import type { Route } from '../routes/route.ts';
import { parseUrl } from '../url.ts';
import { type Draft, takesBody } from './draft.ts';
import { toWireHeaders } from './draft-headers.ts';
import { type FilledDraft, fillDraft, type UnknownVariable } from './fill-draft.ts';
import { matchDraft } from './match-draft.ts';
import { readPathParameters } from './url-parameters.ts';
import type { FilledText, Lookup } from './variables.ts';

const NOWHERE = { from: 0, to: 0 };

/**
 * Everything that is wrong with a draft: its body as it would be sent, its URL and headers, and variables that have
 * no value. A body that goes through a route is judged by what the route says of it. Places are those of the text as
 * it is typed. Undefined where there is nothing to check it against.
 */
export function inspectDraft(
  draft: Draft,
  operation: Operation | undefined,
  look: Lookup,
  routes: readonly Route[] = [],
): BodyInspection | undefined {
  const filled = fillDraft(draft, look);
  const unknown = unknownProblems(draft.body, filled);
  if (!operation) return unknown.length > 0 ? { verdict: 'invalid', problems: unknown } : undefined;
  // A variable without a value stands for itself, so that the rest can be looked at.
  const guess = fillDraft(draft, (name) => look(name) ?? standIn(name));
  const match = matchDraft(guess.draft, operation, routes);
  const body = inspectFilledBody(operation, match, draft, filled, guess);
  const findings = match?.route ? [] : aroundFindings(operation, filled, guess);
  const around = findings.map((finding) => locate(finding, 'request', '', NOWHERE));
  const problems = [...unknown, ...around, ...body.problems].sort(compareProblems);
  const broken = problems.some(({ severity }) => severity === 'error');
  const judged = body.verdict === 'valid' || body.verdict === 'absent';
  return { ...body, verdict: broken && judged ? 'invalid' : body.verdict, problems };
}

const standIn = (name: string) => `{{${name}}}`;

function unknownProblems(body: string, { unknown }: FilledDraft): Problem[] {
  const isFirst = ({ name, where, row }: UnknownVariable, at: number) =>
    unknown.findIndex((each) => each.name === name && each.where === where && each.row === row) === at;
  // Places are told of the body alone.
  const told = unknown.filter((each, at) => each.where === 'body' || isFirst(each, at));
  return told.map(({ name, where, row, from, to }) => {
    const details = { name, where, ...(row !== undefined && { row }) };
    const finding: Finding = { code: 'variable.unknown', path: '', details };
    return locate(finding, 'request', body, where === 'body' ? { from, to } : NOWHERE);
  });
}

function inspectFilledBody(
  operation: Operation,
  match: Match | undefined,
  draft: Draft,
  { body: { unknown } }: FilledDraft,
  { body, draft: { url, headers } }: FilledDraft,
): BodyInspection {
  const around = match?.route
    ? surroundingsOf(match, { method: draft.method, headers: toWireHeaders(headers) })
    : {
        region: environmentOf(parseUrl(url.trim())?.hostname ?? '')?.region,
        contentType: headerValue(headers, 'content-type'),
      };
  const inspection = inspectBody(operation, takesBody(draft.method) ? body.text : undefined, around);
  const names = new Set(unknown.map(({ name }) => name));
  const sure = names.size > 0 ? sureProblems(operation, inspection, body, names) : inspection.problems;
  return {
    ...inspection,
    problems: body.insertions.length > 0 ? placeAsTyped(sure, draft.body, body) : sure,
  };
}

/**
 * The problems that hold whatever the unknown variables may stand for. A syntax error does: what stands for them is
 * a string, and JSON allows a string wherever it allows any other value.
 */
function sureProblems(
  { request: schema }: Operation,
  { problems, value = {} }: BodyInspection,
  { insertions }: FilledText,
  names: ReadonlySet<string>,
): Problem[] {
  const open = insertions.filter(({ place }) => names.has(place.name)).map(({ filled }) => filled);
  const isOpen = (text: string) => [...names].some((name) => text.includes(standIn(name)));
  const fields = new Set<string>();
  const keysAreKnown = walk(value, (key, text) => {
    if (isOpen(text)) fields.add(key);
    return !isOpen(key);
  });
  return problems.filter(({ code, path, from, to }) => {
    if (code === 'body.syntax' || code === 'body.content-type') return true;
    if (code === 'body.too-large' || open.some((span) => from < span.to && to > span.from)) return false;
    if (code.startsWith('body.')) return true;
    const field = schema && findField(schema, fromPointer(path));
    const conditions = (field && docOf(field)?.conditions) ?? [];
    const depends = conditions.some(
      (rule) =>
        rule.code === code &&
        rule.when.some((circumstance) => 'field' in circumstance && fields.has(circumstance.field)),
    );
    return keysAreKnown && !depends;
  });
}

/** Visits every key with the text under it, lists included; false as soon as one visit says so. */
function walk(value: unknown, visit: (key: string, text: string) => boolean): boolean {
  const open: [key: string, value: unknown][] = [['', value]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [key, at] = next;
    if (!visit(key, typeof at === 'string' ? at : '')) return false;
    if (Array.isArray(at)) for (const item of at) open.push([key, item]);
    else if (typeof at === 'object' && at !== null) open.push(...Object.entries(at));
  }
  return true;
}

/** Problems of the filled text at their places in the typed one. A fix that would touch a value is left out. */
function placeAsTyped(problems: readonly Problem[], typed: string, { insertions }: FilledText): Problem[] {
  const positionOf = positionFinder(typed);
  const toTyped = (offset: number, isEnd: boolean): number => {
    let shift = 0;
    for (const { place, filled } of insertions) {
      if (offset < filled.from || (isEnd && offset === filled.from)) break;
      if (offset < filled.to) return isEnd ? place.to : place.from;
      shift = place.to - filled.to;
    }
    return offset + shift;
  };
  const isApart = (edit: TextEdit) =>
    insertions.every(({ filled }) => edit.to <= filled.from || edit.from >= filled.to);
  return problems.map(({ fix, ...problem }) => {
    const from = toTyped(problem.from, false);
    const to = Math.max(from, toTyped(problem.to, true));
    const edits = fix?.every(isApart)
      ? fix.map((edit) => ({ ...edit, from: toTyped(edit.from, false), to: toTyped(edit.to, true) }))
      : undefined;
    return { ...problem, ...positionOf(from), from, to, ...(edits && { fix: edits }) };
  });
}

/** What is wrong with URL and headers, as far as that is known. */
function aroundFindings(operation: Operation, { unknown }: FilledDraft, { draft }: FilledDraft): Finding[] {
  const typed = draft.url.trim();
  const url = parseUrl(typed);
  if (!url) return [];
  const environment = environmentOf(url.hostname);
  const path = readPathParameters(operation, typed);
  const values = path && Object.fromEntries(Object.entries(path).filter(([, value]) => value !== ''));
  const names = unknown.filter(({ where }) => where === 'url').map(({ name }) => standIn(name));
  const isOpen = (text: string) => names.some((name) => text.includes(name));
  const openQuery = [...url.searchParams.keys()].some(isOpen);
  const openHeader = draft.headers.some(({ name }) => /\{\{.*\}\}/.test(name));
  const destination = { operation, environment, region: environment?.region, url };
  return checkAround(destination, toWireHeaders(draft.headers), values).filter(({ code, path: at }) => {
    if (at.startsWith('{')) return !isOpen(values?.[at.slice(1, -1)] ?? '');
    if (at.startsWith('?')) return !openQuery && !url.searchParams.getAll(at.slice(1)).some(isOpen);
    return code !== 'auth.missing' || !openHeader;
  });
}
