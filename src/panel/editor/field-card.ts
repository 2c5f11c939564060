import { docOf, unwrap } from '../../schemas/field.ts';
import type { z } from '../../schemas/zod.ts';
import { allowedValues, typeName } from '../reference/field-words.ts';

/** All that is known of a field, as a small card. Built from text nodes only. */
export function fieldCard(name: string, field: z.core.$ZodType): HTMLElement {
  const doc = docOf(field);
  const values = allowedValues(field) ?? doc?.knownValues;
  const card = element('div', 'field-card');
  const head = element('p', 'field-card-head');
  head.append(
    element('b', '', name),
    ` ${typeName(field)}${unwrap(field) === field ? ', required' : ', optional'}`,
  );
  card.append(head);
  const line = (text: string | undefined) => {
    if (text) card.append(element('p', '', text));
  };
  line(doc?.doc);
  line(values && `Values: ${values.join(', ')}`);
  line(doc?.characters && `Characters: ${doc.characters.words}`);
  line(doc?.maxLength && `At most ${doc.maxLength.limit} characters`);
  line(doc?.example === undefined ? undefined : `Example: ${String(doc.example)}`);
  line(doc?.since && `Since ${doc.since}`);
  return card;
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
