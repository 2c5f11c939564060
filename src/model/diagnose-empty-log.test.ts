import { expect, test } from 'vitest';
import { diagnoseEmptyLog, type EmptyLogFacts } from './diagnose-empty-log.ts';

const OPENED = 1_000_000;
const v3 = (startedAt: number) => ({
  url: 'https://shop.example.com/api/v3/mfa',
  startedAt,
  endedAt: startedAt + 100,
});
const other = { url: 'https://shop.example.com/app.js', startedAt: OPENED + 10, endedAt: OPENED + 20 };

const diagnose = (known: Partial<EmptyLogFacts>) =>
  diagnoseEmptyLog({
    connected: true,
    recording: true,
    openedAt: OPENED,
    since: OPENED,
    seen: 0,
    pageRequests: [],
    now: OPENED + 60_000,
    ...known,
  });

test('nothing was requested since DevTools was opened', () => {
  expect(diagnose({})).toEqual([{ code: 'nothing-seen' }]);
});

test('requests were seen, and none of them is V3', () => {
  expect(diagnose({ seen: 7, pageRequests: [other] })).toEqual([{ code: 'no-match', seen: 7 }]);
});

test('V3 calls of the page are older than DevTools', () => {
  expect(diagnose({ seen: 7, pageRequests: [v3(OPENED - 5_000), v3(OPENED - 3_000), other] })).toEqual([
    { code: 'opened-late', calls: 2 },
  ]);
});

test('the page has made V3 calls that the browser keeps to itself', () => {
  expect(diagnose({ pageRequests: [v3(OPENED - 5_000), v3(OPENED + 1_000)] })).toEqual([
    { code: 'untold', calls: 1 },
    { code: 'opened-late', calls: 1 },
  ]);
});

test('a call that ended just now may still be told of', () => {
  const [reason] = diagnose({ now: OPENED + 1_500, seen: 1, pageRequests: [v3(OPENED + 1_000)] });
  expect(reason?.code).not.toBe('untold');
});

test('a call that was cleared away was told of', () => {
  expect(diagnose({ seen: 3, since: OPENED + 9_000, pageRequests: [v3(OPENED + 1_000)] })).toEqual([
    { code: 'cleared' },
  ]);
});

test('while recording is off, no call is missed', () => {
  expect(diagnose({ recording: false, pageRequests: [v3(OPENED + 1_000)] })).toEqual([
    { code: 'not-recording' },
  ]);
});

test('an extension that was reloaded explains everything', () => {
  expect(diagnose({ connected: false, recording: false })).toEqual([{ code: 'disconnected' }]);
});

test('a path that others use too is nothing to suspect', () => {
  const token = { ...other, url: 'https://shop.example.com/token' };
  expect(diagnose({ seen: 2, pageRequests: [token] })).toEqual([{ code: 'no-match', seen: 2 }]);
});
