import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findTexts } from './find-texts.ts';

/** Texts by key, as a messages.json holds them. */
export type Messages = ReadonlyMap<string, string>;

export const root = path.resolve(import.meta.dirname, '../..');
export const locales = `${root}/public/_locales`;

/** What no source file says: the manifest's texts, and which language a browser chose of ours. */
const ofManifest: Messages = new Map([
  ['extension_name', 'V3 Inspector for Prove'],
  [
    'extension_description',
    "A DevTools panel for Prove's V3 identity API: checks request bodies, follows MFA flows, sends edited calls again.",
  ],
  ['language', 'en'],
]);

/** All texts of the interface in English, and what is wrong with how sources ask for them. */
export function englishTexts(): { messages: Messages; faults: string[] } {
  const messages = new Map(ofManifest);
  const faults: string[] = [];
  for (const file of sourceFiles()) {
    const found = findTexts(file, readFileSync(`${root}/${file}`, 'utf8'));
    faults.push(...found.faults);
    for (const { key, english } of found.texts) {
      const other = messages.get(key) ?? english;
      if (other !== english) faults.push(`${file}: “${english}” and “${other}” have the key ${key}`);
      messages.set(key, english);
    }
  }
  return { messages, faults };
}

/** The files that ship, from the root. */
export const sourceFiles = (): string[] =>
  readdirSync(`${root}/src`, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|test-support|d)\.tsx?$/.test(file))
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .sort();

/**
 * What a locale's file holds, read line by line: where two changes were merged, a comma may be missing or a text may
 * be there twice, of which the one that says something of its own counts.
 */
export function readMessages(locale: string, english: Messages = new Map()): Messages {
  const messages = new Map<string, string>();
  for (const line of readFileSync(`${locales}/${locale}/messages.json`, 'utf8').split('\n')) {
    const [, key, content] = /^\s*"(\w+)":\s*(\{.*\}),?$/.exec(line) ?? [];
    if (key === undefined || content === undefined) continue;
    const { message }: { message: string } = JSON.parse(content);
    const says = message !== '' && message !== english.get(key);
    if (says || !messages.get(key)) messages.set(key, message);
  }
  return messages;
}

/** A line for each text, by key, so that changes to different texts can be merged. */
export function messagesFile(messages: Messages, english: Messages = messages): string {
  const lines = [...messages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, message]) => {
      const description = message === '' ? { description: english.get(key) } : {};
      return `  ${JSON.stringify(key)}: ${JSON.stringify({ message, ...description })}`;
    });
  return `{\n${lines.join(',\n')}\n}\n`;
}

export const writeMessages = (locale: string, content: string): void =>
  writeFileSync(`${locales}/${locale}/messages.json`, content);

/**
 * The messages that another language needs: those of English, with the plural forms that it has of its own. What
 * it has already stays, what is missing is empty.
 */
export function messagesNeeded(locale: string, english: Messages, own: Messages): Messages {
  const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  const keys = [...english.keys()].flatMap((key) => {
    const counted = /^(.*)_other$/.exec(key)?.[1];
    if (counted === undefined || !english.has(`${counted}_one`)) return [key];
    return forms.map((form) => `${counted}_${form}`);
  });
  const needed = keys.filter((key) => forms.includes('one') || !key.endsWith('_one'));
  return new Map(needed.map((key) => [key, own.get(key) ?? '']));
}
