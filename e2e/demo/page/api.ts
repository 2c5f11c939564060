/** What came back, read as far as it can be. */
export interface Reply {
  status: number;
  text: string;
  /** The fields of a JSON object; empty for anything else. */
  fields: Readonly<Record<string, unknown>>;
}

/** What an action has at hand. */
export interface Api {
  /** Origin of the chosen API host. */
  readonly base: string;
  /** The same host name with a port on which nothing listens. */
  readonly closedBase: string;
  /** ms between two statuses of a well-behaved flow. */
  readonly pollInterval: number;
  /** Writes a line into the page's own log. */
  log(line: string, failed?: boolean): void;
  /** Calls the API and writes it into the log; undefined where no answer came. Never rejects. */
  send(path: string, init: RequestInit, base?: string): Promise<Reply | undefined>;
  /** Posts a body: an object as indented JSON, a text as it is. */
  post(path: string, body: object | string, headers?: Record<string, string>): Promise<Reply | undefined>;
}

/** One button of the page. */
export interface Action {
  /** Stable: tests and `npm start` run it by this name. */
  name: string;
  label: string;
  /** What is to be seen in the inspector. */
  note: string;
  run: (api: Api) => Promise<unknown>;
}

export interface ActionGroup {
  title: string;
  actions: readonly Action[];
}

/** Writes a body as the demo sends it. */
export const toJson = (body: object): string => JSON.stringify(body, null, 2);

/** Reads an answer that may be anything. */
export function readReply(status: number, text: string): Reply {
  try {
    const value: unknown = JSON.parse(text);
    return { status, text, fields: isObject(value) ? value : {} };
  } catch {
    return { status, text, fields: {} };
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Waits. */
export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
