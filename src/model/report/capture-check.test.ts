import { describe, expect, it } from 'vitest';
import { NOON } from '../fixtures.test-support.ts';
import { readItem } from '../har/har-file.ts';
import { parseRoute } from '../routes/parse-route.ts';
import type { Route } from '../routes/route.ts';
import { CaptureCheck } from './capture-check.ts';
import { toReport } from './report.ts';

const A = '713189b8-5555-4b08-83ba-75d08780aebd';
const minutes = (n: number) => n * 60_000;

interface Scene {
  at?: number;
  url?: string;
  body?: object;
  answer?: object;
  status?: number;
  parts?: object;
  answerParts?: object;
}

const UAT = 'https://platform.uat.proveapis.com';

/** An entry of a HAR; at so many ms after noon. */
function entry({
  at = 0,
  url = `${UAT}/v3/mfa`,
  body,
  answer,
  status = 200,
  parts,
  answerParts,
}: Scene): unknown {
  const text = body && JSON.stringify(body);
  return {
    startedDateTime: new Date(NOON + at).toISOString(),
    time: 100,
    request: {
      method: body ? 'POST' : 'GET',
      url,
      headers: [
        { name: 'Authorization', value: 'Bearer t' },
        { name: 'Content-Type', value: 'application/json' },
      ],
      ...(text && { postData: { mimeType: 'application/json', text } }),
    },
    response: { status, headers: [], content: { text: JSON.stringify(answer ?? {}) }, ...answerParts },
    ...parts,
  };
}

const first = (more: Scene = {}) =>
  entry({
    body: { possessionType: 'mobile', phoneNumber: '2001004011' },
    answer: { authToken: 'eyJhbGciOi...', correlationId: A, success: 'pending' },
    ...more,
  });
const status = (success: string, more: Scene = {}) =>
  entry({
    url: `${UAT}/v3/mfa-status`,
    body: { correlationId: A },
    answer: { phoneNumber: '2001004011', success },
    at: 2000,
    ...more,
  });
const foreign = (at = 0) => entry({ at, url: 'https://shop.example.com/' });

/** The report on captures, each a list of entries. */
function check(captures: unknown[][], routes: Route[] = []) {
  const capture = new CaptureCheck(routes);
  for (const [i, entries] of captures.entries()) {
    capture.beginFile(`${i}.har`);
    for (const raw of entries) capture.add(readItem(raw, { wants: capture.wants }));
  }
  return toReport(capture.result());
}

const statesOf = ({ flows }: ReturnType<typeof check>) => flows.map(({ state }) => state);

describe('CaptureCheck', () => {
  it('numbers entries from 0 over all files, and ignores what is no call', () => {
    const report = check([
      [foreign(), null, first()],
      [foreign(), status('true')],
    ]);
    expect(report).toMatchObject({
      entries: 5,
      ignored: 3,
      calls: [
        { entry: 2, operation: 'mfa' },
        { entry: 4, operation: 'mfa-status', correlationId: A },
      ],
      flows: [{ correlationId: A, kind: 'mfa', state: 'succeeded', calls: [2, 4], problems: [] }],
      broken: [{ entry: 1, file: '0.har', reason: 'it is no object' }],
    });
  });

  it('ignores what the client SDK asks of the device API: it is no V3 call', () => {
    const sdk = entry({
      url: 'https://device.uat.proveapis.com/v1/client/mobile/otp/finish',
      body: { otp: '1' },
    });
    expect(check([[first(), sdk, status('true')]])).toMatchObject({
      ignored: 1,
      flows: [{ state: 'succeeded', calls: [0, 2] }],
    });
  });

  it('leaves the list of broken entries out where there are none', () => {
    expect(check([[first()]])).not.toHaveProperty('broken');
  });

  it('takes the end of the capture for now', () => {
    expect(statesOf(check([[first(), foreign(minutes(14))]]))).toEqual(['waiting']);
    expect(statesOf(check([[first(), foreign(minutes(16))]]))).toEqual(['expired']);
    // Another capture, made later, says nothing of this one.
    expect(statesOf(check([[first()], [foreign(minutes(60))]]))).toEqual(['waiting']);
  });

  it('puts problems of a flow under the call, too, and into its verdict', () => {
    const report = check([
      [first(), status('pending', { body: { correlationId: A, phoneNumber: '2001004011' } })],
    ]);
    expect(report.calls[1]).toMatchObject({
      verdict: 'invalid',
      problems: [{ code: 'flow.phone-not-allowed' }],
    });
    expect(report.flows[0]?.problems).toMatchObject([
      { entry: 1, code: 'flow.phone-not-allowed', path: '/phoneNumber' },
    ]);
  });

  it('has a flow without an id for a first call that was refused', () => {
    const report = check([[first({ status: 400, answer: { code: 8001, message: 'no' } })]]);
    expect(report.flows).toMatchObject([{ correlationId: null, kind: 'mfa', state: 'refused', calls: [0] }]);
  });

  it('leaves out a flow whose first call was not captured', () => {
    const report = check([[status('true')]]);
    expect(report.flows).toEqual([]);
    expect(report.calls).toMatchObject([
      { correlationId: A, problems: [{ code: 'flow.correlation-id-unknown' }] },
    ]);
  });

  it('counts a call that a service worker passed on once', () => {
    const page = first({ parts: { pageref: 'page_1' }, answerParts: { _fetchedViaServiceWorker: true } });
    const worker = first({ at: 3 });
    for (const entries of [
      [page, worker],
      [worker, page],
    ])
      expect(check([entries])).toMatchObject({
        ignored: 1,
        calls: [{ problems: [] }],
        flows: [{ calls: { length: 1 } }],
      });
  });

  it('matches an own path by a route', () => {
    const reading = parseRoute('POST /api/*/mfa = mfa');
    if ('error' in reading) throw new Error(reading.error);
    const own = first({ url: 'https://shop.example.com/api/v1/mfa' });
    expect(check([[own]], [reading.route]).calls).toMatchObject([{ operation: 'mfa', verdict: 'valid' }]);
    expect(check([[own]]).calls).toEqual([]);
  });

  it('shows no secret and nothing personal', () => {
    const text = JSON.stringify(
      check([
        [
          first({ url: `${UAT}/v3/mfa?token=s3cr3t&phone=2001004011` }),
          entry({ url: `${UAT}/v3/identity/2001004011/lookup` }),
          first({ at: 5, body: { possessionType: 'mobile', '2001004011': 1, 'jane@example.com': 2 } }),
          status('true', { body: { correlationId: 'jane@example.com' } }),
        ],
      ]),
    );
    for (const hidden of ['s3cr3t', '2001004011', 'jane@example.com', 'eyJ', 'Bearer'])
      expect(text).not.toContain(hidden);
  });
});
