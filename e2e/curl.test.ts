import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyAsCurl } from '../src/model/copy/copy-as-curl.ts';
import { type ExchangeRequest, utf8Length } from '../src/model/exchange.ts';
import { readCurl } from '../src/model/import/read-curl.ts';
import { openSandbox } from './sandbox/call-sandbox.ts';
import type { Received } from './sandbox/received.ts';
import type { Sandbox } from './sandbox/sandbox.ts';

// What the composer gives and takes as cURL, held against the real program in real shells.

const run = promisify(execFile);

/** All that shells, cmd and curl could take for their own, and what is more than one byte long. */
const unit = fc.oneof(
  fc.constantFrom(...`'"\\$\`!%^&|<>(){}[]#;*?~=@:,. \t\r\n`),
  fc.constantFrom(
    '🎉',
    'ü',
    '漢',
    '\u2028',
    '\\"',
    '%PATH%',
    '$HOME',
    '{{guid}}',
    '^"',
    "\\'",
    '\r\n',
    '\n\n',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
);
/** A command can carry no NUL, and UTF-8 no half of a pair. */
const text = fc
  .array(unit, { minLength: 1, maxLength: 40 })
  .map((units) => units.join('').replaceAll('\0', ''))
  .filter((body) => body !== '');
const json = fc
  .record({ smsMessage: text, phoneNumber: text })
  .map((value) => JSON.stringify(value, null, 2));

const headers = [
  { name: 'Content-Type', value: 'application/json' },
  { name: 'Authorization', value: 'Bearer a.b-c_d' },
  { name: 'X-Quote', value: `it's "100%" $HOME & ^more!` },
  { name: 'X-Empty', value: '' },
];

const post = (url: string, body: string): ExchangeRequest => ({
  method: 'POST',
  url,
  headers,
  body: { text: body, bytes: utf8Length(body) },
});

async function runIn(shell: string, command: string): Promise<void> {
  await run(shell, ['-c', command], { env: { PATH: process.env.PATH, HOME: '/nowhere', LC_ALL: 'C.UTF-8' } });
}

/** The last request that arrived. */
const last = (sandbox: Sandbox): Received => {
  const received = sandbox.received.at(-1);
  if (!received) throw new Error('Nothing arrived.');
  return received;
};

/** What counts of a request: not what each program adds of its own. */
const told = (received: readonly { name: string; value: string }[]) =>
  received
    .filter(
      ({ name }) => !/^(?:host|user-agent|accept|content-length|connection|accept-encoding)$/i.test(name),
    )
    .map(({ name, value }) => `${name}: ${value}`);

describe('a copied cURL command', () => {
  it.each(['sh', 'bash'])(
    'brings 200 bodies byte for byte to the API when it is run in %s',
    async (shell) => {
      const sandbox = await openSandbox();
      const bodies = fc.sample(fc.oneof(text, json), 200);
      const commands = bodies.map((body) => copyAsCurl(post(`${sandbox.url}/v3/mfa`, body), { own: true }));
      await runIn(shell, commands.join('\n'));
      expect(sandbox.received.map(({ body }) => body.toString())).toEqual(bodies);
      for (const { method, headers: arrived } of sandbox.received)
        expect([method, ...told(arrived)]).toEqual(['POST', ...told(headers)]);
    },
    60_000,
  );

  it.each(['GET', 'DELETE', 'PUT', 'HEAD', 'PATCH'])('keeps the method %s', async (method) => {
    const sandbox = await openSandbox();
    const url = `${sandbox.url}/v3/identity/a%20b?clientRequestId={x}[1]&a='b'`;
    await runIn('sh', copyAsCurl({ method, url, headers: [] }, { own: true }));
    expect(last(sandbox)).toMatchObject({ method, path: url.slice(sandbox.url.length) });
  });

  it('sends a body without a Content-Type without one', async () => {
    const sandbox = await openSandbox();
    const request = { ...post(`${sandbox.url}/v3/mfa`, '{}'), headers: [] };
    await runIn('sh', copyAsCurl(request, { own: true }));
    expect(told(last(sandbox).headers)).toEqual([]);
  });
});

describe('a cURL command that is pasted', () => {
  const data = 'a=1&b=ü "x"';
  it.each([
    `-d '${data}'`,
    `-d'a=1' -db=2 --data c`,
    `-XPUT -d '{}' -H'Content-Type: application/json'`,
    `-sSLk --compressed -H "X-A: it's \\"b\\"" -H 'X-E;'`,
    `-G -d a=1 -d 'b=2'`,
    `-G -d a=1 --data-urlencode 'q=ü & b/c?~!'"'"'()*'`,
    `--data-urlencode 'a b' --data-urlencode '=c d' --data-urlencode 'e=f g'`,
    `--data-raw '@not-a-file'`,
    `--data-binary $'tab\\there\\nline \\'q\\' \\u00fc \\xc3\\xbc \\101'`,
    `--json '{"a":' --json '1}'`,
    `--json '{}' -H 'Accept: text/plain'`,
    `-u 'us er:pä:ss'`,
    `--oauth2-bearer abc`,
    `-b 'a=b; c=d' -A me -e http://x/`,
    `-I`,
    `-X DELETE`,
    `-H 'Content-Type:' -d x`,
    `-d 1 \\\n  -d "2\\\n3" \\\n -H X\\-B:\\ y`,
  ])('is read as curl itself reads it: %s', async (options) => {
    const sandbox = await openSandbox();
    const command = `curl ${sandbox.url}/v3/mfa ${options}`;
    await runIn('bash', command);
    const { method, path: asSent, headers: arrived, body } = last(sandbox);
    // Some versions of curl write the digits small.
    const path = asSent.replace(/%[0-9a-f]{2}/g, (code) => code.toUpperCase());
    const read = readCurl(command);
    expect({ ...read, headers: told(read.headers).sort() }).toMatchObject({
      method,
      url: sandbox.url + path,
      headers: told(arrived).sort(),
      body: body.toString(),
    });
  });

  it('gives the draft back that it was copied from, in the quoting of either shell', () => {
    fc.assert(
      fc.property(fc.oneof(text, json), fc.constantFrom('POST', 'PUT', 'DELETE'), (body, method) => {
        const request = {
          ...post('https://platform.uat.proveapis.com/v3/mfa?a=%20b&c={{id}}', body),
          method,
        };
        const draft = { method, url: request.url, headers, body };
        expect(readCurl(copyAsCurl(request, { own: true }))).toMatchObject(draft);
        // cmd knows no carriage return.
        const asLines = { ...draft, body: body.replace(/\r\n?/g, '\n') };
        expect(readCurl(copyAsCurl(request, { own: true, shell: 'cmd' }))).toMatchObject(asLines);
      }),
      { numRuns: 500 },
    );
  });
});
