import { readFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';

/** The earliest time that a zip can tell: the same files give the same bytes whenever they are packed. */
const mtime = new Date(1980, 0, 1);

/** A zip of files of a folder, given by their paths inside it. Equal files give an equal zip, byte for byte. */
export const zipFiles = (folder: string, files: readonly string[]): Uint8Array =>
  zipSync(
    Object.fromEntries(
      files.toSorted().map((file) => [file.replaceAll('\\', '/'), readFileSync(path.join(folder, file))]),
    ),
    { level: 9, mtime },
  );
