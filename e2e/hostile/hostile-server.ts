import { type LoopbackServer, startLoopbackServer } from '../sandbox/loopback-server.ts';
import { hostileBodies, hostileTexts, largeBodies } from './corpus.ts';

/** The answers that the server can be asked for, by their names. */
const answers: Readonly<Record<string, () => string>> = {
  texts: () => JSON.stringify(textsEverywhere),
  flow: () => JSON.stringify({ correlationId: hostileTexts['a direction that turns'], success: 'pending' }),
  prototypes: () => hostileBodies['prototype names'] ?? '',
  nested: () => hostileBodies['objects in objects'] ?? '',
  unseen: () => hostileBodies['NUL and lone surrogates'] ?? '',
  page: () => hostileBodies['a page'] ?? '',
  long: () => largeBodies['a long text']?.(10_000_000) ?? '',
  keys: () => largeBodies['many keys']?.(10_000_000) ?? '',
};

/** A body that says every hostile text as a key, as a value and in the fields that are shown. */
export const textsEverywhere = {
  correlationId: '713189b8-5555-4b08-83ba-75d08780aebd',
  success: hostileTexts['a script'],
  message: hostileTexts['an image that fails'],
  ...Object.fromEntries(Object.values(hostileTexts).map((text) => [text, { [text]: text }])),
};

/** A text as a header may hold it: its UTF-8 bytes, less the controls that HTTP forbids. */
const forHeader = (text: string): string =>
  Buffer.from(text, 'utf8')
    .toString('latin1')
    .replace(/[^\t\x20-\x7e\x80-\xff]/g, '?');

const exposed = Object.keys(hostileTexts)
  .map((_, index) => `X-Hostile-${index}`)
  .join(', ');

/** Starts an API that answers any page, on any path, whatever its query asks for: `?answer=nested`. */
export const startHostileServer = (): Promise<LoopbackServer> =>
  startLoopbackServer(0, (request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*');
    response.setHeader('Access-Control-Allow-Credentials', 'true');
    response.setHeader('Access-Control-Allow-Headers', 'content-type, x-hostile');
    response.setHeader('Access-Control-Expose-Headers', exposed);
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Connection', 'close');
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    for (const [index, text] of Object.values(hostileTexts).entries())
      response.setHeader(`X-Hostile-${index}`, forHeader(text));
    const name = searchParams.get('answer') ?? 'texts';
    response.setHeader('Content-Type', name === 'page' ? 'text/html; charset=utf-8' : 'application/json');
    response.writeHead(
      name === 'flow' ? 200 : 418,
      forHeader(`<img src=x onerror=globalThis.__pwned=1> \u202e`),
    );
    // A browser whose body is not taken calls it an abort.
    request.resume().on('end', () => response.end((answers[name] ?? answers.texts)?.()));
  });
