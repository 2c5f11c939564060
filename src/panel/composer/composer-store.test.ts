import { beforeEach, describe, expect, test } from 'vitest';
import type { SendOptions, SendOutcome, WireRequest } from '../../model/compose/send.ts';
import type { Exchange } from '../../model/exchange.ts';
import { operation } from '../../model/fixtures.test-support.ts';
import { ComposerStore } from './composer-store.ts';

const answered: SendOutcome = {
  startedAt: 1,
  duration: 2,
  response: { status: 200, statusText: 'OK', headers: [], body: { text: '{}', bytes: 2 } },
};

let sent: { wire: WireRequest; options: SendOptions }[];
let recorded: Exchange[];
let access: { has: boolean; grants: boolean; asked: string[] };
let finish: ((outcome: SendOutcome) => void)[];
let composer: ComposerStore;

/** Lets promises that are settled already have their effect. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  sent = [];
  recorded = [];
  finish = [];
  access = { has: true, grants: true, asked: [] };
  composer = new ComposerStore({
    host: {
      send: (wire, options) => {
        sent.push({ wire, options });
        return new Promise((resolve) => finish.push(resolve));
      },
      hostAccess: {
        has: async () => access.has,
        request: async (origin) => {
          access.asked.push(origin);
          return access.grants;
        },
      },
      pageOrigin: async () => 'http://localhost',
    },
    record: (exchange) => recorded.push(exchange),
    baseUrl: () => 'http://localhost:8080',
  });
  composer.openBlank(operation('mfa'));
});

describe('sending', () => {
  test('sends the body byte for byte, once, and records it', async () => {
    composer.edit({ body: '{"possessionType":\r\n"mobile"}' });
    void composer.send();
    void composer.send();
    expect(composer.phase.value).toBe('sending');
    finish[0]?.(answered);
    await settle();
    expect(sent.map(({ wire }) => wire.body)).toEqual(['{"possessionType":\r\n"mobile"}']);
    expect(recorded).toHaveLength(1);
    expect(recorded[0]).toMatchObject({ id: sent[0]?.options.id, origin: 'replay' });
    expect(composer.answer.value?.exchange).toBe(recorded[0]);
    expect(composer.phase.value).toBe('idle');
  });

  test('sends a body with errors', () => {
    composer.edit({ body: '{' });
    expect(composer.errors.value).toBe(1);
    void composer.send();
    expect(sent).toHaveLength(1);
  });

  test('refuses what has no usable URL, and nothing else', async () => {
    composer.edit({ url: '/v3/mfa' });
    await composer.send();
    expect(sent).toEqual([]);
    expect(composer.urlProblem.value).toMatch(/absolute/);
  });

  test('cancels', async () => {
    void composer.send();
    composer.cancel();
    expect(sent[0]?.options.signal.aborted).toBe(true);
    finish[0]?.({ startedAt: 1, duration: 1, failure: { kind: 'aborted', detail: '' } });
    await settle();
    expect(recorded[0]?.failure?.kind).toBe('aborted');
  });

  test('shows no answer to a draft that was left meanwhile, yet records it', async () => {
    void composer.send();
    composer.openBlank(operation('mfa-bind'));
    finish[0]?.(answered);
    await settle();
    expect(recorded).toHaveLength(1);
    expect(composer.answer.value).toBeUndefined();
    expect(composer.phase.value).toBe('idle');
  });
});

describe('from the extension', () => {
  beforeEach(() => composer.edit({ way: 'extension' }));

  test('asks for access where there is none', async () => {
    access.has = false;
    void composer.send();
    await settle();
    expect(access.asked).toEqual(['http://localhost:8080']);
    expect(sent).toHaveLength(1);
  });

  test('sends nothing without access, and says so', async () => {
    access = { has: false, grants: false, asked: [] };
    await composer.send();
    expect(sent).toEqual([]);
    expect(recorded).toEqual([]);
    expect(composer.notice.value).toMatch(/^Nothing was sent: .*no access to http:\/\/localhost:8080/);
    expect(composer.phase.value).toBe('idle');
  });

  test('can be cancelled while access is asked for', async () => {
    access.has = false;
    const sending = composer.send();
    composer.cancel();
    await sending;
    expect(sent).toEqual([]);
    expect(composer.phase.value).toBe('idle');
  });
});

test('a send says how far it has come, until it is over', async () => {
  void composer.send();
  expect(composer.progress.value).toMatchObject({ phase: 'waiting', bytes: 0 });
  sent[0]?.options.onProgress?.({ phase: 'receiving', bytes: 7, total: 9 });
  expect(composer.progress.value).toMatchObject({ phase: 'receiving', bytes: 7, total: 9 });
  finish[0]?.(answered);
  await settle();
  expect(composer.progress.value).toBeUndefined();
});

describe('a series', () => {
  const statusSays = (success: string): SendOutcome => {
    const text = JSON.stringify({ success });
    return {
      ...answered,
      response: { status: 200, statusText: 'OK', headers: [], body: { text, bytes: 9 } },
    };
  };
  const answerAll = async (...outcomes: SendOutcome[]) => {
    for (const outcome of outcomes) {
      finish.shift()?.(outcome);
      await settle();
      await settle();
    }
  };
  beforeEach(() => composer.openBlank(operation('mfa-status')));

  test('polls until the flow has moved on, and records every send', async () => {
    void composer.send({ plan: { times: 9, interval: 0, untilEnd: true } });
    await answerAll(statusSays('pending'), statusSays('pending'), statusSays('true'));
    expect(sent).toHaveLength(3);
    expect(recorded).toHaveLength(3);
    expect(new Set(recorded.map(({ id }) => id)).size).toBe(3);
    expect(composer.series.value?.end).toBe('Stopped: the flow has succeeded (200, true).');
    expect(composer.phase.value).toBe('idle');
  });

  test('is over after so many sends, however the answers are', async () => {
    void composer.send({ plan: { times: 2, interval: 0, untilEnd: false } });
    await answerAll(statusSays('false'), statusSays('false'));
    expect(sent).toHaveLength(2);
    expect(composer.series.value?.end).toBe('Sent 2 times.');
  });

  test('is stopped between two sends', async () => {
    void composer.send({ plan: { times: 5, interval: 60_000, untilEnd: true } });
    await answerAll(statusSays('pending'));
    expect(composer.progress.value).toBeUndefined();
    composer.cancel();
    await settle();
    expect(sent).toHaveLength(1);
    expect(composer.series.value?.end).toBe('Stopped by you.');
    expect(composer.phase.value).toBe('idle');
  });
});

test('a production host that is allowed for the session is not asked about again', async () => {
  composer.edit({ url: 'https://platform.proveapis.com/v3/mfa', way: 'page' });
  void composer.send();
  void composer.confirm({ always: true });
  finish[0]?.(answered);
  await settle();
  void composer.send();
  expect(composer.production.value).toBeUndefined();
  expect(sent).toHaveLength(2);
  finish[1]?.(answered);
  await settle();
  composer.edit({ url: 'https://platform.eu.proveapis.com/v3/mfa' });
  void composer.send();
  expect(composer.production.value).toBe('platform.eu.proveapis.com');
});

test('a production host is called only after a yes', () => {
  composer.edit({ url: 'https://platform.proveapis.com/v3/mfa', way: 'page' });
  void composer.send();
  expect(sent).toEqual([]);
  expect(composer.production.value).toBe('platform.proveapis.com');
  void composer.send({ confirmed: true });
  expect(sent).toHaveLength(1);
});

test('a change forgets the question about production', () => {
  composer.edit({ url: 'https://platform.proveapis.com/v3/mfa' });
  void composer.send();
  composer.edit({ url: 'http://localhost/v3/mfa' });
  expect(composer.production.value).toBeUndefined();
});

test('the region of the host counts for the problems', () => {
  composer.edit({
    url: 'https://platform.uat.eu.proveapis.com/v3/mfa',
    body: '{"possessionType":"mobile"}',
  });
  expect(composer.inspection.value?.problems.map(({ code }) => code)).toContain('mfa.phone-required-eu');
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
