import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswerBody } from './read-answer-body.ts';

const encode = (text: string) => new Uint8Array(new TextEncoder().encode(text));

describe('the body of an answer', () => {
  test('is the text that its bytes spell', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const bytes = encode(text);
        expect(readAnswerBody(bytes, bytes.length)).toEqual({ text, bytes: bytes.length });
      }),
    );
  });

  test('keeps a byte order mark', () => {
    expect(readAnswerBody(encode('\uFEFF{}'), 5).text).toBe('\uFEFF{}');
  });

  test('that is no UTF-8 is binary', () => {
    expect(readAnswerBody(Uint8Array.of(0x89, 0x50, 0xff), 3)).toEqual({ text: '', bytes: 3, binary: true });
  });

  test('that is cut inside a character ends before it', () => {
    expect(readAnswerBody(encode('aé').slice(0, 2), 3)).toEqual({ text: 'a', bytes: 3, truncated: true });
  });
});
