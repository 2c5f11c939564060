import type { Call } from '../call.ts';
import { endOf } from '../exchange.ts';
import type { FlowState } from '../flows/flow.ts';
import { FlowIndex, type NoFlowReason } from '../flows/flow-index.ts';
import { describeEntryTrouble } from '../har/describe-har-trouble.ts';
import type { HarItem } from '../har/har-file.ts';
import type { HarReading } from '../har/read-har-entry.ts';
import { isWorkerDouble } from '../har/worker-double.ts';
import { inspect } from '../problems/inspect.ts';
import { compareProblems, type Problem, type Verdict } from '../problems/problem.ts';
import { mayBeV3 } from '../routes/match-operation.ts';
import type { Route } from '../routes/route.ts';

/** A call found in a capture, with all of its problems: its own and those that its flow shows. */
export interface CheckedCall {
  call: Call;
  /** Counted from 0 over all files. */
  entry: number;
  file: CheckedFile;
  verdict: Verdict;
  /** The id of its flow, as the request or the answer said. */
  correlationId: string | null;
  problems: readonly Problem[];
}

export interface CheckedFile {
  name: string;
  /** The number of its first entry. */
  firstEntry: number;
  entries: number;
  /** When its last exchange was over, in ms since the epoch: the "now" of its flows. */
  endedAt: number;
}

export interface CheckedFlow {
  correlationId: string | null;
  kind: string;
  state: FlowState;
  /** From the first call to the last answer, in ms. */
  duration: number;
  /** By start. */
  calls: readonly CheckedCall[];
}

export interface BrokenEntry {
  /** Counted from 0 over all files. */
  entry: number;
  file: CheckedFile;
  /** The end of a sentence: "it has no request". */
  reason: string;
}

/** All that a check of captures found. */
export interface CheckResult {
  files: readonly CheckedFile[];
  entries: number;
  /** Entries that are no V3 calls, the broken ones among them. */
  ignored: number;
  broken: readonly BrokenEntry[];
  /** By entry. */
  calls: readonly CheckedCall[];
  /** By start. */
  flows: readonly CheckedFlow[];
  /** Calls that stand in no flow, by start. */
  withoutFlow: readonly { call: CheckedCall; reason: NoFlowReason }[];
}

interface Kept {
  call: Call;
  entry: number;
  file: CheckedFile;
  reading: Pick<HarReading, 'viaServiceWorker' | 'ofPage'>;
}

/** Takes the entries of one capture after the other and keeps what a report needs of them: V3's calls. */
export class CaptureCheck {
  readonly #files: CheckedFile[] = [];
  readonly #kept: Kept[] = [];
  readonly #broken: BrokenEntry[] = [];
  #entries = 0;

  constructor(private readonly routes: readonly Route[] = []) {}

  /** Whether a request to this URL can be of interest. */
  readonly wants = (url: string): boolean => mayBeV3(url, this.routes);

  /** The items that follow are this file's. */
  beginFile(name: string): void {
    this.#files.push({ name, firstEntry: this.#entries, entries: 0, endedAt: Number.NEGATIVE_INFINITY });
  }

  add(item: HarItem): void {
    const file = this.#files.at(-1);
    if (!file) throw new Error('No file was begun.');
    const entry = this.#entries++;
    file.entries++;
    if (item.kind === 'broken') {
      this.#broken.push({ entry, file, reason: describeEntryTrouble(item.trouble) });
      return;
    }
    if (item.kind === 'other') {
      file.endedAt = Math.max(file.endedAt, item.endedAt);
      return;
    }
    const { reading } = item;
    file.endedAt = Math.max(file.endedAt, endOf({ ...reading.exchange, id: '', origin: 'imported' }));
    // Calls of the same ms stay in the order of the file, which ids of equal length keep.
    const id = `entry-${String(entry).padStart(10, '0')}`;
    const call = inspect({ ...reading.exchange, id, origin: 'imported' }, { routes: this.routes });
    if (!call) return;
    const { viaServiceWorker, ofPage } = reading;
    this.#kept.push({ call: lighten(call), entry, file, reading: { viaServiceWorker, ofPage } });
  }

  result(): CheckResult {
    const kept = withoutDoubles(this.#kept);
    const index = new FlowIndex();
    for (const { call } of kept) index.add(call);
    const calls = kept.map((one): CheckedCall => {
      const { call, entry, file } = one;
      const { exchange, facts } = call;
      const flow = index.flowOf(exchange.id);
      const ofFlow = flow?.problems.get(exchange.id) ?? [];
      return {
        call,
        entry,
        file,
        problems: [...call.problems, ...ofFlow].sort(byWeight),
        verdict: verdictOf(call, ofFlow),
        correlationId: flow?.correlationId ?? facts.requestId ?? facts.responseId ?? null,
      };
    });
    const byId = new Map(calls.map((checked) => [checked.call.exchange.id, checked]));
    const checkedOf = ({ exchange }: Call): CheckedCall[] => {
      const checked = byId.get(exchange.id);
      return checked ? [checked] : [];
    };
    const flows = index.opened().map((flow): CheckedFlow => {
      const own = flow.calls.flatMap(checkedOf);
      const captureEnd = Math.max(...own.map(({ file }) => file.endedAt));
      return {
        correlationId: flow.correlationId,
        kind: flow.kind?.id ?? '',
        state: flow.stateAt(captureEnd),
        duration: flow.duration,
        calls: own,
      };
    });
    return {
      files: this.#files,
      entries: this.#entries,
      ignored: this.#entries - calls.length,
      broken: this.#broken,
      calls,
      flows,
      withoutFlow: index
        .withoutFlow()
        .flatMap(({ call, reason }) => checkedOf(call).map((checked) => ({ call: checked, reason }))),
    };
  }
}

/** The worst first; of the same severity the request's before the answer's. */
const byWeight = (a: Problem, b: Problem): number =>
  a.severity === b.severity && a.in !== b.in ? (a.in === 'request' ? -1 : 1) : compareProblems(a, b);

/** The verdict of a call, with the errors that its flow shows. */
function verdictOf({ verdict }: Call, ofFlow: readonly Problem[]): Verdict {
  const judged = verdict === 'valid' || verdict === 'absent';
  return judged && ofFlow.some(({ severity }) => severity === 'error') ? 'invalid' : verdict;
}

/** Larger answers are let go where nothing is to be shown of them, in UTF-16 units. */
const LARGE = 20_000;

/** Drops what no report will look at again: a capture may hold a great many calls. */
function lighten(call: Call): Call {
  const { request, response, ...rest } = call.exchange;
  const body = response?.body;
  const isIdle =
    body && body.text.length > LARGE && !call.problems.some((problem) => problem.in === 'response');
  return {
    ...call,
    exchange: {
      ...rest,
      request: { ...request, headers: [] },
      ...(response && {
        response: { ...response, headers: [], ...(isIdle && { body: { ...body, text: '' } }) },
      }),
    },
  };
}

/** Without the halves of service workers: one call that shows twice would look like an id used twice. */
function withoutDoubles(kept: readonly Kept[]): readonly Kept[] {
  const pages = kept.filter(({ reading }) => reading.viaServiceWorker);
  if (pages.length === 0) return kept;
  return kept.filter(({ call, reading, file }) => {
    if (reading.viaServiceWorker || reading.ofPage) return true;
    const at = pages.findIndex(
      (page) => page.file === file && isWorkerDouble(page.call.exchange, call.exchange),
    );
    if (at >= 0) pages.splice(at, 1);
    return at < 0;
  });
}
