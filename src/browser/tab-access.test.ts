import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const fake = vi.hoisted(() => ({
  stored: {} as Record<string, unknown>,
  listeners: new Set<(message: unknown) => unknown>(),
  changed: (_changes: object, _area: string): void => undefined,
}));
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      getURL: (path: string) => `moz-extension://x/${path}`,
      onMessage: {
        addListener: (listener: (message: unknown) => unknown) => fake.listeners.add(listener),
        removeListener: (listener: (message: unknown) => unknown) => fake.listeners.delete(listener),
      },
    },
    storage: {
      local: { get: async (key: string) => ({ [key]: fake.stored[key] }) },
      onChanged: { addListener: (listener: typeof fake.changed) => (fake.changed = listener) },
    },
  },
}));

const { AccessThroughTab } = await import('./tab-access.ts');

const ORIGIN = 'http://127.0.0.1:8080';
let tab: { closed: boolean };
let opened: URL[];

/** The permission page says what came of it. */
function answer(granted: boolean, ticket = opened.at(-1)?.searchParams.get('ticket')) {
  for (const listener of [...fake.listeners]) listener({ type: 'access', ticket, granted });
}

beforeEach(() => {
  vi.useFakeTimers();
  fake.stored = {};
  fake.listeners.clear();
  opened = [];
  tab = { closed: false };
  vi.stubGlobal('window', {
    open: (url: string) => {
      opened.push(new URL(url));
      return tab;
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('access is what the permission page says', async () => {
  const access = new AccessThroughTab();
  expect(await access.has(ORIGIN)).toBe(false);
  const asking = access.request(ORIGIN);
  expect(opened[0]?.searchParams.get('origin')).toBe(ORIGIN);
  answer(true, 'a ticket of another panel');
  answer(true);
  expect(await asking).toBe(true);
  expect(await access.has(ORIGIN)).toBe(true);
  expect(fake.listeners.size).toBe(0);
});

test('a tab that is closed without an answer says no', async () => {
  const asking = new AccessThroughTab().request(ORIGIN);
  tab.closed = true;
  vi.advanceTimersByTime(1000);
  expect(await asking).toBe(false);
});

test('what was granted earlier is remembered, whatever the port', async () => {
  fake.stored.hostAccess = ['http://127.0.0.1/*'];
  expect(await new AccessThroughTab().has(ORIGIN)).toBe(true);
  fake.stored.hostAccess = 'something unreadable';
  expect(await new AccessThroughTab().has(ORIGIN)).toBe(false);
});

test('remembered access that fails is asked for again; access just confirmed is not doubted', async () => {
  fake.stored.hostAccess = ['http://127.0.0.1/*'];
  const access = new AccessThroughTab();
  expect(access.doubt(ORIGIN)).toBe(true);
  expect(await access.has(ORIGIN)).toBe(false);
  const asking = access.request(ORIGIN);
  answer(true);
  await asking;
  expect(access.doubt(ORIGIN)).toBe(false);
  expect(await access.has(ORIGIN)).toBe(true);
  vi.advanceTimersByTime(61_000);
  expect(access.doubt(ORIGIN)).toBe(true);
});

test('no tab is opened for what is no host', async () => {
  expect(await new AccessThroughTab().request('https://*')).toBe(false);
  expect(opened).toEqual([]);
});

test('access that another page of the extension gave back is gone here, too', async () => {
  const access = new AccessThroughTab();
  const asking = access.request(ORIGIN);
  answer(true);
  await asking;
  fake.changed({ hostAccess: {} }, 'local');
  await vi.waitFor(async () => expect(await access.has(ORIGIN)).toBe(false));
});

test('hosts are listed as they are known, and given back through the permission page', async () => {
  fake.stored.hostAccess = ['https://b.example/*', 'http://127.0.0.1/*'];
  const access = new AccessThroughTab();
  expect(await access.list()).toEqual(['http://127.0.0.1/*', 'https://b.example/*']);
  const going = access.revoke('https://b.example/*');
  expect(opened[0]?.searchParams.get('revoke')).toBe('https://b.example/*');
  fake.stored.hostAccess = ['http://127.0.0.1/*'];
  answer(false);
  expect(await going).toBe(true);
  expect(await access.list()).toEqual(['http://127.0.0.1/*']);
});
