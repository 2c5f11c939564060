import type { Unshown } from '../../../model/compose/field-rows.ts';
import { describeProblem } from '../../../model/problems/describe-problem.ts';
import { t, tn } from '../../../model/words/words.ts';
import type { FormContext } from './form-context.ts';
import { unshownWords } from './row-words.ts';

/** So many are named; the rest is counted. */
const MOST = 20;

/** What stands in the text and has no row, a line each. */
export function UnshownList({
  unshown,
  problemsAt,
}: {
  unshown: readonly Unshown[];
  problemsAt: FormContext['problemsAt'];
}) {
  if (unshown.length === 0) return null;
  return (
    <section class="form-unshown" aria-label={t('In the text only')}>
      <p>{t('In the text only, and left as it is:')}</p>
      <ul>
        {unshown.slice(0, MOST).map((entry) => {
          const problem = problemsAt(entry.path).find(({ code }) => code === 'field.unknown');
          return (
            <li key={`${entry.reason}${entry.path}`}>
              {entry.reason === 'unknown' && problem ? describeProblem(problem) : unshownWords(entry)}
            </li>
          );
        })}
        {unshown.length > MOST && (
          <li>{tn(unshown.length - MOST, { one: 'And {count} more.', other: 'And {count} more.' })}</li>
        )}
      </ul>
    </section>
  );
}
