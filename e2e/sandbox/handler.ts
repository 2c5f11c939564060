import type { Answer } from './answer.ts';
import type { SandboxState } from './state.ts';

/** A request that passed every check that its operation's schema can make. */
export interface ApiRequest {
  /** The fields of the body, or none for an operation without one. */
  fields: Readonly<Record<string, unknown>>;
  /** As it was called, the sandbox's own origin included. */
  url: URL;
}

/** Answers one operation. */
export type Handler = (request: ApiRequest, state: SandboxState) => Answer;

/** A string field that says something; undefined for a missing or empty one. */
export function readText(fields: ApiRequest['fields'], name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
