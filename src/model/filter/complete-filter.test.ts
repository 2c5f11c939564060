import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeFilter } from './complete-filter.ts';

const hosts = ['localhost:8080', 'shop.example.com'];
const seen = (key: string) => (key === 'host' ? hosts : []);

/** What is offered where the | stands, as the whole text that would follow. */
function offered(text: string): string[] {
  const caret = text.indexOf('|');
  const plain = text.replace('|', '');
  return completeFilter(plain, caret, seen).map(
    (choice) => plain.slice(0, choice.from) + choice.text + plain.slice(choice.to),
  );
}

describe('while a filter is typed', () => {
  it.each([
    ['s|', ['status:', 'slower-than:']],
    ['mfa -is:inv|', ['mfa -is:invalid']],
    ['is:invalid,unr|', ['is:invalid,unreadable']],
    ['operation:mfa-s|', ['operation:mfa-status']],
    ['host:LOCAL|', ['host:localhost:8080']],
    ['status:|', ['status:2xx', 'status:4xx', 'status:5xx']],
    ['env:"uat|', []],
    ['env:uat-us|', ['env:"uat-us (api)"', 'env:"uat-us (link)"']],
    ['is:inv| mfa', ['is:invalid mfa']],
    ['nokey:|', []],
  ])('offers what may follow: %s', (text, choices) => {
    expect(offered(text)).toEqual(choices);
  });

  it('offers something sensible or nothing at any place of any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (text, at) => {
        const caret = at % (text.length + 1);
        for (const { from, to } of completeFilter(text, caret, seen)) {
          expect(from).toBeLessThanOrEqual(caret);
          expect(to).toBeGreaterThanOrEqual(caret);
          expect(to).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
