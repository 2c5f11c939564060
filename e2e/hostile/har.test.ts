import { expect, it } from 'vitest';
import { describeEntryTrouble } from '../../src/model/har/describe-har-trouble.ts';
import { checkHar } from './drive-engine.ts';
import { hostileHars } from './hars.ts';

/** What a terminal obeys, what turns the direction of a line, and what takes no room; a line end is none of them here. */
const OBEYED = /[^\P{C}\n]/u;

it.each(Object.entries(hostileHars))('a hostile HAR is read or refused in words: %s', (_, make) => {
  const { items, end, reports } = checkHar(make());
  for (const item of items)
    if (item.kind === 'broken') expect(describeEntryTrouble(item.trouble)).toMatch(/\w/);
  if (items.length === 0) expect(end).toMatch(/\w/);
  const [text = '', markdown = '', json = ''] = reports;
  expect(text).not.toMatch(OBEYED);
  expect(markdown).not.toMatch(OBEYED);
  // What stands in a table or a list of Markdown is text there, and no tag.
  expect(markdown.replace(/(`+)[\s\S]*?\1/g, '')).not.toMatch(/(?<!\\)<(?:script|img|svg|iframe|meta|b)\b/i);
  expect(JSON.parse(json)).toMatchObject({ version: 1 });
});
