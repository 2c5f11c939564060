import { describe, expect, it } from 'vitest';
import { writeDraftsFile } from '../compose/drafts-file.ts';
import { draftFromImport } from './imported-request.ts';
import { readImport } from './read-import.ts';
import { UnreadableText } from './unreadable-text.ts';

/** What is told of a text that cannot be taken. */
function refusalOf(text: string): string {
  try {
    readImport(text);
  } catch (error) {
    if (error instanceof UnreadableText) return error.message;
    throw error;
  }
  return 'taken';
}

const postman = (over: object = {}) => ({
  info: { name: 'Prove', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
  variable: [
    { key: 'baseUrl', value: 'https://platform.uat.proveapis.com' },
    { key: 'host', value: '{{baseUrl}}' },
    { key: 'clientSecret', value: '' },
  ],
  auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{accessToken}}', type: 'string' }] },
  item: [
    {
      name: 'MFA',
      item: [
        {
          name: 'Start',
          event: [{ listen: 'test', script: { exec: ['pm.test()'] } }],
          request: {
            method: 'POST',
            header: [
              { key: 'X-On', value: '1' },
              { key: 'X-Off', value: '2', disabled: true },
            ],
            body: {
              mode: 'raw',
              raw: '{"possessionType":"mobile","clientRequestId":"{{$guid}}"}',
              options: { raw: { language: 'json' } },
            },
            url: { raw: '{{host}}/v3/mfa', host: ['{{host}}'], path: ['v3', 'mfa'] },
          },
        },
      ],
    },
    {
      name: 'Token',
      request: {
        method: 'POST',
        auth: { type: 'noauth' },
        url: '{{baseUrl}}/token',
        body: {
          mode: 'urlencoded',
          urlencoded: [
            { key: 'client_id', value: 'a b&c' },
            { key: 'client_secret', value: '{{clientSecret}}' },
            { key: 'off', value: 'x', disabled: true },
          ],
        },
      },
    },
    {
      name: 'Identity',
      request: {
        auth: { type: 'basic', basic: { username: 'u', password: 'p' } },
        url: {
          protocol: 'https',
          host: ['example', 'com'],
          port: '8443',
          path: ['v3', 'identity', ':proveId'],
          query: [
            { key: 'a', value: '1' },
            { key: 'b', value: '2', disabled: true },
          ],
          variable: [{ key: 'proveId', value: 'p-1' }],
        },
      },
    },
    {
      name: 'Form',
      request: {
        method: 'PUT',
        auth: {
          type: 'apikey',
          apikey: [
            { key: 'key', value: 'X-Key' },
            { key: 'value', value: 'k' },
          ],
        },
        url: 'http://localhost/form',
        body: {
          mode: 'formdata',
          formdata: [
            { key: 'a', value: 'ü', type: 'text' },
            { key: 'f', src: '/x', type: 'file' },
          ],
        },
      },
    },
    { name: 'Just a URL', request: 'http://localhost/x' },
  ],
  ...over,
});

