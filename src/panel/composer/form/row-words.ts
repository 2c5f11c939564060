import { fromPointer } from '../../../model/body/json-pointer.ts';
import type { FieldRow, Unshown } from '../../../model/compose/field-rows.ts';
import { characterWords, formats } from '../../../model/problems/describe-problem.ts';
import { formatList, formatNumber, t, tn } from '../../../model/words/words.ts';
import { characterCount, type FieldDoc } from '../../../schemas/field.ts';
import { conditionWords } from '../../reference/field-words.ts';

/** The rule of a field in a few words; where it has none, what it is. */
export function ruleWords({ doc, control, text, state }: FieldRow): string {
  if (!doc) return '';
  const { conditions = [], format, characters, maxLength, maxItems, needs } = doc;
  const length = state === 'set' && control === 'text' ? characterCount(text) : 0;
  const rules = [
    ...conditions.map(conditionWords),
    needs &&
      t('Needs {fields}', {
        fields: needs
          .map((set) => formatList(set))
          .reduce((before, other) => t('{before}, or {other}', { before, other })),
      }),
    format && t('Like {format}', { format: formats[format]?.() ?? '' }),
    characters && t('Only {characters}', { characters: characterWords(characters.words) }),
    maxItems !== undefined && tn(maxItems, { one: 'At most {count} item', other: 'At most {count} items' }),
    maxLength &&
      (length > 0
        ? tn(
            maxLength.limit,
            {
              one: 'At most {count} character, {length} now',
              other: 'At most {count} characters, {length} now',
            },
            { length: formatNumber(length) },
          )
        : tn(maxLength.limit, { one: 'At most {count} character', other: 'At most {count} characters' })),
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
      return t('“{name}” is no field of this operation.', { name });
    case 'twice':
      return t('“{name}” stands twice; the form shows the last one, which counts.', { name });
    case 'further-items':
      return tn(
        count ?? 0,
        { one: '“{name}” has {count} further item.', other: '“{name}” has {count} further items.' },
        { name },
      );
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
