import { describe, expect, it, vi } from 'vitest';
import { began, entry, everythingSoFar, MFA, record, settle } from './recorder.test-support.ts';

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
});
