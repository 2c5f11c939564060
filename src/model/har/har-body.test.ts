import { describe, expect, it } from 'vitest';
import type { Body } from '../exchange.ts';
import { readHarEntry } from './read-har-entry.ts';

/** The request's body of an entry with these parts. */
function requestBody(request: object, headers: Record<string, string> = {}): Body | undefined {
  return readHarEntry({
    startedDateTime: '2026-01-15T13:00:00.000+01:00',
    request: {
      method: 'POST',
      url: 'https://x.example/token',
      headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
      ...request,
    },
    response: { status: 200 },
  })?.exchange.request.body;
}

describe('the request body of a HAR entry', () => {
  it('is the text, with its size in bytes', () => {
    expect(requestBody({ postData: { text: 'é' } })).toEqual({ text: 'é', bytes: 2 });
  });

  it('is put together from params where there is no text, whatever length was declared', () => {
    const params = [
      { name: 'grant_type', value: 'client_credentials' },
      { name: 'client_id', value: 'a&b' },
    ];
    expect(requestBody({ postData: { params } }, { 'Content-Length': '999' })?.text).toBe(
      'grant_type=client_credentials&client_id=a%26b',
    );
    expect(requestBody({ postData: { text: '', params } })).toMatchObject({
      text: expect.stringContaining('a%26b'),
    });
  });

  it('is decoded from base64', () => {
    expect(requestBody({ postData: { text: 'eyJhIjoxfQ==', encoding: 'base64' } })).toEqual({
      text: '{"a":1}',
      bytes: 7,
    });
  });

  it.each([
    ['Content-Length says so', {}, { 'content-length': '27' }],
    ['bodySize says so', { bodySize: 27, postData: { text: '' } }, {}],
  ])('is known to be missing where %s', (_, request, headers) => {
    expect(requestBody(request, headers)).toEqual({ text: '', bytes: 27, truncated: true });
  });

  it('is unknown where its size was not looked at', () => {
    expect(requestBody({ bodySize: -1, postData: { text: '' } })).toEqual({
      text: '',
      bytes: 0,
      truncated: true,
    });
  });

  it('is absent where nothing tells of one', () => {
    expect(requestBody({ bodySize: 0 })).toBeUndefined();
    expect(requestBody({ bodySize: 0, postData: { text: '' } })).toEqual({ text: '', bytes: 0 });
  });
});
