import { afterEach, describe, expect, it } from 'vitest';
import { keyOf } from './key-of.ts';
import { formatNumber, learnWords, t, tn, tParts } from './words.ts';

const calls = (count: number) => tn(count, { one: '{count} call', other: '{count} calls' });
const learn = (language: string, texts: Record<string, string>) =>
  learnWords({ language, lookup: (key) => texts[key] ?? '' });

afterEach(() => learnWords());

describe('before other words are learnt', () => {
  it('texts are English, with their values in place', () => {
    expect(t('Sent with {got}; this operation takes {expected}.', { got: 'GET', expected: 'POST' })).toBe(
      'Sent with GET; this operation takes POST.',
    );
    expect(calls(1)).toBe('1 call');
    expect(calls(0)).toBe('0 calls');
    expect(calls(12_345)).toBe('12,345 calls');
  });

  it('a value is taken as it is, whatever is in it', () => {
    expect(t('Sent to {got}.', { got: '{got} $1 $& \\' })).toBe('Sent to {got} $1 $& \\.');
  });
});

describe('when other words are learnt', () => {
  it('texts are given in them, and in English where they lack one', () => {
    learn('de', { [keyOf('Sent to {host}.')]: 'An {host} gesendet.' });
    expect(t('Sent to {host}.', { host: 'a.example' })).toBe('An a.example gesendet.');
    expect(t('Clear the log')).toBe('Clear the log');
  });

  it('counts take the form that the grammar of the language asks for', () => {
    const forms = { one: '{count} wywołanie', few: '{count} wywołania', many: '{count} wywołań' } as const;
    learn('pl', {
      [keyOf('{count} calls', 'one')]: forms.one,
      [keyOf('{count} calls', 'few')]: forms.few,
      [keyOf('{count} calls', 'many')]: forms.many,
    });
    expect([1, 2, 5, 22].map(calls)).toEqual(['1 wywołanie', '2 wywołania', '5 wywołań', '22 wywołania']);
  });

  it('numbers are written as the language writes them', () => {
    learn('de', {});
    expect(formatNumber(12_345.5)).toBe('12.345,5');
    expect(calls(12_345)).toBe('12.345 calls');
  });

  it('the parts of a text stand in the order of the language', () => {
    const path = { tag: 'code' };
    expect(tParts('It ends in {path}.', { path })).toEqual(['It ends in ', path, '.']);
    learn('de', { [keyOf('It ends in {path}.')]: '{path} ist das Ende.' });
    expect(tParts('It ends in {path}.', { path })).toEqual([path, ' ist das Ende.']);
  });
});

describe('the key of a text', () => {
  it('can be read, and is one that browsers take', () => {
    expect(keyOf('Preserve log')).toMatch(/^preserve_log_[0-9a-z]+$/);
    for (const text of ['“x” should be …', '…', 'A very long sentence that goes on and on, and on, and on.'])
      expect(keyOf(text)).toMatch(/^[a-z0-9_]+$/);
  });

  it('tells texts apart that differ in case or signs alone', () => {
    expect(new Set(['Send', 'send', 'Send…', 'Send ›'].map((text) => keyOf(text))).size).toBe(4);
  });
});
