/**
 * The library: the same schemas and the same engine as the panel and `check`, for a team's own tests.
 * What is exported here is public; everything else may change.
 */
export type { FieldDoc } from '../schemas/field.ts';
export { docOf } from '../schemas/field.ts';
export type { Operation } from '../schemas/operation.ts';
export { findOperation, operations } from '../schemas/operations.ts';
export type { Call, CallFacts, Note } from './call.ts';
export { describeProblem } from './describe-problem.ts';
export type { Body, Exchange, ExchangeRequest, ExchangeResponse, Failure, Header } from './exchange.ts';
export type { InspectOptions } from './inspect.ts';
export { inspect } from './inspect.ts';
export type { BodyInspection, BodySurroundings } from './inspect-body.ts';
export { inspectBody } from './inspect-body.ts';
export { parseRoute } from './parse-route.ts';
export type { Problem, ProblemCode, Severity, Verdict } from './problem.ts';
export type { Route } from './route.ts';
export type { TextEdit } from './text-edit.ts';
export { applyEdits } from './text-edit.ts';
