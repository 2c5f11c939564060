/**
 * The library: the same schemas and the same engine as the panel and `check`, for a team's own tests.
 * What is exported here is public; everything else may change.
 */
export type { FieldDoc } from '../schemas/field.ts';
export { docOf } from '../schemas/field.ts';
export type { Operation } from '../schemas/operation.ts';
export { findOperation, operations } from '../schemas/operations.ts';
export type { TextEdit } from './body/text-edit.ts';
export { applyEdits } from './body/text-edit.ts';
export type { Call, CallFacts, Note } from './call.ts';
export type { Body, Exchange, ExchangeRequest, ExchangeResponse, Failure, Header } from './exchange.ts';
export { describeProblem } from './problems/describe-problem.ts';
export type { InspectOptions } from './problems/inspect.ts';
export { inspect } from './problems/inspect.ts';
export type { BodyInspection, BodySurroundings } from './problems/inspect-body.ts';
export { inspectBody } from './problems/inspect-body.ts';
export type { Problem, ProblemCode, Severity, Verdict } from './problems/problem.ts';
export { parseRoute } from './routes/parse-route.ts';
export type { Route } from './routes/route.ts';
