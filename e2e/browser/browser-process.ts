import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Download, LaunchOptions } from './driver.ts';
import { atMost, StopWaiting, until } from './until.ts';

/** A browser process that we started, with the temporary folder that holds its profile. */
export class BrowserProcess {
  readonly #child: ChildProcess;
  readonly #killAtExit: () => void;
  readonly folder: string;
  /** Resolves when the browser has ended, by itself or because it was asked to. */
  readonly exited: Promise<void>;

  /** Starts a program. `folder` is removed at `end`. */
  constructor(program: string, args: readonly string[], folder: string, env: NodeJS.ProcessEnv = {}) {
    this.folder = folder;
    this.#child = spawn(program, args, { stdio: 'ignore', env: { ...process.env, ...env } });
    this.exited = new Promise((resolve) => {
      this.#child.once('exit', () => resolve());
      this.#child.once('error', () => resolve());
    });
    // A test runner that is stopped must not leave a browser behind.
    this.#killAtExit = () => this.#child.kill('SIGKILL');
    process.once('exit', this.#killAtExit);
  }

  /** Waits for a file that the browser writes once it listens, and returns its text. */
  portFile(file: string): Promise<string> {
    return until(
      async () => {
        if (this.#child.exitCode !== null) {
          throw new StopWaiting(`The browser ended at its start with code ${this.#child.exitCode}`);
        }
        return readFile(path.join(this.folder, file), 'utf8');
      },
      `the browser to write ${file}`,
      40_000,
    );
  }

  /** Asks the browser to end, makes it end if it does not within 5 s, and removes its folder. */
  async end(ask: () => Promise<unknown>): Promise<void> {
    await atMost(
      2_000,
      ask().catch(() => undefined),
    );
    await atMost(5_000, this.exited);
    if (this.#child.exitCode === null && this.#child.signalCode === null) this.#child.kill('SIGKILL');
    await atMost(5_000, this.exited);
    process.off('exit', this.#killAtExit);
    await rm(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** A new empty folder for one browser. */
export function temporaryFolder(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'v3-inspector-'));
}

/** The extension to load: as it was built, or a copy with the texts and the access to hosts that are asked for. */
export async function prepareExtension(
  {
    extension,
    messages,
    grantHosts,
    firstScript,
  }: Pick<LaunchOptions, 'extension' | 'messages' | 'grantHosts' | 'firstScript'>,
  folder: string,
): Promise<string> {
  if (!messages && !grantHosts && !firstScript) return extension;
  const copy = path.join(folder, 'extension');
  await cp(extension, copy, { recursive: true });
  if (grantHosts) {
    const manifest = await readManifest(copy);
    const granted = { ...manifest, host_permissions: ['http://*/*', 'https://*/*'] };
    await writeFile(path.join(copy, 'manifest.json'), JSON.stringify(granted));
  }
  if (firstScript) {
    await writeFile(path.join(copy, 'first.js'), firstScript);
    const panel = path.join(copy, 'src/panel/panel.html');
    const html = await readFile(panel, 'utf8');
    await writeFile(panel, html.replace('<script', '<script src="/first.js"></script>$&'));
  }
  if (messages) {
    const entries = Object.entries(messages).map(([key, message]) => [key, { message }]);
    await writeFile(
      path.join(copy, '_locales/en/messages.json'),
      JSON.stringify(Object.fromEntries(entries)),
    );
  }
  return copy;
}

interface Manifest {
  devtools_page?: string;
  browser_specific_settings?: { gecko?: { id?: string } };
}

/** The manifest of a built extension. Throws when the folder holds none. */
export async function readManifest(extension: string): Promise<Manifest> {
  return JSON.parse(await readFile(path.join(extension, 'manifest.json'), 'utf8'));
}

/** The finished files in a downloads folder. Firefox holds a file's name with an empty one until it is written. */
export async function readDownloads(folder: string): Promise<Download[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => !/\.(crdownload|part)$/.test(name));
  const files = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(path.join(folder, name), 'utf8') })),
  );
  return files.filter(({ text }) => text !== '');
}
