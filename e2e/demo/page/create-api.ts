import { type Api, type Reply, readReply, toJson } from './api.ts';

export interface ApiSettings {
  base: () => string;
  closedPort: string;
  pollInterval: number;
  log: Api['log'];
}

const MOST_SHOWN = 160;
const MOST_OF_A_VALUE = 40;

const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most)}…` : text);

/** The answer for the log: long values such as tokens are cut, so that the others are seen. */
function shorten({ text, fields }: Reply): string {
  if (Object.keys(fields).length === 0) return cut(text.trim(), MOST_SHOWN);
  const isMessage = 'message' in fields;
  return JSON.stringify(fields, (_, value: unknown) =>
    typeof value === 'string' && !isMessage ? cut(value, MOST_OF_A_VALUE) : value,
  );
}

/** Connects the actions with the chosen host and the page's log. */
export function createApi({ base, closedPort, pollInterval, log }: ApiSettings): Api {
  const send: Api['send'] = async (path, init, origin = base()) => {
    const title = `${init.method ?? 'GET'} ${path}`;
    try {
      const response = await fetch(`${origin}${path}`, init);
      const reply = readReply(response.status, await response.text());
      log(`${title} → ${reply.status} ${shorten(reply)}`, !response.ok);
      return reply;
    } catch (error) {
      log(`${title} → no answer (${error instanceof Error ? error.message : String(error)})`, true);
      return undefined;
    }
  };
  return {
    get base() {
      return base();
    },
    get closedBase() {
      const url = new URL(base());
      url.port = closedPort;
      return url.origin;
    },
    pollInterval,
    log,
    send,
    post: (path, body, headers) =>
      send(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : toJson(body),
      }),
  };
}
