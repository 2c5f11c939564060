import type { Answer } from './answer.ts';
import type { SandboxState } from './state.ts';

/** A request that passed every check that its operation's schema can make. */
export interface ApiRequest {
  /** The fields of the body; none for an operation without one, or where it was left out. */
  fields: Readonly<Record<string, unknown>>;
  /** The parameters of the path, decoded. */
  path: Readonly<Record<string, string>>;
  /** The parameters of the query, with the types that their schema gives them. */
  query: Readonly<Record<string, unknown>>;
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

/** The objects of a list; none where the list is missing. */
export function readItems(fields: ApiRequest['fields'], name: string): ApiRequest['fields'][] {
  const value = fields[name];
  return Array.isArray(value) ? value : [];
}

/** The fields of an object that say something, for an answer that gives them back. */
export function echo(fields: ApiRequest['fields'], ...names: string[]): Record<string, string> {
  const texts = names.map((name) => [name, readText(fields, name)] as const);
  return Object.fromEntries(texts.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
