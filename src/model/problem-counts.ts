import type { Flow } from './flows/flow.ts';
import { type Problem, type Severity, severityNames } from './problems/problem.ts';

type Counts = Record<Severity, number>;

const none = (): Counts => ({ error: 0, warning: 0, hint: 0 });

/** How many problems there are of each severity; flows are counted again only where they have changed. */
export class ProblemCounts {
  readonly #counts = none();
  /** What each flow has added, and which flows have changed since. */
  readonly #ofFlows = new Map<Flow, Counts>();
  readonly #stale = new Set<Flow>();

  add(problems: readonly Problem[]): void {
    for (const { severity } of problems) this.#counts[severity]++;
  }

  remove(problems: readonly Problem[]): void {
    for (const { severity } of problems) this.#counts[severity]--;
  }

  /** Takes note that what a flow shows may have changed. */
  touch(flow: Flow): void {
    this.#stale.add(flow);
  }

  total(): Readonly<Counts> {
    for (const flow of this.#stale) this.#recount(flow);
    this.#stale.clear();
    return this.#counts;
  }

  #recount(flow: Flow) {
    const before = this.#ofFlows.get(flow);
    const { problems } = flow;
    if (!before && problems.size === 0) return;
    const now = none();
    for (const found of problems.values()) for (const { severity } of found) now[severity]++;
    for (const severity of severityNames) this.#counts[severity] += now[severity] - (before?.[severity] ?? 0);
    if (problems.size > 0) this.#ofFlows.set(flow, now);
    else this.#ofFlows.delete(flow);
  }
}
