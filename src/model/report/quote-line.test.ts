import { describe, expect, it } from 'vitest';
import { operation } from '../fixtures.test-support.ts';
import { printable } from '../printable.ts';
import { inspectBody } from '../problems/inspect-body.ts';
import { quoter } from './quote-line.ts';

/** Quotes the place of the first problem with this code in a body of mfa: the line, and the carets below. */
function quoteOf(code: string, body: string): [string, string] | undefined {
  const problem = inspectBody(operation('mfa'), body).problems.find((one) => one.code === code);
  if (!problem) throw new Error(`No ${code} in ${body}`);
  const quote = quoter(body)(problem);
  return quote && [quote.text, quote.carets];
}

describe('a quoted line', () => {
  it('has carets under the place', () => {
    expect(quoteOf('field.enum', '{\n  "possessionType": "web"\n}')).toEqual([
      '  "possessionType": "web"',
      '                    ^^^^^',
    ]);
  });

  it('is masked at the same length', () => {
    expect(quoteOf('field.enum', '{"phoneNumber":"2001004011","possessionType":"web"}')).toEqual([
      '{"phoneNumber":"••••••••••","possessionType":"web"}',
      '                                             ^^^^^',
    ]);
  });

  it('counts what takes two columns, or none, on a terminal', () => {
    const [text = '', carets = ''] =
      quoteOf('field.enum', '{"smsMessage":"#### 你好 e\u0301","possessionType":"web"}') ?? [];
    expect(text).toContain('你好');
    expect(carets.indexOf('^')).toBe(text.indexOf('"web"') + 2 - 1);
  });

  it('is cut around the place where it is long', () => {
    const [text = '', carets = ''] =
      quoteOf('field.enum', `{"x":"${'a'.repeat(500)}","possessionType":"web","y":"${'b'.repeat(500)}"}`) ??
      [];
    expect(text).toMatch(/^….*"web".*…$/);
    expect(text.length).toBeLessThan(110);
    expect(text.slice(carets.indexOf('^'), carets.length)).toBe('"web"');
  });

  it('ends with the line where the place does not', () => {
    expect(quoteOf('field.type', '{"phoneNumber": [\n1,\n2], "possessionType":"mobile"}')).toEqual([
      '{"phoneNumber": [',
      '                ^',
    ]);
  });

  it('holds no command for the terminal', () => {
    const [text] = quoteOf('body.syntax', '{"\u001b[31mred\u202e": \t\u0007x}') ?? [];
    expect(text).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(printable('a\tb\u001b[2Jc\n')).toBe('a b·[2Jc·');
  });
});
