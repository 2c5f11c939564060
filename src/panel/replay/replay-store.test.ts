import { beforeEach, describe, expect, test } from 'vitest';
import type { SendOutcome, WireRequest } from '../../model/compose/send.ts';
import { aFlow, flowOf, type Story } from '../../model/flows/a-flow.test-support.ts';
import { Outbox } from '../composer/outbox.ts';
import { ReplayStore } from './replay-store.ts';

const NEW_ID = '99999999-9999-4999-8999-999999999999';

let sent: { wire: WireRequest; way: string }[];
let asked: string[];
let access: boolean | Promise<boolean>;
/** What the API answers to each send, in their order; then what it is asked last for ever. */
let answers: (object | number)[];

const settle = () => new Promise((resolve) => setTimeout(resolve));

function outcome(answer: object | number): SendOutcome {
  const status = typeof answer === 'number' ? 400 : 200;
  const text = JSON.stringify(typeof answer === 'number' ? { code: answer, message: 'no' } : answer);
  const response = { status, statusText: '', headers: [], body: { text, bytes: text.length } };
  return { startedAt: Date.now(), duration: 1, response };
}

const replayOf = (story: Story) => {
  const replay = new ReplayStore(
    flowOf(story),
    new Outbox({
      host: {
        send: async (wire, { way }) => {
          sent.push({ wire, way });
          return outcome(answers[Math.min(sent.length, answers.length) - 1] ?? {});
        },
        hostAccess: {
          has: async () => false,
          request: async (origin) => {
            asked.push(origin);
            return access;
          },
        },
      },
      record: () => undefined,
    }),
  );
  replay.changeSettings({ longestPause: 0 });
  return replay;
};
const opened = { correlationId: NEW_ID, authToken: 'eyJuZXc', success: 'pending' };
const says = (success: string) => ({ success });
const bodies = () => sent.map(({ wire }) => JSON.parse(wire.body ?? ''));
const kinds = (replay: ReplayStore) => replay.states.value.map(({ kind }) => kind);

beforeEach(() => {
  sent = [];
  asked = [];
  access = true;
  answers = [opened, says('pending'), says('true')];
});

test('makes every call again with the new correlationId, in order', async () => {
  const replay = replayOf(aFlow().mfa('mobile').status('pending').status('true'));
  await replay.start();
  expect(bodies().map(({ correlationId }) => correlationId)).toEqual([undefined, NEW_ID, NEW_ID]);
  expect(kinds(replay)).toEqual(['done', 'done', 'done']);
  expect([replay.phase.value, replay.notice.value]).toEqual(['over', 'Every call was made again.']);
});

test('stops at the first refusal, or goes on where it is told to', async () => {
  answers = [opened, 8008, says('true')];
  const replay = replayOf(aFlow().mfa('mobile').status('pending').status('true'));
  await replay.start();
  expect(kinds(replay)).toEqual(['done', 'done', 'open']);
  expect(replay.notice.value).toBe('Stopped: the API refused mfa-status (400, code 8008).');
  sent = [];
  replay.changeSettings({ stopAtRefusal: false });
  await replay.start();
  expect(sent).toHaveLength(3);
});

test('leaves out polls that the new flow does not need', async () => {
  answers = [opened, says('true')];
  const replay = replayOf(aFlow().mfa('mobile').polls(3).status('true'));
  await replay.start();
  expect(kinds(replay)).toEqual(['done', 'done', 'left-out', 'left-out', 'left-out']);
});

test('polls on while the new flow is slower than the captured one, until it is stopped', async () => {
  answers = [opened, says('pending')];
  const replay = replayOf(aFlow().mfa('mobile').status('true'));
  const run = replay.start();
  await settle();
  await settle();
  expect(replay.states.value[1]?.kind).toBe('pausing');
  replay.stop();
  await run;
  expect([sent.length, replay.notice.value]).toEqual([2, 'Stopped by you.']);
});

describe('a breakpoint', () => {
  test('lets its call be edited before it goes', async () => {
    const replay = replayOf(aFlow().mfa('mobile').status('true'));
    const [, status] = replay.steps;
    replay.setBreakpoint(status?.id ?? '', true);
    const run = replay.start();
    await settle();
    await settle();
    expect(kinds(replay)).toEqual(['done', 'editing']);
    expect(JSON.parse(replay.edited.value?.body ?? '')).toMatchObject({ correlationId: NEW_ID });
    const { edited } = replay;
    if (edited.value) edited.value = { ...edited.value, body: '{"correlationId":"mine"}' };
    answers = [opened, says('true')];
    replay.letGo();
    await run;
    expect(sent[1]?.wire.body).toBe('{"correlationId":"mine"}');
    expect(replay.edited.value).toBeUndefined();
  });

  test('can be left by stopping', async () => {
    const replay = replayOf(aFlow().mfa('mobile').status('true'));
    replay.setBreakpoint(replay.steps[0]?.id ?? '', true);
    const run = replay.start();
    await settle();
    replay.stop();
    await run;
    expect([sent.length, replay.notice.value]).toEqual([0, 'Stopped by you.']);
  });
});

test('production is asked about once, and not again where that was said', async () => {
  const story = aFlow().mfa('mobile', { host: 'platform.proveapis.com' }).status('true', {
    host: 'platform.proveapis.com',
  });
  answers = [opened, says('true')];
  const replay = replayOf(story);
  await replay.start();
  expect([sent.length, replay.production.value]).toEqual([0, ['platform.proveapis.com']]);
  await replay.start({ always: true });
  expect(sent).toHaveLength(2);
  await replay.start();
  expect(sent).toHaveLength(4);
});

test('can be stopped while the browser asks for access', async () => {
  let answer = (_: boolean) => {};
  access = new Promise((resolve) => (answer = resolve));
  const replay = replayOf(aFlow().mfa('mobile').status('true'));
  replay.changeSettings({ way: 'extension' });
  const run = replay.start();
  await settle();
  expect(replay.phase.value).toBe('asking');
  replay.stop();
  answer(true);
  await run;
  expect([sent.length, replay.phase.value]).toEqual([0, 'ready']);
});

test('without access to the host nothing is sent, and that is said', async () => {
  access = false;
  const replay = replayOf(aFlow().mfa('mobile').status('true'));
  replay.changeSettings({ way: 'extension' });
  await replay.start();
  expect(asked).toEqual(['https://platform.uat.proveapis.com']);
  expect([sent.length, replay.phase.value]).toEqual([0, 'ready']);
  expect(replay.notice.value).toMatch(/^Nothing was sent: .*no access/);
});
