/** What the command reads from and writes to; `process` has all of it. */
export interface Streams {
  stdin: AsyncIterable<Uint8Array | string>;
  stdout: Output;
  stderr: Output;
  env: Readonly<Record<string, string | undefined>>;
}

export interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
}

/** 0: no errors; 1: at least one error; 2: a file could not be read, or the command was not understood. */
export type ExitStatus = 0 | 1 | 2;
