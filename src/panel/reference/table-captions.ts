import { t } from '../../model/words/words.ts';
import type { TablePart } from './place-in-reference.ts';

/** What stands above the fields of each part of a call. */
export function tableCaptions(part: TablePart): string {
  if (part === 'path') return t('In the path');
  if (part === 'query') return t('In the query');
  return part === 'request' ? t('Request') : t('Response');
}
