import { describe, expect, it, vi } from 'vitest';
import type { Exchange } from '../model/exchange.ts';
import type { RecorderEvent } from './log-channel.ts';
import type { DevtoolsNetwork, FinishedRequest } from './network.ts';
import { Recorder } from './recorder.ts';

const MFA = 'https://platform.uat.proveapis.com/v3/mfa';

interface EntryOptions {
  url?: string;
  method?: string;
  body?: string;
  /** ms after the page began. */
  at?: number;
  status?: number;
  time?: number;
  /** What only one browser tells. */
  request?: object;
  response?: object;
  entry?: object;
}

const began = Date.now() + 1000;

/** A HAR entry as Chromium tells it. */
const entry = ({
  url = MFA,
  method = 'POST',
  body = '{"possessionType":"mobile"}',
  at = 0,
  status = 200,
  time = 12.5,
  ...more
}: EntryOptions = {}) => ({
  startedDateTime: new Date(began + at).toISOString(),
  time,
  pageref: 'page_1',
  request: { method, url, headers: [], postData: { text: body }, ...more.request },
  response: {
    status,
    statusText: '',
    headers: [],
    content: { size: 2, mimeType: 'application/json' },
    _error: null,
    ...more.response,
  },
  ...more.entry,
});

/** A network that a test moves by hand. */
class PlayedNetwork implements DevtoolsNetwork {
  har: unknown[] = [];
  constructor(readonly harCostsCalls: boolean) {}
  isNew = true;
  #finished: (request: FinishedRequest) => void = () => undefined;
  #navigated: (url: string) => void = () => undefined;

  onRequestFinished(listener: (request: FinishedRequest) => void) {
    this.#finished = listener;
  }

  onNavigated(listener: (url: string) => void) {
    this.#navigated = listener;
  }

  /** How often `getHAR()` was asked. */
  asked = 0;
  getHar = async () => {
    this.asked++;
    return this.har.map(asRequest);
  };
  newDocument = async () => (this.isNew ? began : undefined);

  finish(raw: ReturnType<typeof entry>, content: string | (() => string) = '{}') {
    const getContent = async () => ({ text: typeof content === 'string' ? content : content() });
    this.#finished({ ...asRequest(raw), getContent });
  }

  navigate(url: string) {
    this.#navigated(url);
  }
}

const asRequest = (raw: unknown): FinishedRequest => {
  const { request } = raw as ReturnType<typeof entry>;
  return { url: request.url, raw, getContent: async () => undefined };
};

async function record({ as = 'chromium' }: { as?: 'chromium' | 'firefox' } = {}) {
  const network = new PlayedNetwork(as === 'firefox');
  const events: RecorderEvent[] = [];
  const recorder = new Recorder(network, (event) => events.push(event));
  recorder.start();
  const exchanges = (): Exchange[] =>
    events.flatMap((event) => (event.type === 'exchange' ? [event.exchange] : []));
  /** Waits until the recorder has told of so many calls; the next one is the proof that no more came. */
  const calls = async (count: number) => {
    await vi.waitFor(() => expect(exchanges().length).toBeGreaterThanOrEqual(count), { timeout: 5_000 });
    return exchanges();
  };
  // The recorder's own first look at getHAR() is over.
  await everythingSoFar();
  expect(network.asked).toBe(as === 'chromium' ? 1 : 0);
  return { network, recorder, events, calls, exchanges };
}

/** Lets all promises that need no timer come to their end. */
const everythingSoFar = () => new Promise((resolve) => setImmediate(resolve));

/** Settles what is under way: a last call that is told comes after everything before it. */
async function settle({ network, calls }: Awaited<ReturnType<typeof record>>, so_far: number) {
  await everythingSoFar();
  network.finish(entry({ body: '{"last":true}', at: 9_000 }));
  const all = await calls(so_far + 1);
  return all.slice(0, -1);
}

