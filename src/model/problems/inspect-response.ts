import { apiError } from '../../schemas/api-error.ts';
import type { Operation } from '../../schemas/operation.ts';
import { mapJson, readJson } from '../body/json-text.ts';
import type { Note } from '../call.ts';
import { type ExchangeResponse, headerValue } from '../exchange.ts';
import { isObject } from '../is-object.ts';
import { findEnvelope, valueAt } from '../routes/envelope.ts';
import type { Match } from '../routes/match-operation.ts';
import { renameKeys } from '../routes/rename-keys.ts';
import { locate, placeProblems } from './place-problems.ts';
import type { Finding, Problem, Verdict } from './problem.ts';
import { refuse } from './refuse.ts';

interface AnswerInspection {
  problems: readonly Problem[];
  /** The V3 body, whatever it was wrapped in. */
  value?: Record<string, unknown> | undefined;
  /** What could not be read. */
  note?: Note;
}

const NONE: readonly Problem[] = [];
const NOTHING: AnswerInspection = { problems: NONE };

/** Checks an answer against the schema of the operation that was matched. `verdict` is that of the request. */
export function inspectResponse(
  match: Pick<Match, 'operation' | 'environment' | 'route'>,
  { body, status, headers }: ExchangeResponse,
  verdict: Verdict,
): AnswerInspection {
  if (!body || status === 0) return NOTHING;
  const { text, bytes, truncated, binary } = body;
  if (truncated)
    return { problems: NONE, note: { code: 'truncated', in: 'response', kept: text.length, bytes } };
  const good = status >= 200 && status < 300;
  const reading = readJson(text);
  if ('offence' in reading || !isObject(reading.value)) {
    const empty = !binary && text.trim() === '';
    const span = { from: 0, to: Math.min(1, text.length) };
    const problems =
      !good || (empty && status === 204)
        ? NONE
        : [locate({ code: 'response.shape', path: '' }, 'response', text, span)];
    if (empty) return { problems };
    const type = headerValue(headers, 'content-type')?.split(';')[0] ?? 'unknown type';
    return { problems, note: { code: 'response-not-json', type } };
  }
  const answer = readAnswer(match, reading.value);
  const findings = good ? shapeFindings(match.operation, answer) : refusalFindings(answer, status, verdict);
  const problems = findings.length === 0 ? NONE : placeInAnswer(findings, text);
  return { problems, value: answer.value };
}

const placeInAnswer = (findings: readonly Finding[], text: string): readonly Problem[] =>
  placeProblems(findings, 'response', text, (pointers) => mapJson(text, pointers));

interface Answer {
  /** Undefined where no object stands at the place of the V3 body. */
  value: Record<string, unknown> | undefined;
  toOriginal: (path: string) => string;
}

const same = (path: string) => path;

/** A route says where an integrator's back end puts what V3 answers; else it is looked for. */
function readAnswer(
  { operation: { response: schema }, environment, route }: Pick<Match, 'operation' | 'environment' | 'route'>,
  root: Record<string, unknown>,
): Answer {
  const stated = route?.envelope?.response;
  // Prove itself wraps nothing.
  if (environment && stated === undefined && !route?.snakeCase) return { value: root, toOriginal: same };
  const envelope = stated ?? findEnvelope(root, schema);
  const inner = envelope === '' ? root : valueAt(root, envelope);
  if (!isObject(inner)) return { value: undefined, toOriginal: (path) => envelope + path };
  if (!route?.snakeCase) return { value: inner, toOriginal: (path) => envelope + path };
  const renamed = renameKeys(schema, inner);
  return { value: renamed.value, toOriginal: (path) => envelope + renamed.toOriginal(path) };
}

function shapeFindings({ response: schema }: Operation, { value, toOriginal }: Answer): readonly Finding[] {
  if (!value) return [{ code: 'response.shape', path: toOriginal('') }];
  const refused = refuse(schema, value);
  return refused.length === 0 ? FLAWLESS : refused.map((finding) => asShape(finding, toOriginal));
}

const FLAWLESS: readonly Finding[] = [];

const asShape = ({ path, code, details }: Finding, toOriginal: Answer['toOriginal']): Finding => ({
  code: 'response.shape',
  path: toOriginal(path),
  details: { ...details, rule: code },
});

function refusalFindings(
  { value, toOriginal }: Answer,
  status: number,
  verdict: Verdict,
): readonly Finding[] {
  if (!value || (verdict !== 'valid' && verdict !== 'absent') || status < 400 || status >= 500)
    return FLAWLESS;
  const { data: code } = apiError.shape.code.safeParse(value.code);
  return code === undefined
    ? []
    : [{ code: 'response.refused', path: toOriginal('/code'), details: { status, code } }];
}
