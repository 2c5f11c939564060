import { readFileSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import type { Streams } from './streams.ts';

const CHUNK = 1 << 20;
/** Bodies are small; a file beside the HAR that is larger is not read. */
const MAX_ATTACHED = 10_000_000;

/** The bytes of a file, or of standard input for `-`. A chunk is good until the next one is asked for. */
export async function* readBytes(file: string, stdin: Streams['stdin']): AsyncGenerator<Uint8Array> {
  if (file === '-') {
    for await (const chunk of stdin) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    return;
  }
  const handle = await open(file);
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, CHUNK);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/** The size of a file in bytes, where it can be told. */
export function sizeOf(file: string): number | undefined {
  if (file === '-') return undefined;
  try {
    return statSync(file).size || undefined;
  } catch {
    // Opening it will tell what is wrong.
    return undefined;
  }
}

/** Reads what Playwright has put into files beside a HAR. A name that leads elsewhere is not followed. */
export const attachedTo =
  (har: string) =>
  (name: string): string | undefined => {
    if (path.basename(name) !== name || name.startsWith('.')) return undefined;
    try {
      const file = path.join(path.dirname(har), name);
      const { size } = statSync(file);
      return size <= MAX_ATTACHED ? readFileSync(file, 'utf8') : undefined;
    } catch {
      // Without it the body is as good as not handed over, and the report says so.
      return undefined;
    }
  };

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
  EISDIR: 'it is a directory',
};

/** Why a file could not be read, as the end of a sentence. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? `it could not be read (${code || 'unknown error'})`;
}
