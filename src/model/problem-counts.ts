import type { Flow } from './flows/flow.ts';
import { type Problem, type Severity, severityNames } from './problems/problem.ts';

type Counts = Record<Severity, number>;

interface Share {
  counts: Counts;
  wrong: string[];
}

const none = (): Counts => ({ error: 0, warning: 0, hint: 0 });

/** So many changed flows are counted in a few ms; of more, whoever asks next would have to wait for all. */
const MANY = 256;

/** How many problems there are of each severity; flows are counted again only where they have changed. */
export class ProblemCounts {
  readonly #counts = none();
  /** What each flow has added, where it has problems, and which flows have changed since. */
  readonly #ofFlows = new Map<Flow, Share>();
  readonly #stale = new Set<Flow>();
  /** Ids of the exchanges that only their flow shows to be wrong. */
  readonly #wrong = new Set<string>();

  add(problems: readonly Problem[]): void {
    for (const { severity } of problems) this.#counts[severity]++;
  }

  remove(problems: readonly Problem[]): void {
    for (const { severity } of problems) this.#counts[severity]--;
  }

  /** Takes note that what a flow shows may have changed. */
  touch(flow: Flow): void {
    this.#stale.add(flow);
    if (this.#stale.size >= MANY) this.#recount();
  }

  total(): Readonly<Counts> {
    this.#recount();
    return this.#counts;
  }

  /** Whether its flow shows an error of an exchange. A filter asks this of every call. */
  isWrongInFlow(exchangeId: string): boolean {
    this.#recount();
    return this.#wrong.size > 0 && this.#wrong.has(exchangeId);
  }

  #recount() {
    if (this.#stale.size === 0) return;
    // A call may have moved from one of them to another.
    if (this.#wrong.size > 0)
      for (const flow of this.#stale)
        for (const id of this.#ofFlows.get(flow)?.wrong ?? []) this.#wrong.delete(id);
    for (const flow of this.#stale) this.#recountFlow(flow);
    this.#stale.clear();
  }

  #recountFlow(flow: Flow) {
    const before = this.#ofFlows.get(flow);
    const { problems } = flow;
    if (!before && problems.size === 0) return;
    const now: Share = { counts: none(), wrong: [] };
    for (const [exchangeId, found] of problems) {
      for (const { severity } of found) now.counts[severity]++;
      if (found.some(({ severity }) => severity === 'error')) now.wrong.push(exchangeId);
    }
    for (const id of now.wrong) this.#wrong.add(id);
    for (const severity of severityNames)
      this.#counts[severity] += now.counts[severity] - (before?.counts[severity] ?? 0);
    if (problems.size > 0) this.#ofFlows.set(flow, now);
    else this.#ofFlows.delete(flow);
  }
}
