import type { Operation } from '../../schemas/operation.ts';
import { editJson } from '../body/edit-json.ts';
import { readForm } from '../body/form-text.ts';
import { parentPointer } from '../body/json-pointer.ts';
import { type JsonMap, mapJson, mayRepeatKeys, positionFinder, readJson } from '../body/json-text.ts';
import { utf8Length } from '../exchange.ts';
import { checkFields, type FieldSurroundings } from './check-fields.ts';
import { proveFixes } from './fix-problems.ts';
import { type Interpretation, interpretBody, type Wrapping } from './interpret-body.ts';
import { locate, MAX_PROBLEMS, placeProblems } from './place-problems.ts';
import { compareProblems, type Finding, type Problem, severityOf, type Verdict } from './problem.ts';
import { proposeRemedy, type Remedy } from './propose-remedy.ts';

/** The most that a request body may weigh, in bytes (catalogue: "over 4 KB" is refused with 8001). */
const BODY_LIMIT = 4096;

/** What reading a body found: its verdict, its problems with their places, and the value read. */
export interface BodyInspection {
  verdict: Verdict;
  problems: readonly Problem[];
  /** The V3 body, whatever it was wrapped in. */
  value?: Readonly<Record<string, unknown>>;
}

const NO_PROBLEMS: readonly Problem[] = [];
const NO_DUPLICATES: JsonMap['duplicates'] = [];
const NO_FINDINGS: readonly Finding[] = [];

/** What is known of a body besides its text. */
export interface BodySurroundings extends FieldSurroundings, Wrapping {
  contentType?: string | undefined;
  /** The request is of a kind that carries all it has to say in its URL. */
  inUrl?: boolean | undefined;
}

