import { expect, test, until } from './inspector.ts';
import type { Received } from './sandbox/received.ts';

const posts = (received: readonly Received[]) => received.filter(({ method }) => method === 'POST');
const idOf = ({ body }: Received): string => /"correlationId":\s*"([^"]+)"/.exec(body.toString())?.[1] ?? '';
const plain = ({ path, body }: Received) =>
  `${path} ${body.toString().replace(/("correlationId":\s*")[^"]+/, '$1…')}`;

test('a whole flow is made again with the new correlationId, one call edited on the way, and laid beside the old', async ({
  inspector,
  runDemo,
  sandbox,
  picture,
}) => {
  await inspector.open('Flows');
  await runDemo('flow-none');
  await until(async () => /succeeded/.test((await inspector.flows())[0] ?? ''), 'a flow that succeeded');
  await inspector.chooseFlow(0);
  const { panel } = inspector;
  await panel.getByRole('button', { name: 'Replay', exact: true }).click();
  const replay = panel.getByRole('region', { name: 'Replay of the flow' });
  await replay.getByRole('combobox', { name: 'Pauses' }).choose('0');
  await replay.getByRole('checkbox', { name: 'Edit call 6, mfa-bind, before it goes' }).click();
  const captured = posts(sandbox.received);
  await replay.getByRole('button', { name: 'Replay', exact: true }).click();

  const body = replay.getByRole('textbox', { name: 'Body of the call' });
  await body.waitFor();
  await picture('replay-edit');
  const again = posts(sandbox.received).slice(captured.length);
  const newId = idOf(again[1] ?? captured[0] ?? again[0] ?? never());
  expect(newId).not.toBe(idOf(captured[1] ?? never()));
  // What was captured, byte for byte, but for the id that the new flow has.
  expect(again.map(plain)).toEqual(captured.slice(0, 5).map(plain));
  expect(new Set(again.slice(1).map(idOf))).toEqual(new Set([newId]));

  const edited = `{ "correlationId": "${newId}",\n "phoneNumber": "2001004015" }`;
  await body.fill(edited);
  await replay.getByRole('button', { name: 'Let it go' }).click();
  const comparison = panel.getByRole('region', { name: 'Comparison of two flows' });
  await until(
    async () => (await comparison.count()) > 0 && /phoneNumber/.test(await comparison.text()),
    'the two flows side by side',
  );
  expect(posts(sandbox.received).at(-1)?.body.toString()).toBe(edited);
  expect(posts(sandbox.received)).toHaveLength(2 * captured.length);
  expect(await replay.getByRole('status').text()).toBe('Every call was made again.');
  await picture('replay-compared');
  expect((await inspector.flows()).filter((flow) => /mfa/.test(flow))).toHaveLength(2);
});

test('a replay stops at the first refusal, and when it is told to', async ({
  inspector,
  runDemo,
  sandbox,
}) => {
  await inspector.open('Flows');
  await runDemo('flow-mobile');
  await until(async () => /succeeded/.test((await inspector.flows())[0] ?? ''), 'a flow that succeeded');
  await inspector.chooseFlow(0);
  const { panel } = inspector;
  await panel.getByRole('button', { name: 'Replay', exact: true }).click();
  const replay = panel.getByRole('region', { name: 'Replay of the flow' });
  await replay.getByRole('combobox', { name: 'Pauses' }).choose('0');
  const edit = (call: string) => replay.getByRole('checkbox', { name: `Edit call ${call}, before it goes` });
  await edit('2, mfa-status').click();
  await replay.getByRole('button', { name: 'Replay', exact: true }).click();
  await replay.getByRole('textbox', { name: 'Body of the call' }).waitFor();
  await replay
    .getByRole('textbox', { name: 'Body of the call' })
    .fill('{"correlationId":"00000000-0000-4000-8000-000000000000"}');
  const before = posts(sandbox.received).length;
  await replay.getByRole('button', { name: 'Let it go' }).click();
  const says = (words: RegExp) =>
    until(async () => words.test(await replay.getByRole('status').text()), `a replay that says ${words}`);
  await says(/Stopped: the API refused mfa-status \(400, code 8008\)/);
  expect(posts(sandbox.received)).toHaveLength(before + 1);

  await replay.getByRole('button', { name: 'Replay again' }).click();
  await replay.getByRole('button', { name: 'Let it go' }).waitFor();
  await replay.getByRole('button', { name: 'Stop', exact: true }).click();
  await says(/Stopped by you/);
  expect(posts(sandbox.received)).toHaveLength(before + 2);
});

test('the question about production takes the focus once, and not again with each call that comes', async ({
  inspector,
  runDemo,
}) => {
  await inspector.open('Flows');
  const { panel } = inspector;
  // Going to another page clears the log: the import comes after what this page has sent.
  await runDemo('unknown-phone');
  await until(async () => (await inspector.flows()).length === 1, 'the flow of the page');
  await panel.getByLabel('HAR files').upload('production.har', productionHar);
  await until(async () => (await inspector.flows()).length === 2, 'the imported flow');
  await inspector.chooseFlow((await inspector.flows()).findIndex((flow) => /imported/.test(flow)));
  await panel.getByRole('button', { name: 'Replay', exact: true }).click();
  const replay = panel.getByRole('region', { name: 'Replay of the flow' });
  await replay.getByRole('button', { name: 'Replay', exact: true }).click();
  const question = replay.getByRole('alertdialog', { name: 'Send to production?' });
  await until(() => question.getByRole('button', { name: 'Do not send' }).isFocused(), 'the focus');
  const always = question.getByRole('checkbox');
  await always.focus();
  await runDemo('unknown-phone');
  await until(async () => (await inspector.flows()).length === 3, 'what came meanwhile');
  expect(await always.isFocused()).toBe(true);
});

const productionHar = JSON.stringify({
  log: {
    version: '1.2',
    creator: { name: 'test', version: '1' },
    entries: [
      {
        startedDateTime: '2026-01-01T00:00:00.000Z',
        time: 1,
        request: {
          method: 'POST',
          url: 'https://platform.proveapis.com/v3/mfa',
          httpVersion: 'HTTP/1.1',
          headers: [],
          queryString: [],
          cookies: [],
          headersSize: -1,
          bodySize: -1,
          postData: {
            mimeType: 'application/json',
            text: '{"possessionType":"mobile","phoneNumber":"2001004014"}',
          },
        },
        response: {
          status: 200,
          statusText: 'OK',
          httpVersion: 'HTTP/1.1',
          headers: [],
          cookies: [],
          content: {
            size: -1,
            mimeType: 'application/json',
            text: '{"correlationId":"00000000-0000-4000-8000-000000000001","success":"pending"}',
          },
          redirectURL: '',
          headersSize: -1,
          bodySize: -1,
        },
        cache: {},
        timings: { send: 0, wait: 1, receive: 0 },
      },
    ],
  },
});

function never(): never {
  throw new Error('no such request arrived');
}