describe('the recorder', () => {
  it('tells of a V3 call with its content, and counts every request', async () => {
    const run = await record();
    run.network.finish(entry({ url: 'https://example.com/app.js', method: 'GET' }));
    run.network.finish(entry(), '{"success":"pending"}');
    const [call] = await run.calls(1);
    expect(call).toMatchObject({
      origin: 'captured',
      response: { status: 200, body: { text: '{"success":"pending"}' } },
    });
    expect(run.events.findLast((event) => event.type === 'seen')).toEqual({ type: 'seen', requests: 2 });
  });

  it('tells of what the client SDK asks of the device API, too', async () => {
    const run = await record();
    run.network.finish(entry({ url: 'wss://device.uat.proveapis.com/v1/client/status?token=t' }));
    run.network.finish(entry({ url: 'https://device.uat.proveapis.com:4443/v1/client/mobile/otp/start' }));
    expect((await settle(run, 1)).map(({ request }) => request.url)).toEqual([
      'https://device.uat.proveapis.com:4443/v1/client/mobile/otp/start',
    ]);
  });

  it('tells calls in the order in which they ended, however late their content comes', async () => {
    const run = await record();
    run.network.finish(entry({ body: '{"n":1}' }));
    run.network.finish(entry({ body: '{"n":2}', at: 1 }));
    const told = await run.calls(2);
    expect(told.map(({ request }) => request.body?.text)).toEqual(['{"n":1}', '{"n":2}']);
  });

  it('finds a call that only getHAR() holds, once, also when its event comes later', async () => {
    const run = await record();
    run.network.har = [entry()];
    run.recorder.reconcile();
    await run.calls(1);
    run.recorder.reconcile();
    run.network.finish(entry());
    expect(await settle(run, 1)).toHaveLength(1);
  });

  it('keeps apart two calls of the same millisecond that are alike in all', async () => {
    const run = await record();
    run.network.finish(entry());
    run.network.har = [entry(), entry()];
    await run.calls(1);
    run.recorder.reconcile();
    await run.calls(2);
    run.network.finish(entry());
    expect(await settle(run, 2)).toHaveLength(2);
  });

  it('waits for a call that getHAR() holds before its answer is complete', async () => {
    const run = await record();
    run.network.har = [entry({ time: 0 }), entry({ at: 5, status: 0 })];
    run.recorder.reconcile();
    run.network.finish(entry({ time: 40 }));
    expect(await settle(run, 1)).toMatchObject([{ duration: 40 }]);
  });

  describe('in Firefox, where getHAR() makes its monitor forget calls', () => {
    const preflight = (status: number, allows: Record<string, string>, at = 2) =>
      entry({
        method: 'OPTIONS',
        at,
        status,
        request: {
          postData: undefined,
          headers: [
            { name: 'Origin', value: 'https://example.com' },
            { name: 'Access-Control-Request-Method', value: 'POST' },
            { name: 'Access-Control-Request-Headers', value: 'content-type' },
          ],
        },
        response: {
          _error: undefined,
          headers: Object.entries(allows).map(([name, value]) => ({ name, value })),
        },
      });
    const allowsAll = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };

    it('asks for it on demand only', async () => {
      const run = await record({ as: 'firefox' });
      run.network.har = [entry()];
      run.recorder.shown();
      await everythingSoFar();
      expect(run.network.asked).toBe(0);
      run.recorder.reconcile();
      expect(await run.calls(1)).toHaveLength(1);
    });

    it('tells of a call that its preflight stopped, once, also where getHAR() is asked later', async () => {
      const run = await record({ as: 'firefox' });
      run.network.finish(preflight(403, {}));
      expect(await run.calls(1)).toMatchObject([
        { request: { method: 'POST', url: MFA }, failure: { kind: 'cors' } },
      ]);
      run.network.har = [
        entry({ status: 0, request: { postData: undefined }, response: { _error: undefined } }),
      ];
      run.recorder.reconcile();
      await everythingSoFar();
      run.recorder.reconcile();
      expect(await settle(run, 1)).toHaveLength(1);
    });

    it('looks for a call that does not come after its preflight', async () => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      try {
        const run = await record({ as: 'firefox' });
        run.network.finish(preflight(204, allowsAll));
        run.network.finish(entry());
        await vi.advanceTimersByTimeAsync(60_000);
        expect(run.network.asked).toBe(0);
        run.network.finish(preflight(204, allowsAll));
        await vi.advanceTimersByTimeAsync(60_000);
        expect(run.network.asked).toBe(1);
      } finally {
        vi.useRealTimers();
      }
    });
  });

  it('tells when it has looked and what it found, also where the browser does not answer', async () => {
    const run = await record();
    run.network.har = [entry()];
    run.recorder.reconcile();
    await run.calls(1);
    run.network.getHar = () => Promise.reject(new Error('not now'));
    run.recorder.reconcile();
    await vi.waitFor(() =>
      expect(run.events.filter(({ type }) => type === 'looked').slice(1)).toEqual([
        { type: 'looked', found: 1 },
        { type: 'looked', found: null },
      ]),
    );
  });

  it('leaves out what happened while recording was off, for good', async () => {
    const run = await record();
    run.recorder.record(false, began - 3_000);
    run.network.finish(entry({ at: -2_000 }));
    run.recorder.record(true, began - 1_000);
    run.network.har = [entry({ at: -2_000 })];
    run.recorder.reconcile();
    expect(await settle(run, 0)).toEqual([]);
  });

  it('tells of a new document, and not of an address that the page itself changed', async () => {
    const run = await record();
    run.network.isNew = false;
    run.network.navigate('https://example.com/?step=2');
    run.network.isNew = true;
    run.network.navigate('https://example.com/next');
    await settle(run, 0);
    expect(run.events.filter((event) => event.type === 'navigated').map((event) => event.url)).toEqual([
      'https://example.com/next',
    ]);
  });

  it('shows a call that a service worker passed on once, with the page’s content', async () => {
    for (const order of ['worker first', 'page first'] as const) {
      const run = await record();
      const worker = entry({ at: 3, entry: { pageref: undefined } });
      const page = entry({ response: { _fetchedViaServiceWorker: true } });
      if (order === 'worker first') run.network.finish(worker, '');
      run.network.finish(page, '{"of":"page"}');
      if (order === 'page first') run.network.finish(worker, '');
      const told = await settle(run, order === 'worker first' ? 2 : 1);
      // The page's half takes the id of the worker's, and so its row.
      expect(new Set(told.map(({ id }) => id)).size).toBe(1);
      expect(told.at(-1)?.response?.body?.text).toBe('{"of":"page"}');
    }
  });

  describe('a send from the page', () => {
    const send = {
      id: 'r1',
      script: 'v3-inspector-send-r1',
      method: 'POST',
      url: MFA,
      body: '{"n":1}',
      at: began,
      followRedirects: true,
    };

    it('is told apart by its script in Chromium, also behind a page’s own fetch, from an equal call of the page', async () => {
      const run = await record();
      run.recorder.expect(send);
      const by = (...urls: string[]) => ({
        _initiator: { stack: { callFrames: urls.map((url) => ({ url })) } },
      });
      run.network.finish(entry({ body: '{"n":1}', entry: by('https://example.com/app.js') }));
      run.network.finish(
        entry({ body: '{"n":1}', at: 1, entry: by('https://example.com/wrap.js', send.script) }),
      );
      expect((await run.calls(2)).map(({ id, origin }) => [id, origin])).toEqual([
        ['c1', 'captured'],
        ['r1', 'replay'],
      ]);
    });

    it('is told apart by what was sent in Firefox, once', async () => {
      const run = await record();
      run.recorder.expect(send);
      run.network.finish(entry({ body: '{"n":1}' }));
      run.network.finish(entry({ body: '{"n":1}', at: 1 }));
      expect((await run.calls(2)).map(({ origin }) => origin)).toEqual(['replay', 'captured']);
    });

    it('goes on where a redirect leads, unless it is not to be followed', async () => {
      const moved = { status: 307, response: { headers: [{ name: 'Location', value: '/v3/mfa?moved' }] } };
      for (const followRedirects of [true, false]) {
        const run = await record();
        run.recorder.expect({ ...send, followRedirects });
        run.network.finish(entry({ body: '{"n":1}', ...moved }));
        run.network.finish(entry({ body: '{"n":1}', at: 1, request: { url: `${MFA}?moved` } }));
        const origins = (await run.calls(2)).map(({ origin }) => origin);
        expect(origins).toEqual(['replay', followRedirects ? 'replay' : 'captured']);
      }
    });

    it('does not follow a redirect that Chromium tells of as a call that was aborted', async () => {
      const run = await record();
      run.recorder.expect({ ...send, followRedirects: false });
      const by = { _initiator: { stack: { callFrames: [{ url: send.script }] } } };
      const moved = { status: 307, response: { headers: [{ name: 'Location', value: '/v3/mfa?moved' }] } };
      run.network.finish(entry({ body: '{"n":1}', ...moved, entry: by }));
      run.network.finish(
        entry({ status: 0, response: { _error: 'net::ERR_ABORTED' }, at: 1, entry: by, body: '{"n":1}' }),
      );
      run.network.finish(entry({ body: '{"n":2}', at: 2 }));
      expect((await run.calls(2)).map(({ id }) => id)).toEqual(['r1', 'c1']);
    });

    it('is known again where Firefox forgot the body of a call that failed', async () => {
      const run = await record();
      run.recorder.expect(send);
      run.network.finish(
        entry({ status: 0, request: { postData: undefined }, response: { _error: undefined } }),
      );
      expect((await run.calls(1))[0]).toMatchObject({ id: 'r1', origin: 'replay' });
    });
  });
});