/** Reads and checks the text of a request body for an operation; undefined stands for no body. Never throws. */
export function inspectBody(
  operation: Operation,
  text: string | undefined,
  around: BodySurroundings = {},
): BodyInspection {
  if (text === undefined || isBlank(text)) return inspectNothing(operation, text ?? '', around);
  const wire = wireFindings(operation, text, around);
  if (operation.bodyKind === 'form' && !/^\s*[{[]/.test(text))
    return inspectForm(operation, text, around, wire);

  const reading = readJson(text);
  if ('offence' in reading) {
    const syntax = locate({ code: 'body.syntax', path: '' }, 'request', text, reading.offence);
    return { verdict: 'unreadable', problems: [syntax, ...placed(wire, text)] };
  }
  const read = interpretBody(operation, reading.value, around);
  if (!read) {
    const none: Finding = { code: 'body.not-object', path: around.envelope ?? '' };
    return { verdict: 'unreadable', problems: placed([none, ...wire], text) };
  }
  const duplicates = mayRepeatKeys(text, reading.value) ? mapJson(text, []).duplicates : NO_DUPLICATES;
  const findings = checkFields(operation, read.value, around);
  if (findings.length === 0 && wire.length === 0 && duplicates.length === 0)
    return { verdict: 'valid', problems: NO_PROBLEMS, value: read.value };
  const found = placeInBody(operation, text, findings, wire, duplicates, read);
  const certain = found.some(({ fix }) => fix)
    ? proveFixes(text, found, (changed) => countErrors(operation, changed, around))
    : found;
  return { ...judge([...certain, ...repeated(duplicates, text)]), value: read.value };
}

const placed = (findings: readonly Finding[], text: string): Problem[] =>
  placeProblems(findings, 'request', text, (pointers) => mapJson(text, pointers));

/** Findings about the V3 body and its wrapping, each at its place in the text, with a fix where there may be one. */
function placeInBody(
  operation: Operation,
  text: string,
  findings: readonly Finding[],
  wire: readonly Finding[],
  duplicates: JsonMap['duplicates'],
  read: Interpretation,
): Problem[] {
  const remedies = proposeAll(operation, findings, read);
  const original = findings.map((finding) => toOriginal(finding, read));
  const remedyOf = new Map(original.map((finding, i) => [finding, remedies[i]]));
  const repeats = (path: string) => duplicates.some((other) => `${path}/`.startsWith(`${other.path}/`));
  return placeProblems(
    [...original, ...wire],
    'request',
    text,
    (pointers) => mapJson(text, pointers),
    (finding, place) => {
      const remedy = remedyOf.get(finding);
      return remedy && !repeats(finding.path) ? editJson(text, place, remedy) : undefined;
    },
  );
}

/** Most texts begin with a bracket, which is cheaper to see than to look for. */
const isBlank = (text: string) => !text.startsWith('{') && !/\S/.test(text);

/** No body: right where none is needed, or where the URL says it all. */
function inspectNothing(operation: Operation, text: string, around: BodySurroundings): BodyInspection {
  if (!operation.bodyRequired) return { verdict: 'absent', problems: [] };
  const read = around.inUrl ? interpretBody(operation, {}, { values: around.values }) : undefined;
  if (!read) {
    const missing = locate({ code: 'body.missing', path: '' }, 'request', text, { from: 0, to: 0 });
    return { verdict: 'unreadable', problems: [missing] };
  }
  const findings = checkFields(operation, read.value, around).map((finding) => toOriginal(finding, read));
  const { verdict, problems } = judge(
    findings.map((finding) => locate(finding, 'request', text, { from: 0, to: 0 })),
  );
  return { verdict: verdict === 'valid' ? 'absent' : verdict, problems, value: read.value };
}

function inspectForm(
  operation: Operation,
  text: string,
  around: BodySurroundings,
  wire: readonly Finding[],
): BodyInspection {
  const form = readForm(text);
  const findings = [...checkFields(operation, form.value, around), ...wire];
  const found = placeProblems(findings, 'request', text, () => form);
  return { ...judge([...found, ...repeated(form.duplicates, text)]), value: form.value };
}

/** The remedy of each finding, in their order. Of two fields that mean the same one, the first is renamed. */
function proposeAll(
  { request: schema }: Operation,
  findings: readonly Finding[],
  { value, write }: Interpretation,
): (Remedy | undefined)[] {
  if (!schema) return [];
  const taken = new Set<string>();
  return findings.slice(0, MAX_PROBLEMS).map((finding) => {
    const remedy = proposeRemedy(finding, schema, value);
    if (remedy?.kind !== 'rename') return remedy;
    const target = `${parentPointer(finding.path)}/${remedy.to}`;
    if (taken.has(target)) return undefined;
    taken.add(target);
    return { kind: 'rename', to: write(remedy.to) };
  });
}

function toOriginal(finding: Finding, { toOriginal: path, write }: Interpretation): Finding {
  const { suggestion } = finding;
  return {
    ...finding,
    path: path(finding.path),
    ...(suggestion !== undefined && { suggestion: write(suggestion) }),
  };
}

function countErrors(operation: Operation, text: string, around: BodySurroundings): number {
  const reading = readJson(text);
  const read = 'offence' in reading ? undefined : interpretBody(operation, reading.value, around);
  if (!read) return Number.POSITIVE_INFINITY;
  return checkFields(operation, read.value, around).filter((finding) => severityOf(finding) === 'error')
    .length;
}

/** Each at its own place: of a key that stands three times, the third is not the second. */
function repeated(duplicates: JsonMap['duplicates'], text: string): Problem[] {
  if (duplicates.length === 0) return [];
  const positionOf = positionFinder(text);
  return duplicates
    .slice(0, MAX_PROBLEMS)
    .map(({ path, key }) => locate({ code: 'body.duplicate-key', path }, 'request', text, key, positionOf));
}

/** What is wrong with the body as a whole, whatever it says. */
function wireFindings(
  operation: Operation,
  text: string,
  { contentType }: BodySurroundings,
): readonly Finding[] {
  // A UTF-16 unit is three bytes at most, so that most texts need no count.
  const isLarge = !operation.large && text.length * 3 > BODY_LIMIT && utf8Length(text) > BODY_LIMIT;
  const expected = operation.bodyKind === 'form' ? 'application/x-www-form-urlencoded' : 'application/json';
  const isOther =
    contentType !== undefined && contentType !== expected && mediaTypeOf(contentType) !== expected;
  if (!isLarge && !isOther) return NO_FINDINGS;
  const findings: Finding[] = [];
  if (isLarge) findings.push({ code: 'body.too-large', path: '', details: { limit: BODY_LIMIT } });
  if (isOther) findings.push({ code: 'body.content-type', path: '', details: { expected } });
  return findings;
}

const mediaTypeOf = (contentType: string) => contentType.split(';')[0]?.trim().toLowerCase();

function judge(problems: Problem[]): Pick<BodyInspection, 'verdict' | 'problems'> {
  const verdict = problems.some(({ severity }) => severity === 'error') ? 'invalid' : 'valid';
  return { verdict, problems: problems.sort(compareProblems) };
}
