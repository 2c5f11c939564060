import { t } from '../../model/words/words.ts';
import { docOf, unwrap } from '../../schemas/field.ts';
import type { z } from '../../schemas/zod.ts';
import { allowedValues, rulesOf, typeName } from '../reference/field-words.ts';

/** All that is known of a field, as a small card. Built from text nodes only. */
export function fieldCard(name: string, field: z.core.$ZodType): HTMLElement {
  const doc = docOf(field);
  const card = element('div', 'field-card');
  const head = element('p', 'field-card-head');
  head.append(
    element('b', '', name),
    ` ${typeName(field)}, ${unwrap(field) === field ? t('required') : t('optional')}`,
  );
  card.append(head);
  if (doc) card.append(element('p', '', doc.doc));
  for (const rule of rulesOf(doc, allowedValues(field))) card.append(element('p', 'field-card-rule', rule));
  return card;
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
