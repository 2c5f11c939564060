import { beforeEach, describe, expect, test } from 'vitest';
import { operation } from '../../model/fixtures.test-support.ts';
import type { Route } from '../../model/routes/route.ts';
import { answered, playComposer, settle } from './composer-store.test-support.ts';
import { ComposerStore } from './composer-store.ts';

let { sent, finish, composer } = playComposer();

beforeEach(() => {
  ({ sent, finish, composer } = playComposer());
});

test('the region of the host counts for the problems', () => {
  composer.edit({
    url: 'https://platform.uat.eu.proveapis.com/v3/mfa',
    body: '{"possessionType":"mobile"}',
  });
  expect(composer.inspection.value?.problems.map(({ code }) => code)).toContain('mfa.phone-required-eu');
});

test('a body whose route names its fields otherwise has no form, and is judged by what the route says', () => {
  const routes: readonly Route[] = [{ path: '/shop/begin', operationId: 'mfa', snakeCase: true }];
  ({ composer } = playComposer({ routes: () => routes }));
  expect(composer.formable.value).toBe(true);
  composer.edit({
    url: 'http://localhost/shop/begin',
    body: '{"possession_type":"none","phone_number":"2001004011"}',
  });
  expect(composer.formable.value).toBe(false);
  expect(composer.inspection.value?.problems.map(({ code }) => code)).toEqual(['mfa.phone-not-allowed']);
});

describe('the draft before', () => {
  test('is kept where it was changed, and not where it was only looked at', () => {
    composer.openBlank(operation('unify'));
    expect(composer.before.value).toBeUndefined();
    composer.edit({ body: 'written' });
    composer.openFree();
    composer.openBlank(operation('mfa'));
    expect(composer.before.value?.body).toBe('written');
  });

  test('and the one at hand take each other’s place, as often as wanted', () => {
    composer.edit({ body: 'written' });
    composer.openBlank(operation('unify'));
    for (const [at, before] of [
      ['mfa', 'unify'],
      ['unify', 'mfa'],
    ]) {
      composer.openBefore();
      expect(composer.draft.value?.operationId).toBe(at);
      expect(composer.before.value?.operationId).toBe(before);
    }
    composer.openBefore();
    expect(composer.draft.value?.body).toBe('written');
    composer.openFree();
    expect(composer.before.value?.body).toBe('written');
  });
});

test('a free request is checked against nothing', () => {
  composer.chooseOperation(undefined);
  expect(composer.inspection.value).toBeUndefined();
  expect(composer.errors.value).toBe(0);
});

test('the template comes back on demand', () => {
  composer.edit({ body: '' });
  composer.fillTemplate();
  expect(JSON.parse(composer.draft.value?.body ?? '')).toEqual(operation('mfa').exampleRequest);
});

describe('variables', () => {
  test('are filled in as the request goes out, and what the answer gave is there for the next', async () => {
    composer.variables.set('phone', 'a"b');
    composer.edit({
      body: '{"possessionType":"mobile","phoneNumber":"{{phone}}","clientRequestId":"{{guid}}"}',
    });
    const guid = composer.variables.look('guid');
    void composer.send();
    const text = '{"correlationId":"c","authToken":"t","success":"pending"}';
    finish[0]?.({
      ...answered,
      response: { status: 200, statusText: '', headers: [], body: { text, bytes: 1 } },
    });
    await settle();
    expect(JSON.parse(sent[0]?.wire.body ?? '')).toEqual({
      possessionType: 'mobile',
      phoneNumber: 'a"b',
      clientRequestId: guid,
    });
    composer.edit({ body: '{{correlationId}} {{authToken}} {{guid}}' });
    expect(composer.filled.value?.unknown).toEqual([]);
    expect(composer.variables.look('correlationId')).toBe('c');
    expect(composer.variables.look('guid')).not.toBe(guid);
  });

  test('without a value stop the request, until they have one', async () => {
    composer.edit({ url: 'http://localhost/{{path}}', body: '{"possessionType":"mobile"}' });
    await composer.send();
    expect(sent).toEqual([]);
    expect(composer.urlProblem.value).toBeUndefined();
    expect(composer.inspection.value?.problems.map(({ code }) => code)).toEqual(['variable.unknown']);
    composer.variables.set('path', 'a/b');
    void composer.send();
    expect(sent[0]?.wire.url).toBe('http://localhost/a%2Fb');
  });

  test('of the flow that is continued are known from the start', () => {
    composer = new ComposerStore({
      host: {
        send: () => Promise.reject(),
        hostAccess: { has: async () => true, request: async () => true },
        pageOrigin: async () => undefined,
      },
      record: () => undefined,
      flowValues: () => ({ correlationId: 'c', authToken: 't' }),
    });
    composer.openBlank(operation('mfa-status'));
    expect(composer.variables.look('authToken')).toBe('t');
  });
});

test('a token goes into the header by its variable, so that the draft holds no secret', () => {
  composer.edit({ headers: [{ name: 'authorization', value: 'Bearer old' }] });
  composer.token.takeOver('Bearer secret', 'a call');
  composer.useToken();
  expect(composer.draft.value?.headers).toEqual([{ name: 'Authorization', value: 'Bearer {{bearerToken}}' }]);
  void composer.send();
  expect(sent[0]?.wire.headers).toEqual([{ name: 'Authorization', value: 'Bearer secret' }]);
});

test('another environment changes URL and way, and where a token is fetched', () => {
  expect(composer.tokenBase.value).toBe('http://localhost:8080');
  composer.chooseDestination('uat-eu');
  expect(composer.draft.value).toMatchObject({
    url: 'https://platform.uat.eu.proveapis.com/v3/mfa',
    way: 'extension',
  });
  expect(composer.destination.value?.id).toBe('uat-eu');
  expect(composer.tokenBase.value).toBe('https://platform.uat.eu.proveapis.com');
});
