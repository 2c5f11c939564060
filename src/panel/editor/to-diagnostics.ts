import type { Diagnostic } from '@codemirror/lint';
import { describeProblem } from '../../model/describe-problem.ts';
import type { Problem } from '../../model/problem.ts';

/** Problems as CodeMirror underlines them. One without width gets CodeMirror's mark between two characters. */
export const toDiagnostics = (problems: readonly Problem[], length: number): Diagnostic[] =>
  problems
    .map((problem) => ({
      from: Math.min(problem.from, length),
      to: Math.min(Math.max(problem.from, problem.to), length),
      severity: problem.severity,
      message: describeProblem(problem),
    }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
