import { isObject } from '../is-object.ts';
import { type HarFrame, HarSplitter } from './har-splitter.ts';
import type { EntryTrouble, HarTrouble } from './har-trouble.ts';
import { type HarReading, readHarEntry } from './read-har-entry.ts';

/** What one entry of a HAR turned out to be. */
export type HarItem =
  | { kind: 'read'; reading: HarReading }
  /** Of no interest by its URL; `endedAt` in ms since the epoch tells how long the capture went on. */
  | { kind: 'other'; endedAt: number }
  | { kind: 'broken'; trouble: EntryTrouble };

export interface HarFileOptions {
  /** Whether a request to this URL is of interest; all others are counted and let go. */
  wants?: (url: string) => boolean;
  /** The text of a body that Playwright has put into a file of its own (`_file`), by that file's name. */
  attached?: (name: string) => string | undefined;
}

/** Reads a HAR while its bytes come in, one entry at a time; never throws, whatever the bytes are. */
export class HarFile {
  readonly #splitter: HarSplitter;
  #firstBytes: readonly number[] = [];
  #entries = 0;

  constructor(
    private readonly onItem: (item: HarItem) => void,
    private readonly options: HarFileOptions = {},
  ) {
    this.#splitter = new HarSplitter(
      (text) => {
        this.#entries++;
        this.onItem(readItemText(text, options));
      },
      (text) => {
        const list = readList(text);
        if (list) this.#take(list);
        return list !== undefined;
      },
    );
  }

  #take(list: readonly unknown[]) {
    for (const raw of list) {
      this.#entries++;
      this.onItem(readItem(raw, this.options));
    }
  }

  push(bytes: Uint8Array): void {
    if (this.#firstBytes.length < 4)
      this.#firstBytes = [...this.#firstBytes, ...bytes.subarray(0, 4)].slice(0, 4);
    this.#splitter.push(bytes);
  }

  /** To be called after the last byte. Why this is no complete HAR; undefined where it is one. */
  end(): HarTrouble | undefined {
    const frame = this.#splitter.end();
    const foreign = foreignFormat(this.#firstBytes);
    if (foreign) return foreign;
    if ('cutOff' in frame && frame.cutOff === 'within') return { code: 'cut-within', entry: this.#entries };
    if ('cutOff' in frame && frame.cutOff === 'after') return { code: 'cut-after' };
    const { trouble, entries = [] } = readFrame(frame);
    if (trouble) return trouble;
    this.#take(entries);
    return undefined;
  }
}

/** The entries that the splitter left in the frame (none, but for a key written with escapes); or what is wrong. */
function readFrame(frame: HarFrame): { entries?: readonly unknown[]; trouble?: HarTrouble } {
  if ('tooLarge' in frame) return { trouble: { code: 'too-large' } };
  let value: unknown;
  try {
    value = JSON.parse(frame.text);
  } catch {
    return { trouble: { code: 'no-json' } };
  }
  const log = isObject(value) ? value.log : undefined;
  if (!isObject(log)) return { trouble: { code: 'no-log' } };
  if (!Array.isArray(log.entries)) return { trouble: { code: 'no-entries' } };
  return { entries: log.entries };
}

/** What is often taken for a HAR, told by its first bytes. */
function foreignFormat([a, b]: readonly number[]): HarTrouble | undefined {
  if (a === undefined) return { code: 'empty' };
  if (a === 0x50 && b === 0x4b) return { code: 'zip' };
  if (a === 0x1f && b === 0x8b) return { code: 'gzip' };
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return { code: 'utf-16' };
  return undefined;
}

/** Several entries with commas between them; undefined where they are not. */
function readList(text: string): readonly unknown[] | undefined {
  try {
    const list: unknown = JSON.parse(`[${text}]`);
    return Array.isArray(list) ? list : undefined;
  } catch {
    return undefined;
  }
}

function readItemText(text: string | undefined, options: HarFileOptions): HarItem {
  if (text === undefined) return { kind: 'broken', trouble: 'too-large' };
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { kind: 'broken', trouble: 'no-json' };
  }
  return readItem(raw, options);
}

/** Reads one parsed entry. */
export function readItem(raw: unknown, { wants, attached }: HarFileOptions = {}): HarItem {
  const trouble = whatIsBroken(raw);
  if (trouble) return { kind: 'broken', trouble };
  // Only what is wanted is worth a thorough look: a capture is mostly other traffic.
  const { startedDateTime, time, request } = raw as SoundEntry;
  if (wants && !wants(request.url)) {
    const took = typeof time === 'number' && time > 0 ? time : 0;
    return { kind: 'other', endedAt: Date.parse(startedDateTime) + took };
  }
  const reading = readHarEntry(attached ? attach(raw as SoundEntry, attached) : raw);
  return reading ? { kind: 'read', reading } : { kind: 'broken', trouble: 'unread' };
}

/** The parts that no entry can do without. */
interface SoundEntry {
  startedDateTime: string;
  time?: unknown;
  request: { method: string; url: string; postData?: unknown };
  response?: unknown;
}

function whatIsBroken(raw: unknown): EntryTrouble | undefined {
  if (!isObject(raw)) return 'no-object';
  const { startedDateTime, request } = raw;
  if (!isObject(request)) return 'no-request';
  if (typeof request.method !== 'string') return 'no-method';
  if (typeof request.url !== 'string') return 'no-url';
  if (typeof startedDateTime !== 'string') return 'no-start';
  return Number.isNaN(Date.parse(startedDateTime)) ? 'bad-start' : undefined;
}

/** Puts the bodies that lie in files of their own into their places. */
function attach(raw: SoundEntry, attached: NonNullable<HarFileOptions['attached']>): SoundEntry {
  const filled = (holder: unknown) => {
    if (!isObject(holder) || typeof holder._file !== 'string' || holder.text) return holder;
    const text = attached(holder._file);
    return text === undefined ? holder : { ...holder, text };
  };
  const { request, response } = raw;
  return {
    ...raw,
    request: { ...request, postData: filled(request.postData) },
    ...(isObject(response) && { response: { ...response, content: filled(response.content) } }),
  };
}