describe('a Postman collection', () => {
  const imported = readImport(JSON.stringify(postman()));
  const requests = imported.kind === 'postman' ? imported.collection.requests : [];
  const named = (name: string) => requests.find((request) => request.name === name);

  it('gives all its requests, with their folders', () => {
    expect(requests.map(({ name, folder }) => [...folder, name].join('/'))).toEqual([
      'MFA/Start',
      'Token',
      'Identity',
      'Form',
      'Just a URL',
    ]);
  });

  it('fills its variables in, keeps those without a value, and takes the inherited token', () => {
    expect(named('Start')).toEqual({
      name: 'Start',
      folder: ['MFA'],
      method: 'POST',
      url: 'https://platform.uat.proveapis.com/v3/mfa',
      headers: [
        { name: 'X-On', value: '1' },
        { name: 'Content-Type', value: 'application/json' },
        { name: 'Authorization', value: 'Bearer {{accessToken}}' },
      ],
      body: '{"possessionType":"mobile","clientRequestId":"{{guid}}"}',
      notes: [
        '“accessToken” has no value in the collection: it stays a variable.',
        'Its scripts were left out: nothing is run here.',
      ],
    });
  });

  it('becomes a draft of the operation that it calls', () => {
    const start = named('Start');
    expect(start && draftFromImport(start)).toMatchObject({ operationId: 'mfa', way: 'extension' });
  });

  it('writes forms as forms', () => {
    expect(named('Token')).toMatchObject({
      url: 'https://platform.uat.proveapis.com/token',
      headers: [{ name: 'Content-Type', value: 'application/x-www-form-urlencoded' }],
      body: 'client_id=a+b%26c&client_secret={{clientSecret}}',
    });
    const form = named('Form');
    expect(form?.body).toMatch(
      /^--(\S+)\r\nContent-Disposition: form-data; name="a"\r\n\r\nü\r\n--\1--\r\n$/,
    );
    expect(form?.headers[0]?.value).toContain(/--(\S+)--/.exec(form?.body ?? '')?.[1]);
    expect(form?.headers[1]).toEqual({ name: 'X-Key', value: 'k' });
    expect(form?.notes).toEqual(['Files of the form were left out: “f”.']);
  });

  it('puts a URL together from its parts', () => {
    expect(named('Identity')).toMatchObject({
      method: 'GET',
      url: 'https://example.com:8443/v3/identity/p-1?a=1',
      headers: [{ name: 'Authorization', value: 'Basic dTpw' }],
    });
    expect(named('Just a URL')).toMatchObject({ method: 'GET', url: 'http://localhost/x' });
  });
});

describe('what cannot be read', () => {
  it.each([
    [
      '',
      'There is nothing here: a cURL command, a Postman collection (v2.1) or saved drafts from this panel was expected (line 1, column 1)',
    ],
    [
      'hello',
      'A cURL command, a Postman collection (v2.1) or saved drafts from this panel was expected (line 1, column 1)',
    ],
    ['{\n  "info": {},,\n}', 'This is no JSON from here on: “,” was not expected (line 2, column 14)'],
    ['{"info":', 'This is no JSON from here on: the end of the text was not expected (line 1, column 9)'],
    [
      '\n {"a":1}',
      'This is JSON of another kind: a cURL command, a Postman collection (v2.1) or saved drafts from this panel was expected (line 2, column 2)',
    ],
    [
      '{"requests":[],"order":[]}',
      'This is a Postman collection of format 1: export it from Postman as v2.1 (line 1, column 1)',
    ],
    [
      '{"values":[],"_postman_variable_scope":"environment"}',
      'This is a Postman environment: a collection (v2.1) was expected (line 1, column 1)',
    ],
    [
      '{"info":{"name":"x"},\n "item":[{"name":"a"},\n  7]}',
      'This should be a Postman collection (v2.1), but at item.1 there is something else (line 3, column 3)',
    ],
    [
      '{"format":"v3-inspector-drafts","version":2,"collections":[]}',
      'This should be saved drafts, but at version there is something else (line 1, column 43)',
    ],
    ["curl 'http://x", "The single quote that opens here is not closed: ' was expected (line 1, column 6)"],
    [
      'curl http://x \\\n -d "a',
      'The double quote that opens here is not closed: " was expected (line 2, column 5)',
    ],
    [
      "curl http://x -d $'a",
      "The quote $' that opens here is not closed: ' was expected (line 1, column 18)",
    ],
    [
      'curl ^"http://x^" ^\n -d ^"a',
      'The double quote that opens here is not closed: " was expected (line 2, column 5)',
    ],
    ['curl -X POST', 'A URL was expected in this cURL command (line 1, column 13)'],
    ['curl http://x -H', 'A value was expected after -H (line 1, column 17)'],
    [
      'curl http://x `\n -d 1',
      'This line goes on as in PowerShell: copy the command “as cURL (bash)” or “as cURL (cmd)” instead (line 1, column 15)',
    ],
  ])('%j is told: %s', (text, told) => {
    expect(refusalOf(text)).toBe(told);
  });

  it('leaves a hostile depth alone', () => {
    expect(refusalOf('['.repeat(100_000))).toMatch(/no JSON from here on/);
    expect(refusalOf(`{"info":{"name":"x"},"item":${'['.repeat(5_000)}${']'.repeat(5_000)}}`)).toMatch(
      /Postman/,
    );
  });
});

