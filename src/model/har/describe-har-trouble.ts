import { t } from '../words/words.ts';
import type { EntryTrouble, HarTrouble } from './har-trouble.ts';

/** Why a file is no complete HAR, as the end of a sentence. */
export function describeHarTrouble(trouble: HarTrouble): string {
  switch (trouble.code) {
    case 'empty':
      return t('it is empty');
    case 'zip':
      return t('it is a ZIP archive; unpack it and name the HAR inside');
    case 'gzip':
      return t('it is compressed with gzip; unpack it first');
    case 'utf-16':
      return t('it is UTF-16; a HAR is UTF-8');
    case 'no-json':
      return t('it is not JSON');
    case 'no-log':
      return t('it is JSON, but no HAR: there is no “log”');
    case 'no-entries':
      return t('it is JSON, but no HAR: there is no “log.entries”');
    case 'too-large':
      return t('it holds no “log.entries”');
    case 'cut-after':
      return t('it is cut off after its entries');
    case 'cut-within':
      return t('it is cut off within entry {entry}', { entry: String(trouble.entry) });
    case 'unread':
      return t('it could not be read to its end ({detail})', { detail: trouble.detail });
    case 'worker-failed':
      return t('the worker that reads it has failed ({detail})', { detail: trouble.detail });
  }
}

/** Why an entry cannot be read, as the end of a sentence. */
export const describeEntryTrouble = (trouble: EntryTrouble): string => entryTroubles[trouble]();

const entryTroubles: Record<EntryTrouble, () => string> = {
  'too-large': () => t('it is too large'),
  'no-json': () => t('it is not JSON'),
  'no-object': () => t('it is no object'),
  'no-request': () => t('it has no request'),
  'no-method': () => t('it has no request.method'),
  'no-url': () => t('it has no request.url'),
  'no-start': () => t('it has no startedDateTime'),
  'bad-start': () => t('its startedDateTime is no date'),
  unread: () => t('it cannot be read'),
};
