import { describeProblem } from '../model/describe-problem.ts';
import type { Problem } from '../model/problem.ts';
import { Icon } from './icons.tsx';
import { severityNouns } from './words.ts';

/** Problems, each a button that jumps to its place. */
export const ProblemList = ({
  problems,
  onJump,
}: {
  problems: readonly Problem[];
  onJump: (problem: Problem) => void;
}) => (
  <ul class="problems" aria-label="Problems">
    {problems.map((problem) => (
      <li key={`${problem.code}${problem.path}${problem.from}`}>
        <button type="button" class="problem" onClick={() => onJump(problem)}>
          <span class={`tone-${problem.severity}`}>
            <Icon name={problem.severity} />
            <span class="hidden">{severityNouns[problem.severity]}: </span>
          </span>
          <span>
            {describeProblem(problem)}{' '}
            <span class="quiet">
              {problem.line}:{problem.column} · {problem.code}
            </span>
          </span>
        </button>
      </li>
    ))}
  </ul>
);