describe('a cURL command', () => {
  const read = (text: string) => {
    const imported = readImport(text);
    if (imported.kind !== 'curl') throw new Error('no cURL command');
    return imported.request;
  };

  it('names what it does not know or cannot do, and takes the rest', () => {
    const { notes, ...request } = read(
      'curl --frobnicate -k -x proxy:1 -Q! -d @body.json http://localhost/v3/mfa',
    );
    expect(request).toMatchObject({ method: 'GET', url: 'http://localhost/v3/mfa' });
    expect(notes).toEqual([
      'A browser always checks certificates: -k was left out.',
      '-d reads the file “body.json”, which is not here: add its content by hand.',
      'Left out, since they mean nothing here: “--frobnicate”, “-x”, “-Q”.',
    ]);
  });

  it('ends where the shell would end it', () => {
    expect(read('curl http://x/?a=1&b=2 | jq .')).toMatchObject({
      url: 'http://x/?a=1',
      notes: ['The command ends at the unquoted “&”; what follows was left out.'],
    });
  });

  it('takes variables of the shell for its own', () => {
    expect(read(`$ curl "http://$HOST/v3/mfa" -H "Authorization: Bearer \${TOKEN}" -d '$5'`)).toMatchObject({
      url: 'http://{{HOST}}/v3/mfa',
      headers: [{ name: 'Authorization', value: 'Bearer {{TOKEN}}' }, { name: 'Content-Type' }],
      body: '$5',
      notes: ['Variables of the shell became variables here: {{HOST}}, {{TOKEN}}.'],
    });
    expect(read('curl.exe -H "Authorization: Bearer %TOKEN%" ^\r\n http://x').headers).toEqual([
      { name: 'Authorization', value: 'Bearer {{TOKEN}}' },
    ]);
  });

  it('leaves out what a browser’s own “Copy as cURL” repeats', () => {
    const { headers, notes } = read(
      "curl 'https://a.example/v3/mfa' -H 'accept-language: de' -H 'origin: https://b.example' -b 'sid=1' -H 'authorization: Bearer t' -H 'sec-fetch-mode: cors' --data-raw '{}' -H 'content-type: application/json'",
    );
    expect(headers.map(({ name }) => name)).toEqual(['authorization', 'content-type']);
    expect(notes).toEqual([
      'Left out, since the browser writes them itself: accept-language, origin, Cookie, sec-fetch-mode.',
    ]);
  });

  it('is read from Chrome’s quoting for cmd', () => {
    expect(
      read(
        'curl ^"https://a.example/v3/mfa?x=1^&y=^%^20^" ^\r\n  -H ^"content-type: application/json^" ^\r\n  --data-raw ^"^{^\\^"a^\\^":^\\^"b^!^\\^"^}^"',
      ),
    ).toMatchObject({
      method: 'POST',
      url: 'https://a.example/v3/mfa?x=1&y=%20',
      headers: [{ name: 'content-type', value: 'application/json' }],
      body: '{"a":"b!"}',
    });
  });
});

it('takes the panel’s own file', () => {
  const drafts = {
    id: 'd',
    name: 'one',
    savedAt: 1,
    method: 'GET',
    url: 'http://x',
    headers: [],
    body: '',
    way: 'page' as const,
  };
  const collections = [{ id: 'c', name: 'mine', drafts: [drafts] }];
  expect(readImport(writeDraftsFile(collections, { keepPersonal: false }))).toEqual({
    kind: 'drafts',
    collections,
  });
});
