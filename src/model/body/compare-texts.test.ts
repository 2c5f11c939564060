import { expect, test } from 'vitest';
import { compareTexts } from './compare-texts.ts';

test.each([
  ['{"a":1}', '{"a":1}', 'No difference.'],
  ['{"a":1}', '{\n "a": 1 }', /^No difference\. Both are laid out alike/],
  ['{"a":1,"b":{"c":2}}', '{"a":1,"b":{"c":3}}', /^Differs in b\.c\. Both/],
  ['{"a":1}', '{"a":1.0}', /^The values are the same; they are written/],
  ['{"a":1,"b":2}', '{"b":2,"a":1}', /^The values are the same; they are written or ordered/],
  ['[1,2,3,4,5,6]', '[0,0,0,0,0,0]', /^Differs in 0, 1, 2, 3 and 2 more places\./],
  ['{"a":1}', '<html>', 'They differ; not both are JSON.'],
  ['a=1', 'a=1', 'No difference.'],
])('%s beside %s', (before, after, summary) => {
  const compared = compareTexts(before, after);
  if (typeof summary === 'string') expect(compared.summary).toBe(summary);
  else expect(compared.summary).toMatch(summary);
  expect(compared.same).toBe(compared.before === compared.after);
});
