import { describe, expect, it } from 'vitest';
import { writeDraftsFile } from '../compose/drafts-file.ts';
import { readImport } from './read-import.ts';
import { UnreadableText } from './unreadable-text.ts';

/** What is told of a text that cannot be taken. */
function refusalOf(text: string): string {
  try {
    readImport(text);
  } catch (error) {
    if (error instanceof UnreadableText) return error.message;
    throw error;
  }
  return 'taken';
}

describe('what cannot be read', () => {
  it.each([
    [
      '',
      'There is nothing here: a cURL command, a Postman collection (v2.1) or saved drafts from this panel was expected (line 1, column 1)',
    ],
    [
      'hello',
      'A cURL command, a Postman collection (v2.1) or saved drafts from this panel was expected (line 1, column 1)',
    ],
    ['{\n  "info": {},,\n}', 'This is no JSON from here on: “,” was not expected (line 2, column 14)'],
    ['{"info":', 'This is no JSON from here on: the end of the text was not expected (line 1, column 9)'],
    [
      '\n {"a":1}',
      'This is JSON of another kind: a cURL command, a Postman collection (v2.1) or saved drafts from this panel was expected (line 2, column 2)',
    ],
    [
      '{"requests":[],"order":[]}',
      'This is a Postman collection of format 1: export it from Postman as v2.1 (line 1, column 1)',
    ],
    [
      '{"values":[],"_postman_variable_scope":"environment"}',
      'This is a Postman environment: a collection (v2.1) was expected (line 1, column 1)',
    ],
    [
      '{"info":{"name":"x"},\n "item":[{"name":"a"},\n  7]}',
      'This should be a Postman collection (v2.1), but at item.1 there is something else (line 3, column 3)',
    ],
    [
      '{"format":"v3-inspector-drafts","version":2,"collections":[]}',
      'This should be saved drafts, but at version there is something else (line 1, column 43)',
    ],
    ["curl 'http://x", "The single quote that opens here is not closed: ' was expected (line 1, column 6)"],
    [
      'curl http://x \\\n -d "a',
      'The double quote that opens here is not closed: " was expected (line 2, column 5)',
    ],
    [
      "curl http://x -d $'a",
      "The quote $' that opens here is not closed: ' was expected (line 1, column 18)",
    ],
    [
      'curl ^"http://x^" ^\n -d ^"a',
      'The double quote that opens here is not closed: " was expected (line 2, column 5)',
    ],
    ['curl -X POST', 'A URL was expected in this cURL command (line 1, column 13)'],
    ['curl http://x -H', 'A value was expected after -H (line 1, column 17)'],
    [
      'curl http://x `\n -d 1',
      'This line goes on as in PowerShell: copy the command “as cURL (bash)” or “as cURL (cmd)” instead (line 1, column 15)',
    ],
  ])('%j is told: %s', (text, told) => {
    expect(refusalOf(text)).toBe(told);
  });

  it('leaves a hostile depth alone', () => {
    expect(refusalOf('['.repeat(100_000))).toMatch(/no JSON from here on/);
    expect(refusalOf(`{"info":{"name":"x"},"item":${'['.repeat(5_000)}${']'.repeat(5_000)}}`)).toMatch(
      /Postman/,
    );
  });
});

it('takes the panel’s own file', () => {
  const drafts = {
    id: 'd',
    name: 'one',
    savedAt: 1,
    method: 'GET',
    url: 'http://x',
    headers: [],
    body: '',
    way: 'page' as const,
  };
  const collections = [{ id: 'c', name: 'mine', drafts: [drafts] }];
  expect(readImport(writeDraftsFile(collections, { keepPersonal: false }))).toEqual({
    kind: 'drafts',
    collections,
  });
});
