import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exchange } from '../fixtures.test-support.ts';
import { copyAsCurl } from './copy-as-curl.ts';
import { copyAsFetch } from './copy-as-fetch.ts';

const requestWith = (body: string, headers: Record<string, string> = {}) =>
  exchange({ operation: 'mfa', body, headers }).request;

/** What a POSIX shell makes of a command: the words that the program would get. */
function wordsOf(command: string): string[] {
  const script = `curl() { for word in "$@"; do printf '%s\\0' "$word"; done; }\n${command}`;
  return spawnSync('sh', ['-c', script], { encoding: 'utf8' }).stdout.split('\0').slice(0, -1);
}

describe('Copy as cURL', () => {
  it('gives curl the address, the headers and the body', () => {
    const words = wordsOf(copyAsCurl(requestWith('{"a":1}')));
    expect(words).toEqual([
      'https://platform.uat.proveapis.com/v3/mfa',
      '-H',
      'Authorization: Bearer t',
      '-H',
      'Content-Type: application/json',
      '--data-raw',
      '{"a":1}',
    ]);
  });

  it('leaves out what curl makes itself', () => {
    expect(copyAsCurl(requestWith('{}', { Host: 'x', 'Content-Length': '2', 'sec-ch-ua': 'y' }))).not.toMatch(
      /Host|Length|sec-ch/,
    );
  });

  it('brings any body through a real shell unchanged', () => {
    const body = fc.string({
      unit: fc.constantFrom("'", '"', '\\', '$', '`', '!', '%', '\n', '@', '🎉', 'ü', ' ', 'a'),
    });
    fc.assert(
      fc.property(body, (text) => {
        const words = wordsOf(copyAsCurl(requestWith(`@${text}`)));
        expect(words.at(-1)).toBe(`@${text}`);
      }),
      { numRuns: 60 },
    );
  });
});

describe('Copy as fetch', () => {
  it('is a call with the same method, headers and body', () => {
    const code = copyAsFetch(requestWith('{"a":"\u2028</script>"}'));
    expect(code).toMatch(/^await fetch\("https:\/\/platform\.uat\.proveapis\.com\/v3\/mfa", /);
    const options = JSON.parse(code.slice(code.indexOf('{'), code.lastIndexOf(')')));
    expect(options).toMatchObject({
      method: 'POST',
      body: '{"a":"\u2028</script>"}',
      headers: { Authorization: 'Bearer t' },
    });
  });
});
