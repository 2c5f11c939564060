import { flowRoleOf } from '../schemas/flow-kind.ts';
import type { Operation, Region } from '../schemas/operation.ts';
import { z } from '../schemas/zod.ts';
import { advise, isObject } from './advise.ts';
import { utf8Length } from './exchange.ts';
import { readForm } from './form-text.ts';
import { type JsonMap, mapJson, mayRepeatKeys, positionFinder, readJson } from './json-text.ts';
import { locate, MAX_PROBLEMS, placeProblems } from './place-problems.ts';
import { compareProblems, type Finding, type Problem, type Verdict } from './problem.ts';
import { refuse } from './refuse.ts';

/** The most that a request body may weigh, in bytes (catalogue: "over 4 KB" is refused with 8001). */
const BODY_LIMIT = 4096;

/** What reading a body found: its verdict, its problems with their places, and the value read. */
export interface BodyInspection {
  verdict: Verdict;
  problems: Problem[];
  value?: Readonly<Record<string, unknown>>;
}

/** What is known of a body besides its text. */
export interface BodySurroundings {
  /** Region of the Prove host that is called, where one is. */
  region?: Region | undefined;
  contentType?: string | undefined;
}

/** Reads and checks the text of a request body for an operation; undefined stands for no body. Never throws. */
export function inspectBody(
  operation: Operation,
  text: string | undefined,
  around: BodySurroundings = {},
): BodyInspection {
  if (text === undefined || text.trim() === '') {
    if (!operation.bodyRequired) return { verdict: 'absent', problems: [] };
    const missing = locate({ code: 'body.missing', path: '' }, 'request', text ?? '', { from: 0, to: 0 });
    return { verdict: 'unreadable', problems: [missing] };
  }
  const wire = wireFindings(operation, text, around);
  const placed = (findings: Finding[]) =>
    placeProblems(findings, 'request', text, (pointers) => mapJson(text, pointers));

  if (operation.bodyKind === 'form' && !/^\s*[{[]/.test(text)) {
    const form = readForm(text);
    const found = placeProblems(
      [...checkObject(operation, form.value, around), ...wire],
      'request',
      text,
      () => form,
    );
    return { ...judge([...found, ...repeated(form.duplicates, text)]), value: form.value };
  }
  const reading = readJson(text);
  if ('offence' in reading) {
    const syntax = locate({ code: 'body.syntax', path: '' }, 'request', text, reading.offence);
    return { verdict: 'unreadable', problems: [syntax, ...placed(wire)] };
  }
  const { value } = reading;
  if (!isObject(value)) {
    return { verdict: 'unreadable', problems: placed([{ code: 'body.not-object', path: '' }, ...wire]) };
  }
  const duplicates = mayRepeatKeys(text, value) ? mapJson(text, []).duplicates : [];
  const found = placed([...checkObject(operation, value, around), ...wire]);
  return { ...judge([...found, ...repeated(duplicates, text)]), value };
}

function checkObject(
  operation: Operation,
  value: Record<string, unknown>,
  { region }: BodySurroundings,
): Finding[] {
  if (!operation.request) return [];
  const refused = refuse(operation.request, value);
  const broken = new Set(refused.map((finding) => finding.path));
  return [
    ...refused,
    ...advise(operation.request, value, { region, hasError: (pointer) => broken.has(pointer) }),
    ...missingId(operation, operation.request, value),
  ];
}

/** A later call needs its flow's id, also where the documented type lets it be left out. */
function missingId(operation: Operation, { shape }: z.ZodObject, value: Record<string, unknown>): Finding[] {
  const role = flowRoleOf(operation.id)?.role;
  if (role === undefined || role === 'first' || Object.hasOwn(value, 'correlationId')) return [];
  const optional = shape.correlationId instanceof z.ZodOptional;
  return optional ? [{ code: 'flow.correlation-id-missing', path: '/correlationId' }] : [];
}

/** Each at its own place: of a key that stands three times, the third is not the second. */
function repeated(duplicates: JsonMap['duplicates'], text: string): Problem[] {
  const positionOf = positionFinder(text);
  return duplicates
    .slice(0, MAX_PROBLEMS)
    .map(({ path, key }) => locate({ code: 'body.duplicate-key', path }, 'request', text, key, positionOf));
}

/** What is wrong with the body as a whole, whatever it says. */
function wireFindings(operation: Operation, text: string, { contentType }: BodySurroundings): Finding[] {
  const findings: Finding[] = [];
  // A UTF-16 unit is three bytes at most, so that most texts need no count.
  if (!operation.large && text.length * 3 > BODY_LIMIT && utf8Length(text) > BODY_LIMIT) {
    findings.push({ code: 'body.too-large', path: '', details: { limit: BODY_LIMIT } });
  }
  const wanted = operation.bodyKind === 'form' ? 'application/x-www-form-urlencoded' : 'application/json';
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  if (type !== undefined && type !== wanted) {
    findings.push({ code: 'body.content-type', path: '', details: { expected: wanted } });
  }
  return findings;
}

function judge(problems: Problem[]): Pick<BodyInspection, 'verdict' | 'problems'> {
  const verdict = problems.some(({ severity }) => severity === 'error') ? 'invalid' : 'valid';
  return { verdict, problems: problems.sort(compareProblems) };
}
