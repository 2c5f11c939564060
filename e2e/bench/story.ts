import { type Exchange, utf8Length } from '../../src/model/exchange.ts';

const POLLS = 8;

/**
 * So many exchanges in the order of time: flows of one mfa, eight polls and a result, each after the other.
 * `padding` is added to each answer.
 */
export function exchanges(count: number, padding?: string): Exchange[] {
  const made: Exchange[] = [];
  for (let flow = 0; made.length < count; flow++) {
    const id = `00000000-0000-4000-8000-${String(flow).padStart(12, '0')}`;
    const at = Date.UTC(2026, 0, 15, 12) + flow * 30_000;
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
      body: wire({ clientRequestId: '71010d88-d0e7-4a24-9297-d1be6fefde81', ...body }),
    },
    response: { status: 200, statusText: 'OK', headers: json, body: wire(answer) },
  };
}

function wire(value: object) {
  const text = JSON.stringify(value);
  return { text, bytes: utf8Length(text) };
}
