import { useContext } from 'preact/hooks';
import { visible } from '../model/printable.ts';
import { describeFix } from '../model/problems/describe-fix.ts';
import { describeProblem, fieldName } from '../model/problems/describe-problem.ts';
import { type Problem, partOfProblem } from '../model/problems/problem.ts';
import { severityNames } from '../model/words/names.ts';
import { t } from '../model/words/words.ts';
import type { Operation } from '../schemas/operation.ts';
import { Icon } from './icons.tsx';
import { placeOfProblem, ReferenceContext, type ReferencePlace } from './reference-door.ts';

interface Props {
  problems: readonly Problem[];
  onJump: (problem: Problem) => void;
  /** Where the text can be changed: makes the change that repairs a problem. */
  onFix?: (problem: Problem) => void;
  /** Whose field it is: what the reference says of it is one click away. */
  operation?: Operation | undefined;
}

/** Problems, each a button that jumps to its place, and a button that repairs it where that is certain. */
export const ProblemList = ({ problems, onJump, onFix, operation }: Props) => (
  <ul class="problems" aria-label={t('Problems')}>
    {problems.map((problem) => (
      <li key={keyOf(problem)}>
        <button type="button" class="problem" onClick={() => onJump(problem)}>
          <span class={`tone-${problem.severity}`}>
            <Icon name={problem.severity} />
            <span class="hidden">{severityNames[problem.severity]()}: </span>
          </span>
          <span>
            {visible(describeProblem(problem))}{' '}
            <span class="quiet">
              <Place problem={problem} /> · {problem.code}
            </span>
          </span>
        </button>
        {onFix && problem.fix && (
          <button
            type="button"
            class="button problem-fix"
            title={t('Ctrl or Cmd and . at its place in the text')}
            onClick={() => onFix(problem)}
          >
            {describeFix(problem)}
          </button>
        )}
        {operation && <ReferenceLink problem={problem} operation={operation} />}
      </li>
    ))}
  </ul>
);

function ReferenceLink({ problem, operation }: { problem: Problem; operation: Operation }) {
  const door = useContext(ReferenceContext);
  if (!door) return null;
  const place = placeOfProblem(problem, operation.id);
  return (
    <button
      type="button"
      class="button problem-reference"
      aria-label={t('Reference: {subject}', { subject: subjectOf(problem, place) })}
      title={t('What the reference says about it')}
      onClick={() => door.open(place)}
    >
      {t('Reference')}
    </button>
  );
}

/** What is about one variable may stand in several parts of a request. */
const keyOf = ({ code, path, from, details: { name, where, row } }: Problem): string =>
  [code, path, from, name, where, row].join(' ');

/** Seen as `3:18`, which would be heard as a time of day. */
function Place({ problem }: { problem: Problem }) {
  const part = partOfProblem(problem);
  if (part !== 'body') return part === 'URL' ? t('URL') : t('headers');
  const { line, column } = problem;
  return (
    <>
      <span class="hidden">{t('line {line}, column {column}', { line, column })}</span>
      <span aria-hidden="true">
        {line}:{column}
      </span>
    </>
  );
}

/** The field that the reference tells of, or the code where it is none's. */
const subjectOf = (problem: Problem, { path }: ReferencePlace): string =>
  path === '' || (problem.code === 'field.unknown' && problem.suggestion === undefined)
    ? problem.code
    : fieldName(path);
