import { describe, expect, it } from 'vitest';
import { began, entry, MFA, record } from './recorder.test-support.ts';

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
