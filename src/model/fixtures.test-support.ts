import type { FlowKind } from '../schemas/flow-kind.ts';
import type { Operation } from '../schemas/operation.ts';
import { findOperation } from '../schemas/operations.ts';
import type { Call } from './call.ts';
import { type Body, type Exchange, type Header, utf8Length } from './exchange.ts';
import type { Flow, FlowState } from './flows/flow.ts';
import { inspect } from './problems/inspect.ts';
import type { Problem } from './problems/problem.ts';

export const seconds = (n: number): number => n * 1000;
export const minutes = (n: number): number => n * 60_000;

/** When every story of the tests begins: an ordinary noon, so that "at" may be counted from 0. */
export const NOON = Date.UTC(2026, 0, 15, 12);

export const US = 'platform.uat.proveapis.com';
export const EU = 'platform.uat.eu.proveapis.com';
export const BACK_END = 'shop.example.com';

/** One HTTP round trip in a few words; what is left out is as in an ordinary, right call. */
export interface Scene {
  operation?: string;
  /** Counted from `NOON`, in ms. */
  at?: number;
  /** From the start to the last byte, in ms. */
  took?: number;
  id?: string;
  /** Without the port; ordinary scenes play on Prove's US sandbox. */
  host?: string;
  /** Instead of the operation's own URL. */
  url?: string;
  method?: string;
  /** An object is written as JSON; a text stands as it is; `null` is no body. */
  body?: unknown;
  /** Added to (or, by the same name, instead of) the ordinary headers; `undefined` drops one. */
  headers?: Readonly<Record<string, string | undefined>>;
  /** An object is written as JSON; a text stands as it is; `null` is a lost connection. */
  answer?: unknown;
  status?: number;
  answerHeaders?: Readonly<Record<string, string>>;
  truncated?: 'request' | 'response';
}

/** An answer that refuses, as the API words it. */
export const refusal = (code: number, status = 400): Pick<Scene, 'answer' | 'status'> => ({
  answer: { code, message: 'refused' },
  status,
});

/** The operation with this id; a mistake in a test's id is told at once. */
export function operation(id: string): Operation {
  const found = findOperation(id);
  if (!found) throw new Error(`There is no operation “${id}”.`);
  return found;
}

let exchanges = 0;

/** `exchange({ operation: 'mfa', body: { possessionType: 'none' }, at: seconds(2) })` */
export function exchange(scene: Scene = {}): Exchange {
  const { operation: id = 'mfa', at = 0, took = 100, host = US } = scene;
  const played = operation(id);
  const text = written(scene.body === undefined ? played.exampleRequest : scene.body);
  const answer = written(scene.answer === undefined ? played.exampleResponse : scene.answer);
  return {
    id: scene.id ?? `x${++exchanges}`,
    origin: 'captured',
    startedAt: NOON + at,
    duration: took,
    request: {
      method: scene.method ?? played.method,
      url: scene.url ?? `https://${host}${played.path}`,
      headers: listed({ Authorization: 'Bearer t', 'Content-Type': 'application/json', ...scene.headers }),
      ...(text !== undefined && { body: wire(text, scene.truncated === 'request') }),
    },
    ...(answer === undefined
      ? { failure: { kind: 'unknown', detail: '' } }
      : {
          response: {
            status: scene.status ?? 200,
            statusText: '',
            headers: listed({ 'Content-Type': 'application/json', ...scene.answerHeaders }),
            body: wire(answer, scene.truncated === 'response'),
          },
        }),
  };
}

/** The call that `inspect` makes of an exchange; a scene that is no V3 call is a mistake of the test. */
export function call(scene: Scene = {}): Call {
  const found = inspect(exchange(scene));
  if (!found) throw new Error(`No V3 call: ${scene.method ?? ''} ${scene.url ?? scene.host ?? ''}`);
  return found;
}

/** A round trip of the client SDK: `sdkExchange({ token, name: 'mobile/otp/start', at: seconds(1) })` */
export const sdkExchange = ({
  token,
  name = 'mobile/otp/start',
  ...scene
}: Scene & { token?: string; name?: string }): Exchange =>
  exchange({
    url: `https://device.uat.proveapis.com:4443/v1/client/${name}`,
    method: 'POST',
    body: {},
    answer: { next: 'mobile/otp' },
    ...scene,
    headers: { Authorization: token === undefined ? undefined : `Bearer ${token}`, ...scene.headers },
  });

const written = (body: unknown): string | undefined => {
  if (body === null || body === undefined) return undefined;
  return typeof body === 'string' ? body : JSON.stringify(body, null, 2);
};

const wire = (text: string, cut: boolean): Body =>
  cut ? { text, bytes: utf8Length(text) + 1000, truncated: true } : { text, bytes: utf8Length(text) };

const listed = (headers: Readonly<Record<string, string | undefined>>): Header[] =>
  Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));

/** A problem in one line: `error field.enum /possessionType 2:21`. */
export const inWords = ({ severity, code, path, line, column }: Problem): string =>
  `${severity} ${code} ${path || '(body)'} ${line}:${column}`;

/** The same without its place, for tests that are about what is found rather than where. */
export const inBrief = ({ severity, code, path }: Problem): string =>
  `${severity} ${code} ${path || '(body)'}`;

/** A text with one ▸ in it: the text without, and where the ▸ stood, counted by other means than the product. */
export function marked(text: string): { text: string; place: string } {
  const [before, after, ...more] = text.split('▸');
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`One ▸ is needed: ${text}`);
  const lines = before.split(/\r\n|\r|\n/);
  return { text: before + after, place: `${lines.length}:${(lines.at(-1) ?? '').length + 1}` };
}

/** The problems of a flow in its order: `mfa-status 2: error flow.phone-required /phoneNumber`. */
export function problemsOf(flow: Flow): string[] {
  const counts = new Map<string, number>();
  return flow.calls.flatMap(({ operation: { id }, exchange: { id: exchangeId } }) => {
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return (flow.problems.get(exchangeId) ?? []).map((problem) => `${id} ${count}: ${inBrief(problem)}`);
  });
}

/** All that may be said of a flow, as plain data that can be compared. */
export interface FlowSummary {
  id: string;
  correlationId: string | null;
  kind: FlowKind['id'] | undefined;
  state: FlowState;
  startedAt: number;
  duration: number;
  calls: string[];
  problems: Record<string, string[]>;
}

export const summarize = (flow: Flow, now: number): FlowSummary => ({
  id: flow.id,
  correlationId: flow.correlationId,
  kind: flow.kind?.id,
  state: flow.stateAt(now),
  startedAt: flow.startedAt,
  duration: flow.duration,
  calls: flow.calls.map(({ exchange: { id } }) => id),
  problems: Object.fromEntries([...flow.problems].map(([id, problems]) => [id, problems.map(inWords)])),
});
