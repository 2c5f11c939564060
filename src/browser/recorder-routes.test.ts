import { describe, expect, it } from 'vitest';
import { type EntryOptions, entry, everythingSoFar, record, settle } from './recorder.test-support.ts';

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
