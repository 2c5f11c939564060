import { answerOf, titleOf } from '../../model/flows/describe-step.ts';
import type { Step } from '../../model/flows/flow-steps.ts';
import { describeProblem } from '../../model/problems/describe-problem.ts';
import { t } from '../../model/words/words.ts';
import { VerdictChip } from '../chips.tsx';
import { Icon } from '../icons.tsx';

/** So many are written out; the details have them all. */
const MOST_PROBLEMS = 3;

interface Props {
  step: Step | undefined;
  differs: boolean;
  onOpen: (step: Step) => void;
}

/** One side of a pair of steps; a blank where this flow has no such step. */
export const ComparedStep = ({ step, differs, onOpen }: Props) =>
  step ? (
    <button type="button" class="compared-step" onClick={() => onOpen(step)}>
      <span class="compared-title">
        <strong>{titleOf(step)}</strong> {step.verdict && <VerdictChip verdict={step.verdict} />}
      </span>
      <span class={differs ? '' : 'quiet'}>{answerOf(step)}</span>
      {step.problems.slice(0, MOST_PROBLEMS).map((problem) => (
        <span
          key={problem.code + problem.in + problem.path}
          class={`compared-problem tone-${problem.severity}`}
        >
          <Icon name={problem.severity} /> {describeProblem(problem)}
        </span>
      ))}
    </button>
  ) : (
    <p class="compared-step absent quiet">{t('no such call')}</p>
  );
