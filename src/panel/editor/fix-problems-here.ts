import { type Command, EditorView } from '@codemirror/view';
import { describeFix } from '../../model/problems/describe-fix.ts';
import type { Problem } from '../../model/problems/problem.ts';
import { t, tn } from '../../model/words/words.ts';
import type { Desk } from './desk.ts';
import { oneStep } from './edit-steps.ts';

/** Repairs problems at once, as one step of the history. Problems of another text than this are left alone. */
export function fixProblems(view: EditorView, { text, props }: Desk, problems: readonly Problem[]): boolean {
  const edits = problems.flatMap(({ fix }) => fix ?? []);
  if (edits.length === 0 || text !== props.value || view.state.readOnly) return false;
  const [only, ...others] = problems;
  const said =
    only && others.length === 0
      ? describeFix(only)
      : tn(problems.length, { one: '{count} problem', other: '{count} problems' });
  view.dispatch(oneStep(view, edits, t('Fixed: {fixes}.', { fixes: said })));
  return true;
}

/** Repairs the problem at the caret; where there is none, goes to the next one that can be repaired. */
export const fixHere =
  (desk: Desk): Command =>
  (view) => {
    const { head } = view.state.selection.main;
    const fixable = desk.props.problems.filter(({ fix }) => fix).sort((a, b) => a.from - b.from);
    const here = fixable.find(({ from, to }) => from <= head && head <= to);
    if (here) return fixProblems(view, desk, [here]);
    const next = fixable.find(({ from }) => from > head) ?? fixable[0];
    if (!next || desk.text !== desk.props.value) return false;
    view.dispatch({
      selection: { anchor: next.from, head: next.to },
      scrollIntoView: true,
      effects: EditorView.announce.of(t('{fix}? Press again.', { fix: describeFix(next) })),
    });
    return true;
  };
