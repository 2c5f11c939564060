import type { Difference } from '../body/diff-json.ts';
import { fromPointer } from '../body/json-pointer.ts';
import { t } from '../words/words.ts';

/** Where two bodies differ, without the values: they may be anybody's data. */
export const describePlace = ({ path }: Difference): string => fromPointer(path).join('.') || t('the body');
