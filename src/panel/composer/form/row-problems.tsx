import { describeProblem } from '../../../model/problems/describe-problem.ts';
import type { Problem } from '../../../model/problems/problem.ts';
import { severityNames } from '../../../model/words/names.ts';
import { Icon } from '../../icons.tsx';

/** What is wrong with one field, beside it. */
export const RowProblems = ({ id, problems }: { id: string; problems: readonly Problem[] }) =>
  problems.length > 0 && (
    <div id={id}>
      {problems.map((problem) => (
        <p class={`form-problem tone-${problem.severity}`} key={`${problem.code}${problem.from}`}>
          <Icon name={problem.severity} />
          <span>
            <span class="hidden">{severityNames[problem.severity]()}: </span>
            {describeProblem(problem)}
          </span>
        </p>
      ))}
    </div>
  );
