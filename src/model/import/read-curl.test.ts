import { describe, expect, it } from 'vitest';
import { readImport } from './read-import.ts';

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
