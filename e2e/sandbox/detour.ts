import { type Answer, refuseWithInternalError } from './answer.ts';

/** What a detour has at hand. */
export interface Trip {
  /** The path without the detour's prefix. */
  path: string;
  /** The number after the prefix, as in `/slow/300/v3/mfa`; of `/large/50/v3/mfa` it is the size in MB. */
  ms: number | undefined;
  /** The answer that the API gives. */
  answer: () => Answer;
  /** Waits for `ms`, or until the sandbox is told to release what it holds back. */
  hold: (ms: number | undefined) => Promise<void>;
}

/** An answer, whole or cut in the middle of its body, or the connection cut without one. */
export type Delivery = (Answer & { torn?: true }) | 'cut';

export interface Detour {
  /** The answer lacks the CORS headers and the preflight is refused. */
  corsRefused?: true;
  deliver: (trip: Trip) => Delivery | Promise<Delivery>;
}

const MEGABYTE = 1 << 20;

/** The straight way. */
export const noDetour: Detour = { deliver: ({ answer }) => answer() };

/** What the first part of a path does to a call, by its name: `/html/v3/mfa` calls `/v3/mfa` and gets HTML. */
export const detours: ReadonlyMap<string, Detour> = new Map<string, Detour>([
  ['no-cors', { corsRefused: true, deliver: noDetour.deliver }],
  [
    'slow',
    {
      deliver: async ({ answer, hold, ms }) => {
        const ready = answer();
        await hold(ms);
        return ready;
      },
    },
  ],
  ['hang', { deliver: () => 'cut' }],
  ['torn', { deliver: ({ answer }) => ({ ...answer(), torn: true }) }],
  ['redirect', { deliver: ({ path }) => ({ status: 307, headers: { Location: path }, body: '' }) }],
  ['crash', { deliver: () => refuseWithInternalError('asked for') }],
  ['html', { deliver: () => answerHtml() }],
  ['large', { deliver: ({ answer, ms: megabytes = 5 }) => enlarge(answer(), megabytes) }],
  ['binary', { deliver: () => answerBinary() }],
]);

/** Splits a path into its detour and the rest. */
export function splitDetour(path: string): { detour: Detour; path: string; ms: number | undefined } {
  const [, name = '', ms, rest = path] = /^\/([a-z-]+)(?:\/(\d+))?(\/.*)$/.exec(path) ?? [];
  const detour = detours.get(name);
  if (!detour) return { detour: noDetour, path, ms: undefined };
  return { detour, path: rest, ms: ms === undefined ? undefined : Number(ms) };
}

const answerHtml = (): Answer => ({
  status: 200,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: '<!doctype html><html lang="en"><title>Shop</title><body><div id="app"></div></body></html>\n',
});

const answerBinary = (): Answer => ({
  status: 200,
  headers: { 'Content-Type': 'application/octet-stream' },
  body: Uint8Array.from({ length: 256 }, (_, index) => 255 - index),
});

/** The same JSON answer, with white space before its end that makes it so many MB. */
function enlarge(answer: Answer, megabytes: number): Answer {
  if (typeof answer.body !== 'string') return answer;
  return { ...answer, body: `${answer.body.slice(0, -1)}${' '.repeat(megabytes * MEGABYTE)}}` };
}
