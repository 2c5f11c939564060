import type { Call } from '../../src/model/call.ts';
import { headerValue } from '../../src/model/exchange.ts';
import { describeProblem } from '../../src/model/problems/describe-problem.ts';
import { inspect } from '../../src/model/problems/inspect.ts';
import { inspectBody } from '../../src/model/problems/inspect-body.ts';
import type { Operation } from '../../src/schemas/operation.ts';
import { type Answer, answerJson, refuseMalformed, refuseToken, refuseWithInternalError } from './answer.ts';
import { answerDevice, isDevicePath } from './device-api.ts';
import type { ApiRequest } from './handler.ts';
import type { Handlers } from './handlers.ts';
import { readPath, readQuery } from './read-parameters.ts';
import { type Received, toExchange } from './received.ts';
import type { SandboxState } from './state.ts';

const MOST_BYTES = 4096;

export interface V3Api {
  handlers: Handlers;
  state: SandboxState;
  /** Refuses calls without a token too; one that is sent must be good in any case. */
  requireToken: boolean;
}

/** Answers a request as the V3 API would: judged by the product's own engine, then by the state of its flow. */
export function answerV3(api: V3Api, received: Received): Answer {
  try {
    return judge(api, received);
  } catch (error) {
    return refuseWithInternalError(error instanceof Error ? error.message : String(error));
  }
}

function judge(api: V3Api, received: Received): Answer {
  const host = headerValue(received.headers, 'host') ?? 'localhost';
  const url = new URL(received.path, `http://${host}`);
  if (isDevicePath(url.pathname)) return answerDevice(api.state, received, url.pathname);
  const call = inspect(toExchange(received, url));
  const handler = call && isWholePath(url, call.operation) && api.handlers[call.operation.id];
  if (!call || !handler) return answerJson({ message: `the API has no ${url.pathname}` }, 404);
  const refusal = refuseCall(api, call, received);
  if (refusal) return refusal;
  const path = readPath(call.operation, url.pathname);
  if (!path) return refuseMalformed('the path cannot be decoded');
  const search = readQuery(call.operation, url.searchParams);
  if ('wrong' in search) return refuseMalformed(`${search.wrong}: this parameter is missing or wrong`);
  const fields = readFields(call);
  if (!fields) return refuseMalformed('the body is no object');
  return handler({ fields, path, query: search.query, url }, api.state);
}

/** The engine matches the end of a path; an API has no more than the path itself. */
const isWholePath = ({ pathname }: URL, { path }: Operation) =>
  pathname.replace(/\/$/, '').split('/').length === path.split('/').length;

function refuseCall({ state, requireToken }: V3Api, call: Call, received: Received): Answer | undefined {
  const { operation } = call;
  if (received.method !== operation.method) {
    const answer = answerJson(
      { code: 8001, message: `use ${operation.method}, not ${received.method}` },
      405,
    );
    return { ...answer, headers: { ...answer.headers, Allow: operation.method } };
  }
  if (operation.bearer) {
    const header = headerValue(received.headers, 'authorization');
    if (header === undefined && requireToken) return refuseToken('the bearer token is missing');
    if (header !== undefined && !state.tokens.get(header.replace(/^Bearer /i, '')))
      return refuseToken('the bearer token is unknown or expired');
  }
  if (!operation.large && received.body.length > MOST_BYTES)
    return refuseMalformed(`the body has ${received.body.length} bytes, more than ${MOST_BYTES}`);
  const error = call.problems.find(({ severity }) => severity === 'error');
  if (error) return refuseMalformed(describeProblem(error));
  return call.verdict === 'unreadable' ? refuseMalformed('the body could not be read') : undefined;
}

const readFields = ({ operation, exchange, verdict }: Call): ApiRequest['fields'] | undefined =>
  verdict === 'absent' || operation.bodyKind === 'none'
    ? {}
    : inspectBody(operation, exchange.request.body?.text).value;
