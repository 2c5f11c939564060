import type { Environment } from '../schemas/environment.ts';
import type { Operation, Region } from '../schemas/operation.ts';
import type { Exchange } from './exchange.ts';
import type { Problem, Verdict } from './problems/problem.ts';
import type { Match } from './routes/match-operation.ts';
import type { Route } from './routes/route.ts';

/** An exchange matched to an operation, with its bodies read and its problems found. */
export interface Call {
  exchange: Exchange;
  operation: Operation;
  /** The Prove host that was called; undefined elsewhere. */
  environment: Environment | undefined;
  /** Whose rules count, where that is known: the host's region, or that of the route. */
  region: Region | undefined;
  /** How it was told to be a V3 call. */
  by: Match['by'];
  /** The rule that it was matched by: the user's own, or a kit's. */
  route: Route | undefined;
  verdict: Verdict;
  /** Problems of this call alone; those of its flow are kept with the flow. */
  problems: readonly Problem[];
  notes: readonly Note[];
  facts: CallFacts;
}

/** Something worth knowing that is no problem of the request. */
export type Note =
  | { code: 'method'; got: string; expected: string }
  /** A path that the operation once had. */
  | { code: 'path'; got: string; expected: string }
  | { code: 'encoding' }
  | { code: 'truncated'; in: 'request' | 'response'; kept: number; bytes: number }
  | { code: 'response-not-json'; type: string };

/** What flows need to know of a call; undefined where the body did not say. */
export interface CallFacts {
  /** The id that the request carried, in its body or its path. */
  requestId: string | undefined;
  /** The id that the answer gave. */
  responseId: string | undefined;
  /** The token for the client SDK that the answer gave. */
  authToken: string | undefined;
  possessionType: string | undefined;
  hasPhone: boolean;
  /** `success` of the answer as text, whatever its JSON type. */
  success: string | undefined;
  /** Whether `success` was sent as a string. */
  successIsText: boolean;
  /** The names in the answer's `next`: what may follow in a start flow. */
  next: readonly string[] | undefined;
  /** The request's body was read completely, or none was needed. */
  readable: boolean;
  /** The `code` of a refusal. */
  errorCode: number | undefined;
}
