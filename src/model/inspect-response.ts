import { apiError } from '../schemas/api-error.ts';
import type { Operation } from '../schemas/operation.ts';
import { isObject } from './advise.ts';
import type { Note } from './call.ts';
import { type ExchangeResponse, headerValue } from './exchange.ts';
import { mapJson, readJson } from './json-text.ts';
import { locate, placeProblems } from './place-problems.ts';
import type { Finding, Problem, Verdict } from './problem.ts';
import { refuse } from './refuse.ts';

/** Checks an answer against its schema; adds notes on what could not be read. */
export function inspectResponse(
  operation: Operation,
  response: ExchangeResponse,
  verdict: Verdict,
  notes: Note[],
): { problems: Problem[]; value?: Record<string, unknown> } {
  const { body, status } = response;
  if (!body || status === 0) return { problems: [] };
  if (body.truncated) {
    notes.push({ code: 'truncated', in: 'response', kept: body.text.length, bytes: body.bytes });
    return { problems: [] };
  }
  const good = status >= 200 && status < 300;
  const reading = readJson(body.text);
  if ('offence' in reading || !isObject(reading.value)) {
    if (body.binary || body.text.trim() !== '') {
      const type = headerValue(response.headers, 'content-type')?.split(';')[0] ?? 'unknown type';
      notes.push({ code: 'response-not-json', type });
    }
    const span = { from: 0, to: Math.min(1, body.text.length) };
    return {
      problems: good ? [locate({ code: 'response.shape', path: '' }, 'response', body.text, span)] : [],
    };
  }
  const { value } = reading;
  const findings: Finding[] = [];
  if (good) {
    for (const { path, code, details } of refuse(operation.response, value))
      findings.push({ code: 'response.shape', path, details: { ...details, rule: code } });
  } else if (verdict === 'valid' && status >= 400 && status < 500) {
    const { data: code } = apiError.shape.code.safeParse(value.code);
    if (code !== undefined)
      findings.push({ code: 'response.refused', path: '/code', details: { status, code } });
  }
  return {
    problems: placeProblems(findings, 'response', body.text, (pointers) => mapJson(body.text, pointers)),
    value,
  };
}
