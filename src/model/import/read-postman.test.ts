import { describe, expect, it } from 'vitest';
import { draftFromImport } from './imported-request.ts';
import { readImport } from './read-import.ts';

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
