import { describe, expect, it } from 'vitest';
import { NOON, seconds } from '../fixtures.test-support.ts';
import { aFlow, flowOf, type Story } from './a-flow.test-support.ts';
import { flowAsMarkdown } from './flow-as-markdown.ts';

function markdown(story: Story): string {
  const flow = flowOf(story);
  return flowAsMarkdown(
    flow,
    {
      problemsOf: ({ exchange }) => flow.problems.get(exchange.id) ?? [],
      verdictOf: ({ verdict }) => verdict,
    },
    NOON + seconds(60),
  );
}

describe('a flow as Markdown', () => {
  it('tells its state, its calls with their times, and its problems', () => {
    const story = aFlow().mfa('mobile').polls(3).status('pending', { phone: '2001004011' }).status('true');
    expect(markdown(story)).toBe(
      [
        '### mfa flow: succeeded',
        '',
        `- correlationId: \`${story.correlationId}\``,
        '- begun: 2026-01-15T12:00:00.000Z, 6 calls in 10.1 s',
        '- first call: `https://platform.uat.proveapis.com/v3/mfa`',
        '- succeeded: mfa-status answered “true” at 10.1 s',
        '',
        '| # | at | call | answer | took | body |',
        '| --- | --- | --- | --- | --- | --- |',
        '| 1 | 0.0 s | mfa · mobile | 200 · pending | 100 ms | valid |',
        '| 2 | 2.0 s | mfa-status × 3, every 2.0 s | 200 · pending | 3 calls | valid |',
        '| 3 | 8.0 s | mfa-status | 200 · pending | 100 ms | valid |',
        '| 4 | 10.0 s | mfa-status | 200 · true | 100 ms | valid |',
        '',
        '- **error** in call 3 (mfa-status), request 3:18: “phoneNumber” is only allowed when the flow began with possessionType “none”; this one began with “mobile”. `flow.phone-not-allowed`',
        '',
      ].join('\n'),
    );
  });

  it('holds no token, no number and nothing that somebody sent as a value', () => {
    const text = markdown(
      aFlow().mfa('<script>', {
        body: { possessionType: '<b>|x', phoneNumber: '2001004011' },
        host: 'shop.example.com',
      }),
    );
    expect(text).not.toMatch(/2001004011|eyJ|<b>/);
  });
});
