import type { Diagnostic } from '@codemirror/lint';
import { describeFix } from '../../model/problems/describe-fix.ts';
import { describeProblem } from '../../model/problems/describe-problem.ts';
import type { Problem } from '../../model/problems/problem.ts';

/**
 * Problems as CodeMirror underlines them, with their fixes as actions. One without width gets CodeMirror's mark
 * between two characters.
 */
export const toDiagnostics = (
  problems: readonly Problem[],
  length: number,
  fix: (problem: Problem) => void,
): Diagnostic[] =>
  problems
    .map((problem) => ({
      from: Math.min(problem.from, length),
      to: Math.min(Math.max(problem.from, problem.to), length),
      severity: problem.severity,
      message: describeProblem(problem),
      ...(problem.fix && { actions: [{ name: describeFix(problem), apply: () => fix(problem) }] }),
    }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
