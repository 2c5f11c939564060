import { apiError } from '../../schemas/api-error.ts';
import type { Operation } from '../../schemas/operation.ts';
import { mapJson, readJson } from '../body/json-text.ts';
import type { Note } from '../call.ts';
import { type ExchangeResponse, headerValue } from '../exchange.ts';
import { findEnvelope, valueAt } from '../routes/envelope.ts';
import { renameKeys } from '../routes/rename-keys.ts';
import { isObject } from './advise.ts';
import { locate, placeProblems } from './place-problems.ts';
import type { Finding, Problem, Verdict } from './problem.ts';
import { refuse } from './refuse.ts';

/** How an integrator's back end wraps what V3 answers. */
export interface AnswerWrapping {
  /** JSON Pointer to the V3 body; looked for where it is left out. */
  envelope?: string | undefined;
  snakeCase?: boolean | undefined;
  /** Prove itself answers, and wraps nothing. */
  bare: boolean;
}

interface AnswerInspection {
  problems: Problem[];
  /** The V3 body, whatever it was wrapped in. */
  value?: Record<string, unknown>;
}

const NOTHING: AnswerInspection = { problems: [] };

/** Checks an answer against its schema; adds notes on what could not be read. */
export function inspectResponse(
  operation: Operation,
  response: ExchangeResponse,
  verdict: Verdict,
  notes: Note[],
  wrapping: AnswerWrapping,
): AnswerInspection {
  const { body, status } = response;
  if (!body || status === 0) return NOTHING;
  if (body.truncated) {
    notes.push({ code: 'truncated', in: 'response', kept: body.text.length, bytes: body.bytes });
    return NOTHING;
  }
  const good = status >= 200 && status < 300;
  const reading = readJson(body.text);
  if ('offence' in reading || !isObject(reading.value)) {
    const empty = !body.binary && body.text.trim() === '';
    if (!empty) {
      const type = headerValue(response.headers, 'content-type')?.split(';')[0] ?? 'unknown type';
      notes.push({ code: 'response-not-json', type });
    }
    if (!good || (empty && status === 204)) return NOTHING;
    const span = { from: 0, to: Math.min(1, body.text.length) };
    return { problems: [locate({ code: 'response.shape', path: '' }, 'response', body.text, span)] };
  }
  const answer = readAnswer(operation, reading.value, wrapping);
  const findings = good ? shapeFindings(operation, answer) : refusalFindings(answer, status, verdict);
  return {
    problems: placeProblems(findings, 'response', body.text, (pointers) => mapJson(body.text, pointers)),
    ...(answer.value && { value: answer.value }),
  };
}

interface Answer {
  /** Undefined where no object stands at the place of the V3 body. */
  value: Record<string, unknown> | undefined;
  toOriginal: (path: string) => string;
}

const same = (path: string) => path;

function readAnswer(
  { response: schema }: Operation,
  root: Record<string, unknown>,
  wrapping: AnswerWrapping,
): Answer {
  if (wrapping.bare && wrapping.envelope === undefined && !wrapping.snakeCase)
    return { value: root, toOriginal: same };
  const envelope = wrapping.envelope ?? findEnvelope(root, schema);
  const inner = envelope === '' ? root : valueAt(root, envelope);
  if (!isObject(inner)) return { value: undefined, toOriginal: (path) => envelope + path };
  if (!wrapping.snakeCase) return { value: inner, toOriginal: (path) => envelope + path };
  const renamed = renameKeys(schema, inner);
  return { value: renamed.value, toOriginal: (path) => envelope + renamed.toOriginal(path) };
}

const shapeFindings = ({ response: schema }: Operation, { value, toOriginal }: Answer): Finding[] =>
  value
    ? refuse(schema, value).map(({ path, code, details }) => ({
        code: 'response.shape',
        path: toOriginal(path),
        details: { ...details, rule: code },
      }))
    : [{ code: 'response.shape', path: toOriginal('') }];

function refusalFindings({ value, toOriginal }: Answer, status: number, verdict: Verdict): Finding[] {
  if (!value || (verdict !== 'valid' && verdict !== 'absent') || status < 400 || status >= 500) return [];
  const { data: code } = apiError.shape.code.safeParse(value.code);
  return code === undefined
    ? []
    : [{ code: 'response.refused', path: toOriginal('/code'), details: { status, code } }];
}
