import type { IncomingMessage, ServerResponse } from 'node:http';
import { createClock } from './clock.ts';
import { answerPreflight, corsHeaders } from './cors.ts';
import { type Delivery, splitDetour } from './detour.ts';
import { type Handlers, handlers } from './handlers.ts';
import { createHolds } from './holds.ts';
import { type LoopbackServer, startLoopbackServer } from './loopback-server.ts';
import { type Received, receive } from './received.ts';
import { createState } from './state.ts';
import { answerV3, type V3Api } from './v3-api.ts';

export interface SandboxOptions {
  /** A free one by default. */
  port?: number;
  /** Refuses calls without a bearer token; off by default, since a browser has none. */
  requireToken?: boolean;
  /** Statuses that answer `pending` before the result; 3 by default. */
  pendingPolls?: number;
  /** Answers that take the place of the sandbox's own, by the operation's id. */
  handlers?: Handlers;
}

export interface Sandbox extends LoopbackServer {
  /** Every request that arrived, preflights included, in the order of arrival. */
  received: readonly Received[];
  /** The first request, past or to come, that matches. */
  arrival(matches: (received: Received) => boolean): Promise<Received>;
  /** Moves the clock ahead: tokens and correlationIds grow old. */
  advance(ms: number): void;
  /** Sends the answers that `/slow/` holds back; says how many. */
  release(): number;
}

/** Starts a V3 API on loopback that judges requests by the product's own schemas. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, requireToken = false, pendingPolls = 3 } = options;
  const clock = createClock();
  const holds = createHolds();
  const received: Received[] = [];
  const expected = new Set<(received: Received) => void>();
  const api: V3Api = {
    handlers: { ...handlers, ...options.handlers },
    state: createState(clock, pendingPolls),
    requireToken,
  };

  const serve = async (message: IncomingMessage, response: ServerResponse) => {
    const request = await receive(message, clock.now());
    if (!request) return;
    received.push(request);
    for (const check of expected) check(request);
    const { detour, path, ms } = splitDetour(request.path);
    const isPreflight = request.method === 'OPTIONS';
    const delivery = isPreflight
      ? answerPreflight(request.headers, !detour.corsRefused)
      : await detour.deliver({
          path,
          ms,
          hold: holds.wait,
          answer: () => answerV3(api, { ...request, path }),
        });
    if (delivery === 'cut') response.destroy();
    else send(response, delivery, detour.corsRefused ? {} : corsHeaders(request.headers));
  };

  const server = await startLoopbackServer(port, (message, response) => void serve(message, response));
  return {
    ...server,
    received,
    advance: clock.advance,
    release: holds.release,
    arrival: (matches) =>
      new Promise((resolve) => {
        const past = received.find(matches);
        if (past) return resolve(past);
        const check = (request: Received) => {
          if (!matches(request)) return;
          expected.delete(check);
          resolve(request);
        };
        expected.add(check);
      }),
    close: () => {
      holds.release();
      return server.close();
    },
  };
}

// A connection of its own for every call: a browser repeats a call when a connection that it used before is cut.
function send(
  response: ServerResponse,
  { status, headers, body, torn }: Exclude<Delivery, 'cut'>,
  extra: Record<string, string>,
): void {
  const announced = torn && { 'Content-Length': String(Buffer.byteLength(body)) };
  response.writeHead(status, {
    'Cache-Control': 'no-store',
    Connection: 'close',
    ...announced,
    ...headers,
    ...extra,
  });
  if (torn) response.write(body.slice(0, body.length / 2), () => response.destroy());
  else response.end(body);
}
