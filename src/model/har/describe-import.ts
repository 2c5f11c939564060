import { t, tn } from '../words/words.ts';
import { describeEntryTrouble, describeHarTrouble } from './describe-har-trouble.ts';
import type { ImportEnd } from './har-import.ts';

/** What came of the import of one file. */
export interface ImportOutcome {
  /** V3 calls that are new in the log. */
  calls: number;
  /** Exchanges that the log had already. */
  known: number;
  /** Calls, whichever, that the bounds of the log have cost. */
  dropped: number;
  end: ImportEnd;
}

/** Whether a file was read in which nothing goes to V3, as far as the routes tell. */
export const hasNoV3 = ({ calls, known, end: { entries, trouble } }: ImportOutcome): boolean =>
  calls === 0 && known === 0 && trouble === undefined && entries > 0;

/** What was imported, in a sentence or two. */
export function describeImport({ calls, known, end: { entries, trouble } }: ImportOutcome): string {
  const all = tn(entries, { one: '{count} entry', other: '{count} entries' });
  const again = tn(known, {
    one: '{count} call stood in the log already.',
    other: '{count} calls stood in the log already.',
  });
  if (calls > 0) {
    const count = tn(calls, { one: '{count} V3 call', other: '{count} V3 calls' });
    const imported = t('{calls} imported, of {entries}.', { calls: count, entries: all });
    return known > 0 ? `${imported} ${again}` : imported;
  }
  if (known > 0) return `${t('Nothing new, of {entries}.', { entries: all })} ${again}`;
  if (trouble) return t('Nothing was imported.');
  if (entries === 0) return t('Nothing was imported: it has no entries.');
  return t(
    'No V3 call, of {entries}: none goes to a Prove host or to a path of V3’s. Where your pages call your own back end, it needs a route.',
    { entries: all },
  );
}

/** What was wrong with a file, a sentence each. */
export function describeImportTroubles({ dropped, end }: ImportOutcome): string[] {
  const { trouble, broken, brokenCount, entries } = end;
  const troubles: string[] = [];
  if (trouble) {
    const reason = describeHarTrouble(trouble);
    troubles.push(
      entries > brokenCount
        ? t('The file is not complete: {reason}. What came before was read.', { reason })
        : t('This is no HAR that can be read: {reason}.', { reason }),
    );
  }
  for (const one of broken)
    troubles.push(
      t('Entry {entry} was left out: {reason}.', {
        entry: String(one.entry),
        reason: describeEntryTrouble(one.trouble),
      }),
    );
  const more = brokenCount - broken.length;
  if (more > 0)
    troubles.push(
      tn(more, { one: '{count} more entry was left out.', other: '{count} more entries were left out.' }),
    );
  if (dropped > 0)
    troubles.push(
      tn(dropped, {
        one: '{count} call went out of the log, which is full: the oldest flow goes first.',
        other: '{count} calls went out of the log, which is full: the oldest flows go first.',
      }),
    );
  return troubles;
}
