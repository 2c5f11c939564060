import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { findLiterals } from '../.ci/words/find-literals.ts';
import { findTexts } from '../.ci/words/find-texts.ts';
import {
  englishTexts,
  locales,
  messagesFile,
  messagesNeeded,
  readMessages,
  root,
  sourceFiles,
} from '../.ci/words/messages.ts';
import { describeImportTroubles } from '../src/model/har/describe-import.ts';
import { HarImport } from '../src/model/har/har-import.ts';
import { learnWords } from '../src/model/words/words.ts';

const { messages: english, faults } = englishTexts();
const namesIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([name]) => name).sort();
const languages = readdirSync(locales).filter((name) => name !== 'en');

test('every text of the interface can be found and translated', () => {
  expect(faults).toEqual([]);
});

test('no text of a component goes past translation', () => {
  // What JSON calls its values is the same in every language.
  const allowed = new Set(['true', 'false']);
  const files = sourceFiles().filter((file) => file.endsWith('.tsx'));
  expect(
    files.flatMap((file) => findLiterals(file, readFileSync(`${root}/${file}`, 'utf8'), allowed)),
  ).toEqual([]);
});

test.each([
  ['<p>Clear the log</p>', ['Clear the log']],
  ['<button title="Clear" class="tool" />', ['Clear']],
  ["<button aria-label={on ? t('Stop') : 'Record'} />", ['Record']],
  ["<p>{count} {more && ', searching'}</p>", [', searching']],
  ['<p title={`Remove ~{name}`}>{x}</p>'.replace('~', '$'), ['Remove']],
  ["<p class={on ? 'on' : 'off'}>{t('Clear')} <code>/v3/mfa</code> · {'…'}</p>", []],
])('in %s, %j goes past translation', (code, found) => {
  expect(findLiterals('a.tsx', `const a = ${code};`, new Set())).toEqual(
    found.map((text) => `a.tsx:1: “${text}”`),
  );
});

test('the English texts are those of the sources (`npm run words` writes them anew)', () => {
  expect(readFileSync(`${locales}/en/messages.json`, 'utf8')).toBe(messagesFile(english));
});

test.each(['en', ...languages])('the description in %s is not too long for the stores', (locale) => {
  expect(readMessages(locale).get('extension_description')?.length).toBeLessThanOrEqual(132);
});

test.each([
  '',
  'PK\u0003\u0004',
  '\u001f\u008b\u0008',
  '\u00ff\u00fe{',
  '<html>',
  '{"calls":[]}',
  '{"log":{}}',
  '{"log":{"entries":[',
  '{"log":{"entries":[{"request":{}}]',
  '{"log":{"entries":[null,{},{"request":{}},{"request":{"method":""}},{"a":tru}]}}',
  '{"log":{"entries":[{"request":{"method":"","url":""}}]}}',
  '{"log":{"entries":[{"startedDateTime":"now","request":{"method":"","url":""}}]}}',
])('what is wrong with a HAR such as %j is told in the reader’s language alone', (content) => {
  const har = new HarImport(() => undefined, { prefix: '', routes: [] });
  har.push(Uint8Array.from(content, (sign) => sign.charCodeAt(0)));
  // Of every text that was asked for, only what was put into it is left.
  const lookup = (key: string) => `•${namesIn(english.get(key) ?? '').join('')}`;
  learnWords({ language: 'de', lookup });
  const told = describeImportTroubles({ calls: 0, known: 0, dropped: 0, end: har.end() });
  learnWords();
  expect(told.length).toBeGreaterThan(0);
  expect(told.join('')).toMatch(/^[•\d]+$/);
});

describe.each(languages)('the texts in %s', (locale) => {
  const own = readMessages(locale);

  it('are complete, and no more than are needed (`npm run words` makes an empty one for each new text)', () => {
    expect([...own].filter(([, message]) => message.trim() === '').map(([key]) => key)).toEqual([]);
    expect([...own.keys()].sort()).toEqual([...messagesNeeded(locale, english, own).keys()].sort());
  });

  it('stand in order in their file (`npm run words` puts them there)', () => {
    expect(readFileSync(`${locales}/${locale}/messages.json`, 'utf8')).toBe(messagesFile(own, english));
  });

  it('have the same placeholders as the English ones', () => {
    for (const [key, message] of own) {
      const counted = /^(.*)_(?:zero|one|two|few|many|other)$/.exec(key)?.[1];
      const asked = namesIn(english.get(key) ?? english.get(`${counted}_other`) ?? '');
      // A form for one may do without its number.
      const given = namesIn(message);
      if (key.endsWith('_one') && english.has(`${counted}_other`))
        expect(new Set([...given, '{count}']), key).toEqual(new Set([...asked, '{count}']));
      else expect(given, key).toEqual(asked);
    }
  });

  it('are in that language', () => {
    const isSentence = (text: string) =>
      (text.replace(/\{\w+\}/g, '').match(/\b[a-z]{4,}\b/gi)?.length ?? 0) > 1;
    const left = [...own].filter(([key, message]) => message === english.get(key) && isSentence(message));
    expect(left.map(([key]) => key)).toEqual(['extension_name']);
  });

  it('hold no $, which browsers take for their own', () => {
    expect([...own.values()].filter((message) => message.includes('$'))).toEqual([]);
  });
});

describe('a text that a source asks for', () => {
  const found = (code: string) =>
    findTexts('src/panel/a.ts', `import { t, tn, tParts } from '../model/words/words.ts';\n${code}`);

  it('is found where it stands as a literal', () => {
    const { texts } = found(
      "const a = () => [t('Sent to {host}.', { host }), tParts('Ends in {path}.', { path }), tn(2, { one: '{count} call', other: '{count} calls' })];",
    );
    expect(texts.map(({ english }) => english)).toEqual([
      'Sent to {host}.',
      'Ends in {path}.',
      '{count} call',
      '{count} calls',
    ]);
  });

  it.each([
    ['t(some)', /literal/],
    ["t('a' + b)", /literal/],
    ["t(one ? 'a' : 'b')", /literal/],
    ['tn(2, forms)', /forms/],
    ["tn(2, { one: 'a call', other })", /literal/],
    ["t('costs $1')", /\$/],
    ["t('a {{variable}}')", /braces/],
    ["t(' a ')", /space/],
  ])('%s is not taken', (call, why) => {
    expect(found(`const a = () => ${call};`).faults).toEqual([expect.stringMatching(why)]);
  });

  it('is not taken before the language is known', () => {
    expect(found("const names = { calls: t('Calls') };").faults).toEqual([
      expect.stringMatching(/put it into a function/),
    ]);
  });

  it('may be asked for by another function of the same name', () => {
    expect(findTexts('src/panel/a.ts', "import { t } from './words.ts';\nt(some);")).toEqual({
      texts: [],
      faults: [],
    });
  });
});
