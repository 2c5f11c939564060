import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TextMask } from './mask-text.ts';
import { type MaskedSpan, maskedSpans } from './masked-spans.ts';

/** The text as a reader sees it. */
function shown(text: string, spans: readonly MaskedSpan[]) {
  let seen = '';
  let at = 0;
  for (const { from, to, standIn } of spans) {
    seen += text.slice(at, from) + standIn;
    at = to;
  }
  return seen + text.slice(at);
}

it('covers the values alone: names, punctuation and harmless values stand as they are', () => {
  const text = '{\n  "possessionType": "mobile",\n  "phoneNumber": "2001004011"\n}';
  const spans = maskedSpans(text, new TextMask().body(text));
  expect(spans.map(({ from, to }) => text.slice(from, to))).toEqual(['2001004011']);
});

it('covers a form’s secret, and a body that is no JSON', () => {
  for (const text of [
    'grant_type=client_credentials&client_secret=s3cr3t%2Fvalue99',
    '{"phoneNumber": "2001004011", "ssn": 5',
    '{"phoneNumber": "2001004011',
  ]) {
    const masked = new TextMask().body(text);
    const spans = maskedSpans(text, masked);
    expect(shown(text, spans)).toBe(masked);
    expect(shown(text, spans)).not.toMatch(/2001004011|s3cr3t/);
  }
});

it('shows exactly the masked text, whatever the text', () => {
  const value = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('2001004011', 'a@b.example', 'x\\"y'));
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('phoneNumber', 'note', 'ssn', 'success'), value),
      value,
      (body, tail) => {
        const text = JSON.stringify(body, null, 1) + tail;
        const masked = new TextMask().body(text);
        const spans = maskedSpans(text, masked);
        expect(shown(text, spans)).toBe(masked);
        for (const { from, to } of spans) expect(from).toBeLessThan(to);
      },
    ),
    { numRuns: 150 },
  );
});
