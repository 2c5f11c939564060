import { type Environment, environmentOf } from '../schemas/environment.ts';
import type { Operation } from '../schemas/operation.ts';
import { operations } from '../schemas/operations.ts';
import type { Exchange } from './exchange.ts';
import { parseUrl } from './url.ts';

export interface Match {
  operation: Operation;
  environment?: Environment;
  /** How the call was told to be V3: by Prove's host, by a path that only V3 has, or by what its bodies hold. */
  by: 'host' | 'path' | 'fingerprint';
}

interface PathEntry {
  pattern: RegExp;
  operations: Operation[];
}

const literalPaths = new Map<string, Operation[]>();
const templatePaths: PathEntry[] = [];
for (const operation of operations) {
  if (!operation.path.includes('{')) {
    const known = literalPaths.get(operation.path);
    if (known) known.push(operation);
    else literalPaths.set(operation.path, [operation]);
    continue;
  }
  const pattern = new RegExp(`^${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`);
  const known = templatePaths.find((entry) => entry.pattern.source === pattern.source);
  if (known) known.operations.push(operation);
  else templatePaths.push({ pattern, operations: [operation] });
}

/** The V3 part at the end of a URL's path, without a trailing slash; undefined where there is none. */
function v3Path(pathname: string): string | undefined {
  const path = pathname.endsWith('/') ? pathname.slice(0, -1) : pathname;
  const start = path.lastIndexOf('/v3/');
  if (start >= 0) return path.slice(start);
  return path.endsWith('/token') ? '/token' : undefined;
}

function candidatesFor(path: string): readonly Operation[] {
  return literalPaths.get(path) ?? templatePaths.find((entry) => entry.pattern.test(path))?.operations ?? [];
}

/** Paths of files, data and blobs only look like those of an API. */
function parseHttpUrl(text: string): URL | undefined {
  const url = parseUrl(text);
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

/** A cheap test on the URL alone: whether a request may turn out to be a V3 call. */
export function mayBeV3(url: string): boolean {
  if (!url.includes('/v3/') && !url.includes('/token')) return false;
  const parsed = parseHttpUrl(url);
  const path = parsed && v3Path(parsed.pathname);
  return path !== undefined && candidatesFor(path).length > 0;
}

/** Finds the operation that an exchange calls, or undefined where it is none of V3's. */
export function matchOperation(exchange: Exchange): Match | undefined {
  const { url, method } = exchange.request;
  if (method === 'OPTIONS') return undefined;
  const parsed = parseHttpUrl(url);
  if (!parsed) return undefined;
  const path = v3Path(parsed.pathname);
  if (path === undefined) return undefined;
  const candidates = candidatesFor(path);
  // A wrong method on a known path is still meant as a V3 call.
  const operation = candidates.find((candidate) => candidate.method === method) ?? candidates[0];
  if (!operation) return undefined;
  const environment = environmentOf(parsed.hostname);
  if (environment) return { operation, environment, by: 'host' };
  if (!operation.genericPath) return { operation, by: 'path' };
  return hasFingerprint(exchange) ? { operation, by: 'fingerprint' } : undefined;
}

const REQUEST_MARK = /"(?:possessionType|flowType)"\s*:/;
const RESPONSE_MARK =
  /"correlationId"\s*:\s*"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"|"authToken"\s*:\s*"eyJ[\w-]*\.|"next"\s*:\s*\{\s*"v3-/i;

/** Whether the bodies hold what only V3 has: other vendors use paths such as /v3/verify and /token too. */
const hasFingerprint = ({ request, response }: Exchange): boolean =>
  REQUEST_MARK.test(request.body?.text ?? '') || RESPONSE_MARK.test(response?.body?.text ?? '');
