import { fromPointer } from '../../../model/body/json-pointer.ts';
import type { FieldRow, Unshown } from '../../../model/compose/field-rows.ts';
import { formats } from '../../../model/problems/describe-problem.ts';
import { characterCount, type FieldDoc } from '../../../schemas/field.ts';
import { conditionWords } from '../../reference/field-words.ts';

/** The rule of a field in a few words; where it has none, what it is. */
export function ruleWords({ doc, control, text, state }: FieldRow): string {
  if (!doc) return '';
  const { conditions = [], format, characters, maxLength, maxItems, needs } = doc;
  const length = state === 'set' && control === 'text' ? characterCount(text) : 0;
  const rules = [
    ...conditions.map(conditionWords),
    needs && `Needs ${needs.map((set) => set.join(' and ')).join(', or ')}`,
    format && `Like ${formats[format]}`,
    characters && `Only ${characters.words}`,
    maxItems !== undefined && `At most ${maxItems} items`,
    maxLength && `At most ${maxLength.limit} characters${length > 0 ? `, ${length} now` : ''}`,
  ].filter((rule) => typeof rule === 'string');
  return rules.length > 0 ? rules.join(' · ') : firstSentence(doc);
}

const firstSentence = ({ doc }: FieldDoc): string =>
  /^.*?[.:](?=\s|$)/.exec(doc)?.[0].replace(/:$/, '.') ?? doc;

/** What stands in the text alone, and why, in one sentence. */
export function unshownWords({ path, reason, count }: Unshown): string {
  const name = nameOf(path);
  switch (reason) {
    case 'unknown':
      return `“${name}” is no field of this operation.`;
    case 'twice':
      return `“${name}” stands twice; the form shows the last one, which counts.`;
    case 'further-items':
      return `“${name}” has ${count} further items.`;
  }
}

/** `/items/0/phone` as people write it, cut at 60 characters. */
function nameOf(path: string): string {
  const name = fromPointer(path).reduce(
    (before, step) =>
      before === '' ? step : /^\d+$/.test(step) ? `${before}[${step}]` : `${before}.${step}`,
    '',
  );
  return name.length > 60 ? `${name.slice(0, 59)}…` : name;
}