describe('with routes of the user', () => {
  const OWN = 'https://app.example.com/api/go';
  const routes = [{ path: '/api/go', operationId: 'mfa' }];

  it('keeps what they match, also what came before they were known', async () => {
    const run = await record();
    run.network.finish(entry({ url: OWN, body: '{"first":1}' }));
    run.recorder.follow(routes);
    run.network.finish(entry({ url: OWN, body: '{"second":1}', at: 10 }));
    run.network.finish(entry({ url: `${OWN}/else`, at: 20 }));
    const kept = await settle(run, 2);
    expect(kept.map(({ request }) => request.body?.text)).toEqual(['{"first":1}', '{"second":1}']);
  });

  it('finds what a new one would have had kept, in what the browser still knows', async () => {
    const run = await record();
    run.recorder.follow([]);
    const raw = entry({ url: OWN, body: '{}' });
    run.network.finish(raw);
    run.network.har = [raw];
    run.recorder.follow(routes);
    expect((await run.calls(1)).map(({ request }) => request.url)).toEqual([OWN]);
  });
});

describe('traffic that nothing matches', () => {
  const FOREIGN = 'https://app.example.com/auth/begin';

  it('is told of where it has the marks of V3, in request or answer', async () => {
    const run = await record();
    run.recorder.follow([]);
    run.network.finish(entry({ url: FOREIGN, body: '{"possession_type":"mobile"}' }));
    run.network.finish(
      entry({ url: 'https://app.example.com/mfa/begin', body: '{}', at: 10 }),
      '{"correlationId":"713189b8-5555-4b08-83ba-75d08780aebd"}',
    );
    run.network.finish(entry({ url: 'https://app.example.com/mfa/other', body: '{}', at: 20 }), '{"ok":1}');
    expect((await settle(run, 2)).map(({ request }) => request.url)).toEqual([
      FOREIGN,
      'https://app.example.com/mfa/begin',
    ]);
  });

  it('is not asked for its content without a cheap sign of V3, and no more than three times in vain', async () => {
    const run = await record();
    run.recorder.follow([]);
    const asked: string[] = [];
    const finish = (url: string, options: EntryOptions = {}) =>
      run.network.finish(entry({ url, body: '{}', ...options }), () => {
        asked.push(url);
        return '{}';
      });
    finish('https://app.example.com/api/search');
    finish('https://app.example.com/app.js', { method: 'GET' });
    finish('https://app.example.com/unify.png', { response: { content: { mimeType: 'image/png' } } });
    for (let at = 0; at < 10; at++) {
      finish('https://app.example.com/api/mfa-settings', { at });
      await everythingSoFar();
    }
    expect(asked).toEqual(Array(3).fill('https://app.example.com/api/mfa-settings'));
  });

  it('that is found once is not told of again', async () => {
    const run = await record();
    run.recorder.follow([]);
    const raw = entry({ url: FOREIGN, body: '{"possession_type":"mobile"}' });
    run.network.finish(raw);
    await run.calls(1);
    run.network.har = [raw];
    run.recorder.follow([{ path: '/auth/begin', operationId: 'mfa' }]);
    expect(await settle(run, 1)).toHaveLength(1);
  });
});
