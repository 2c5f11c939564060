import { beforeEach, describe, expect, test } from 'vitest';
import type { SendOutcome } from '../../model/compose/send.ts';
import { operation } from '../../model/fixtures.test-support.ts';
import { answered, playComposer, settle } from './composer-store.test-support.ts';

let { sent, recorded, finish, access, composer } = playComposer();

beforeEach(() => {
  ({ sent, recorded, finish, access, composer } = playComposer());
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
    Object.assign(access, { has: false, grants: false });
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
