import { environments } from '../../schemas/environment.ts';
import { operations } from '../../schemas/operations.ts';
import type { Call } from '../call.ts';
import type { Header } from '../exchange.ts';
import { ownFlowId } from '../flows/flow-index.ts';
import { isFromFile } from '../is-from-file.ts';
import type { Log } from '../log.ts';
import { describeProblem } from '../problems/describe-problem.ts';
import { hostOf, pathOf } from '../url.ts';
import type { Filter, Term } from './filter.ts';
import {
  type IsWord,
  isIsWord,
  partPattern,
  readBytes,
  readDuration,
  readStatus,
  startPattern,
  textPattern,
  wholePattern,
} from './filter-value.ts';

type Test = (call: Call, log: Log) => boolean;

/** A filter ready for use. */
export interface CallFilter {
  /** It lets everything through. */
  readonly open: boolean;
  /** What it asks may change with the flow that a call belongs to. */
  readonly ofFlow: boolean;
  matches(call: Call, log: Log): boolean;
}

/** What is asked first, since it is cheap to see. */
const costs: readonly Term['key'][] = [
  'operation',
  'env',
  'larger-than',
  'slower-than',
  'status',
  'host',
  'path',
  'is',
  'flow',
  'problem',
  'text',
];

/** Makes a filter ready. */
export function compileFilter(filter: Filter): CallFilter {
  const terms = [...filter].sort((a, b) => costs.indexOf(a.key) - costs.indexOf(b.key));
  const tests = terms.map((term): Test => {
    const wanted = term.values.map((value) => testOf(term.key, value));
    const [only] = wanted;
    const any: Test =
      only && wanted.length === 1 ? only : (call, log) => wanted.some((test) => test(call, log));
    return term.negated ? (call, log) => !any(call, log) : any;
  });
  return {
    open: tests.length === 0,
    ofFlow: terms.some(({ key }) => key === 'is' || key === 'flow' || key === 'problem' || key === 'text'),
    matches: (call, log) => {
      for (const test of tests) if (!test(call, log)) return false;
      return true;
    },
  };
}

function testOf(key: Term['key'], value: string): Test {
  switch (key) {
    case 'text':
      return findsText(value);
    case 'is': {
      const word = value.toLowerCase();
      return isIsWord(word) ? isTests[word] : never;
    }
    case 'operation': {
      const meant = new Set(operations.map(({ id }) => id).filter(wholePattern(value)));
      return ({ operation }) => meant.has(operation.id);
    }
    case 'flow': {
      const pattern = startPattern(value);
      return (call, { flows }) => {
        const id = ownFlowId(call) ?? flows.flowOf(call.exchange.id)?.id;
        return id !== undefined && pattern(id);
      };
    }
    case 'problem': {
      const pattern = wholePattern(value);
      return (call, log) => log.problemsOf(call).some(({ code }) => pattern(code));
    }
    case 'path': {
      const pattern = partPattern(value);
      return ({ exchange }) => pattern(pathOf(exchange.request.url));
    }
    case 'host': {
      const pattern = partPattern(value);
      return ({ exchange }) => pattern(hostOf(exchange.request.url));
    }
    case 'env': {
      const meant = new Set(environments.filter(({ id }) => wholePattern(value)(id)));
      return ({ environment }) => environment !== undefined && meant.has(environment);
    }
    case 'status': {
      const range = readStatus(value);
      return ({ exchange: { response } }) =>
        response !== undefined &&
        range !== undefined &&
        range.from <= response.status &&
        response.status <= range.to;
    }
    case 'larger-than': {
      const limit = readBytes(value) ?? Number.POSITIVE_INFINITY;
      return ({ exchange: { request, response } }) =>
        Math.max(request.body?.bytes ?? 0, response?.body?.bytes ?? 0) > limit;
    }
    case 'slower-than': {
      const limit = readDuration(value) ?? Number.POSITIVE_INFINITY;
      return ({ exchange }) => exchange.duration > limit;
    }
  }
}

const never: Test = () => false;

const isTests: Record<IsWord, Test> = {
  invalid: (call, log) => log.verdictOf(call) === 'invalid',
  valid: (call, log) => log.verdictOf(call) === 'valid',
  unreadable: ({ verdict }) => verdict === 'unreadable',
  truncated: ({ verdict }) => verdict === 'truncated',
  absent: (call, log) => log.verdictOf(call) === 'absent',
  failed: ({ exchange }) => exchange.failure !== undefined || exchange.response === undefined,
  replay: ({ exchange }) => exchange.origin === 'replay',
  imported: ({ exchange }) => isFromFile(exchange),
  orphan: ({ exchange }, { flows }) =>
    (flows.reasonOf(exchange.id) ?? 'no-flow-operation') !== 'no-flow-operation',
};

/** Looks for a text in all that the panel shows of a call: address, headers, bodies, verdict, problems. */
function findsText(value: string): Test {
  const finds = textPattern(value);
  const holds = (text: string | undefined) => text !== undefined && finds(text);
  // To join each header is dear, and only a text with a colon can lie across name and value.
  const inHeader = value.includes(':')
    ? ({ name, value }: Header) => holds(`${name}: ${value}`)
    : ({ name, value }: Header) => holds(name) || holds(value);
  return (call, log) => {
    const { request, response, failure } = call.exchange;
    return (
      holds(request.url) ||
      holds(request.body?.text) ||
      holds(response?.body?.text) ||
      holds(call.operation.id) ||
      holds(request.method) ||
      request.headers.some(inHeader) ||
      (response !== undefined &&
        (holds(String(response.status)) || holds(response.statusText) || response.headers.some(inHeader))) ||
      (failure !== undefined && (holds(failure.kind) || holds(failure.detail))) ||
      holds(log.verdictOf(call)) ||
      log.problemsOf(call).some((problem) => holds(problem.code) || holds(describeProblem(problem)))
    );
  };
}
