import { isObject } from '../problems/advise.ts';
import { type HarFrame, HarSplitter } from './har-splitter.ts';
import { type HarReading, readHarEntry } from './read-har-entry.ts';

/** What one entry of a HAR turned out to be. */
export type HarItem =
  | { kind: 'read'; reading: HarReading }
  /** Of no interest by its URL; `endedAt` in ms since the epoch tells how long the capture went on. */
  | { kind: 'other'; endedAt: number }
  | { kind: 'broken'; reason: string };

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
    this.#splitter = new HarSplitter((text) => {
      this.#entries++;
      this.onItem(readItemText(text, options));
    });
  }

  push(bytes: Uint8Array): void {
    if (this.#firstBytes.length < 4)
      this.#firstBytes = [...this.#firstBytes, ...bytes.subarray(0, 4)].slice(0, 4);
    this.#splitter.push(bytes);
  }

  /** To be called after the last byte. Why this is no complete HAR, as the end of a sentence; undefined where it is one. */
  end(): string | undefined {
    const frame = this.#splitter.end();
    const foreign = foreignFormat(this.#firstBytes);
    if (foreign !== undefined) return foreign;
    if ('cutOff' in frame && frame.cutOff !== 'before')
      return `it is cut off ${frame.cutOff} ${frame.cutOff === 'within' ? `entry ${this.#entries}` : 'its entries'}`;
    const log = readFrame(frame);
    if (typeof log === 'string') return log;
    for (const raw of log) {
      this.#entries++;
      this.onItem(readItem(raw, this.options));
    }
    return undefined;
  }
}

/** The entries that the splitter left in the frame (none, but for a key written with escapes); or what is wrong. */
function readFrame(frame: HarFrame): readonly unknown[] | string {
  if ('tooLarge' in frame) return 'it holds no log.entries';
  let value: unknown;
  try {
    value = JSON.parse(frame.text);
  } catch {
    return 'it is not JSON';
  }
  const log = isObject(value) ? value.log : undefined;
  if (!isObject(log)) return 'it is JSON, but no HAR: there is no “log”';
  if (!Array.isArray(log.entries)) return 'it is JSON, but no HAR: there is no “log.entries”';
  return log.entries;
}

/** What is often taken for a HAR, told by its first bytes. */
function foreignFormat([a, b]: readonly number[]): string | undefined {
  if (a === undefined) return 'it is empty';
  if (a === 0x50 && b === 0x4b) return 'it is a ZIP archive; unpack it and name the HAR inside';
  if (a === 0x1f && b === 0x8b) return 'it is compressed with gzip; unpack it first';
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'it is UTF-16; a HAR is UTF-8';
  return undefined;
}

function readItemText(text: string | undefined, options: HarFileOptions): HarItem {
  if (text === undefined) return { kind: 'broken', reason: 'it is too large' };
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { kind: 'broken', reason: 'it is not JSON' };
  }
  return readItem(raw, options);
}

/** Reads one parsed entry. */
export function readItem(raw: unknown, { wants, attached }: HarFileOptions = {}): HarItem {
  const reason = whatIsBroken(raw);
  if (reason !== undefined) return { kind: 'broken', reason };
  // Only what is wanted is worth a thorough look: a capture is mostly other traffic.
  const { startedDateTime, time, request } = raw as SoundEntry;
  if (wants && !wants(request.url)) {
    const took = typeof time === 'number' && time > 0 ? time : 0;
    return { kind: 'other', endedAt: Date.parse(startedDateTime) + took };
  }
  const reading = readHarEntry(attached ? attach(raw as SoundEntry, attached) : raw);
  return reading ? { kind: 'read', reading } : { kind: 'broken', reason: 'it cannot be read' };
}

/** The parts that no entry can do without. */
interface SoundEntry {
  startedDateTime: string;
  time?: unknown;
  request: { method: string; url: string; postData?: unknown };
  response?: unknown;
}

function whatIsBroken(raw: unknown): string | undefined {
  if (!isObject(raw)) return 'it is no object';
  const { startedDateTime, request } = raw;
  if (!isObject(request)) return 'it has no request';
  if (typeof request.method !== 'string') return 'it has no request.method';
  if (typeof request.url !== 'string') return 'it has no request.url';
  if (typeof startedDateTime !== 'string') return 'it has no startedDateTime';
  return Number.isNaN(Date.parse(startedDateTime)) ? 'its startedDateTime is no date' : undefined;
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
