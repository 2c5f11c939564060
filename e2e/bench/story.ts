import { type Exchange, utf8Length } from '../../src/model/exchange.ts';

const POLLS = 8;
const START = Date.UTC(2026, 0, 15, 12);

/**
 * So many exchanges in the order of time: flows of one mfa, eight polls and a result, each after the other.
 * `padding` is added to each answer.
 */
export function exchanges(count: number, padding?: string): Exchange[] {
  const made: Exchange[] = [];
  for (let flow = 0; made.length < count; flow++) {
    const id = `00000000-0000-4000-8000-${String(flow).padStart(12, '0')}`;
    const at = START + flow * 30_000;
    made.push(
      exchange(
        `f${flow}-0`,
        at,
        'mfa',
        { possessionType: 'mobile', phoneNumber: '2001004014' },
        {
          authToken: `eyJhbGciOiJIUzI1NiJ9.${'x'.repeat(200)}.sig`,
          correlationId: id,
          success: 'pending',
          padding,
        },
      ),
    );
    for (let poll = 1; poll <= POLLS + 1; poll++)
      made.push(
        exchange(
          `f${flow}-${poll}`,
          at + poll * 2000,
          'mfa-status',
          { correlationId: id },
          {
            phoneNumber: '2001004014',
            success: poll > POLLS ? 'true' : 'pending',
            padding,
          },
        ),
      );
  }
  return made.slice(0, count);
}

const UUID = '71010d88-d0e7-4a24-9297-d1be6fefde81';
const AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/**
 * So many calls of sessions one after the other: about 300 bytes a request and 200 an answer.
 */
export function typicalCalls(count: number): Exchange[] {
  const made: Exchange[] = [];
  for (let session = 0; made.length < count; session++) made.push(...typicalSession(session));
  return made.slice(0, count);
}

/** Four calls, a verification and then a Unify flow. */
export function typicalSession(session: number): Exchange[] {
  const id = `00000000-0000-4000-8000-${String(session).padStart(12, '0')}`;
  const phoneNumber = String(2001000000 + session);
  const own = { clientCustomerId: UUID, clientHumanId: UUID, emailAddress: `user${session}@example.com` };
  const calls: readonly (readonly [string, object, object])[] = [
    [
      'verify',
      {
        ...own,
        firstName: 'Elena',
        lastName: 'Coldman',
        ipAddress: '198.51.100.7',
        phoneNumber,
        userAgent: AGENT,
        verificationType: 'verifiedUser',
      },
      {
        clientRequestId: UUID,
        correlationId: id.replace('0', '1'),
        identity: { assuranceLevel: 'AL2', reasons: ['AL2a'] },
        phoneNumber,
        success: 'true',
      },
    ],
    [
      'unify',
      {
        ...own,
        allowOTPRetry: true,
        finalTargetUrl: 'https://www.example.com/landing-page',
        ipAddress: '198.51.100.7',
        phoneNumber,
        possessionType: 'desktop',
        smsMessage: '#### is your verification code.',
      },
      {
        authToken: `eyJhbGciOiJIUzI1NiJ9.${'x'.repeat(250)}.${'s'.repeat(43)}`,
        correlationId: id,
        success: 'pending',
      },
    ],
    ['unify-status', { correlationId: id }, { clientRequestId: UUID, phoneNumber, success: 'pending' }],
    [
      'unify-status',
      { correlationId: id },
      {
        clientRequestId: UUID,
        evaluation: { authentication: { result: 'pass' } },
        phoneNumber,
        success: 'true',
      },
    ],
  ];
  return calls.map(([operation, body, answer], step) =>
    exchange(`t${session}-${step}`, START + session * 30_000 + step * 2000, operation, body, answer),
  );
}

function exchange(id: string, startedAt: number, operation: string, body: object, answer: object): Exchange {
  const json = [{ name: 'Content-Type', value: 'application/json' }];
  return {
    id,
    origin: 'captured',
    startedAt,
    duration: 120,
    request: {
      method: 'POST',
      url: `https://platform.uat.proveapis.com/v3/${operation}`,
      headers: [...json, { name: 'Authorization', value: 'Bearer t' }],
      body: wire({ clientRequestId: UUID, ...body }),
    },
    response: { status: 200, statusText: 'OK', headers: json, body: wire(answer) },
  };
}

function wire(value: object) {
  const text = JSON.stringify(value);
  return { text, bytes: utf8Length(text) };
}
