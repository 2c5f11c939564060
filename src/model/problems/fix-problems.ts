import { applyEdits, type TextEdit } from '../body/text-edit.ts';
import type { Problem } from './problem.ts';

/** Proving a fix means to read the whole body again: so many are proved, and further problems get none. */
const MAX_FIXES = 20;

/** A longer text, in UTF-16 units, is repaired by hand. */
const MAX_TEXT = 200_000;

type Fix = readonly TextEdit[];

/**
 * Keeps, of the fixes that problems propose, those that are certain: each alone and all together leave a body
 * that has no more errors than before. `countErrors` reads a changed body.
 */
export function proveFixes(
  text: string,
  problems: readonly Problem[],
  countErrors: (text: string) => number,
): Problem[] {
  if (text.length > MAX_TEXT) return problems.map(withoutFix);
  const before = countErrors(text);
  const isSafe = (edits: Fix) => countErrors(applyEdits(text, edits)) <= before;
  const kept = new Set<Problem>();
  const edits: TextEdit[] = [];
  for (const problem of withoutOverlaps(problems)) {
    const { fix = [] } = problem;
    if (kept.size > 0 && !isSafe(fix)) continue;
    // Alone and together are the same for the first one.
    if (!isSafe([...edits, ...fix])) continue;
    kept.add(problem);
    edits.push(...fix);
  }
  return problems.map((problem) => (kept.has(problem) || !problem.fix ? problem : withoutFix(problem)));
}

const withoutFix = ({ fix: _, ...problem }: Problem): Problem => problem;

/** Fixes that are made at different places, or that are the same. */
function withoutOverlaps(problems: readonly Problem[]): Problem[] {
  const fixes = problems.flatMap((problem) => {
    const { fix } = problem;
    if (!fix || fix.length === 0) return [];
    return [
      { problem, from: Math.min(...fix.map(({ from }) => from)), to: Math.max(...fix.map(({ to }) => to)) },
    ];
  });
  fixes.sort((a, b) => a.from - b.from || b.to - a.to);
  const apart: typeof fixes = [];
  for (const fix of fixes) {
    const last = apart.at(-1);
    const same = last && JSON.stringify(last.problem.fix) === JSON.stringify(fix.problem.fix);
    if (!last || same || fix.from >= last.to) apart.push(fix);
  }
  return apart.slice(0, MAX_FIXES).map(({ problem }) => problem);
}
