import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type Listener<T> = (value: T) => void;
interface FakePort {
  name: string;
  postMessage: (message: unknown) => void;
  onMessage: { addListener: (listener: Listener<unknown>) => void };
  onDisconnect: { addListener: (listener: () => void) => void };
}

/** Two ends of a port whose messages travel as JSON, and what closes it at the end that did not open it. */
const fake = vi.hoisted(() => {
  const connected: Listener<FakePort>[] = [];
  let closeAll: (() => void)[] = [];
  const connect = ({ name }: { name: string }): FakePort => {
    const listeners: Listener<unknown>[][] = [[], []];
    const closed: (() => void)[] = [];
    const end = (own: number): FakePort => ({
      name,
      postMessage: (message) => {
        for (const tell of listeners[1 - own] ?? []) tell(JSON.parse(JSON.stringify(message)));
      },
      onMessage: { addListener: (listener) => listeners[own]?.push(listener) },
      onDisconnect: { addListener: (listener) => closed.push(listener) },
    });
    closeAll.push(() => {
      for (const tell of closed) tell();
    });
    const [here, there] = [end(0), end(1)];
    queueMicrotask(() => {
      for (const listener of connected) listener(there);
    });
    return here;
  };
  const close = () => {
    for (const each of closeAll) each();
    closeAll = [];
  };
  return { connected, connect, close };
});
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      connect: fake.connect,
      onConnect: { addListener: (listener: Listener<FakePort>) => fake.connected.push(listener) },
    },
    devtools: { inspectedWindow: { tabId: 7 } },
  },
}));

const { RecorderEnd } = await import('./recorder-end.ts');
const { linkToRecorder } = await import('./recorder-link.ts');

const navigated = (at: number) => ({ type: 'navigated', url: 'https://example.com/', at }) as const;

/** A devtools page, and a panel's window that reaches it or does not. */
function play(isReachable: boolean) {
  const onOpened = vi.fn();
  const asked = vi.fn();
  const end = new RecorderEnd(onOpened, asked);
  const foreign = Object.defineProperty({}, 'v3Recorder', {
    get: () => {
      throw new DOMException('of another origin', 'SecurityError');
    },
  });
  const frames = isReachable ? [foreign, { v3Recorder: end }] : [foreign];
  vi.stubGlobal('window', { parent: frames });
  const told: unknown[] = [];
  const open = async () => {
    const link = await linkToRecorder();
    const closed = vi.fn();
    link.listen((events) => told.push(...events), closed);
    // A port arrives a moment later.
    await Promise.resolve();
    return { link, closed };
  };
  return { end, onOpened, asked, told, open };
}

beforeEach(() => {
  vi.useFakeTimers();
  fake.connected.length = 0;
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe.each([
  ['beside the devtools page, as in Chromium', true],
  ['that gets messages only, as in Firefox', false],
])('a panel %s', (_, isReachable) => {
  it('is told of what happened before it was opened, and of all after, in order', async () => {
    const { end, onOpened, told, open } = play(isReachable);
    end.send(navigated(1));
    end.send({ type: 'seen', requests: 3 });
    end.send(navigated(2));
    expect(onOpened).not.toHaveBeenCalled();
    await open();
    expect(onOpened).toHaveBeenCalledOnce();
    end.send(navigated(3));
    expect(told).toEqual([navigated(1), navigated(2), { type: 'seen', requests: 3 }, navigated(3)]);
  });

  it('is told of the number of requests once a second, however many there are', async () => {
    const { end, told, open } = play(isReachable);
    await open();
    told.length = 0;
    for (let requests = 1; requests <= 100; requests++) end.send({ type: 'seen', requests });
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1_000);
    expect(told).toEqual([{ type: 'seen', requests: 100 }]);
  });

  it('asks the recorder', async () => {
    const { asked, open } = play(isReachable);
    const { link } = await open();
    link.ask({ type: 'record', on: false, at: 5 });
    expect(asked).toHaveBeenCalledExactlyOnceWith({ type: 'record', on: false, at: 5 });
  });

  it('hears when the extension is gone, and asks no more', async () => {
    const { end, asked, told, open } = play(isReachable);
    const { link, closed } = await open();
    fake.close();
    expect(closed).toHaveBeenCalledOnce();
    link.ask({ type: 'shown' });
    expect(asked).not.toHaveBeenCalled();
    told.length = 0;
    end.send(navigated(1));
    expect(told).toEqual([]);
  });

  it('gets from a reload of itself on what comes then', async () => {
    const { end, told, open } = play(isReachable);
    await open();
    fake.close();
    end.send(navigated(1));
    told.length = 0;
    await open();
    expect(told).toContainEqual(navigated(1));
  });
});
