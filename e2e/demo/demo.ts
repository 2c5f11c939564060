import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import ts from 'typescript';
import { findClosedPort, type LoopbackServer, startLoopbackServer } from '../sandbox/loopback-server.ts';

export interface DemoOptions {
  /** Where the sandbox is. */
  sandboxUrl: string;
  /** A free one by default. */
  port?: number;
  /**
   * Offers Prove's host names: only for a browser that maps them to loopback, since elsewhere they lead to Prove.
   * Chromium: `--host-resolver-rules=MAP *.proveapis.com 127.0.0.1`; Firefox: `network.dns.localDomains`.
   */
  proveNames?: boolean;
  /** The API host chosen at first: `here` (default) or, with `proveNames`, `us` or `eu`. */
  host?: 'here' | 'us' | 'eu';
  /** ms between two statuses of a well-behaved flow; 1200 by default, so that no poll is too fast. */
  pollInterval?: number;
  /** A Content-Security-Policy for the page, to try a `connect-src` that forbids calls. */
  contentSecurityPolicy?: string;
}

const PAGE = new URL('./page/', import.meta.url);

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.ts': 'text/javascript; charset=utf-8',
};

/** Starts the demo integration on a port of its own: another origin than the API's. */
export async function startDemo(options: DemoOptions): Promise<LoopbackServer> {
  const { sandboxUrl, port = 0, proveNames = false, host = 'here', pollInterval = 1200 } = options;
  const { contentSecurityPolicy } = options;
  const closedPort = await findClosedPort();
  const settings = new URLSearchParams({
    sandboxUrl,
    host,
    proveNames: String(proveNames),
    closedPort: String(closedPort),
    pollInterval: String(pollInterval),
  });
  const files = await readPage(settings.toString().replaceAll('&', '&amp;'));
  return startLoopbackServer(port, (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname === '/' ? 'index.html' : pathname.replace(/^\/(controlled\/)?/, '');
    const body = files.get(name);
    response.writeHead(body === undefined ? 404 : 200, {
      'Content-Type': types[extname(name)] ?? 'text/plain',
      'Cache-Control': 'no-store',
      ...(contentSecurityPolicy !== undefined && { 'Content-Security-Policy': contentSecurityPolicy }),
    });
    response.end(body ?? 'not found');
  });
}

/** Reads the page's files, TypeScript as JavaScript. */
async function readPage(settings: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(PAGE);
  const read = async (name: string): Promise<[string, string]> => {
    const text = await readFile(new URL(name, PAGE), 'utf8');
    if (name.endsWith('.ts')) return [name, toJavaScript(text)];
    return [name, text.replace('{{settings}}', settings)];
  };
  return new Map(await Promise.all(names.map(read)));
}

/** JavaScript by the TypeScript that it was made of: a demo is started for each test. */
const made = new Map<string, string>();

function toJavaScript(text: string): string {
  const known = made.get(text);
  if (known !== undefined) return known;
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
    },
  });
  made.set(text, outputText);
  return outputText;
}
