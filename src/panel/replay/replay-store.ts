import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Call } from '../../model/call.ts';
import { type Draft, toWireRequest, usualWay } from '../../model/compose/draft.ts';
import type { SendWay } from '../../model/compose/send.ts';
import { learnCarried, NOTHING_CARRIED } from '../../model/flows/carry.ts';
import type { Flow } from '../../model/flows/flow.ts';
import {
  draftOfStep,
  MOST_REPEATS,
  nextStep,
  pauseBefore,
  planReplay,
  type ReplayOptions,
  type ReplayStep,
  refusalOf,
  repeatAfter,
} from '../../model/flows/replay-flow.ts';
import { inspect } from '../../model/problems/inspect.ts';
import { t } from '../../model/words/words.ts';
import { type Answer, noAccess, type Outbox } from '../composer/outbox.ts';
import { pause } from '../composer/pause.ts';

/** How a step of a replay stands. */
export type StepState =
  | { kind: 'open' }
  | { kind: 'pausing'; until: number }
  | { kind: 'editing' }
  | { kind: 'sending'; since: number }
  | { kind: 'left-out' }
  /** `sends`: how often it was sent; more than once where a status was asked on. */
  | { kind: 'done'; answer: Answer; sends: number };

export interface ReplaySettings extends ReplayOptions {
  way: SendWay;
}

const OPEN: StepState = { kind: 'open' };
const stoppedByYou = () => t('Stopped by you.');

/** One flow being made again, call by call. It goes on while other views are shown. */
export class ReplayStore {
  readonly steps: readonly ReplayStep[];
  readonly settings = signal<ReplaySettings>({
    longestPause: 10_000,
    stopAtRefusal: true,
    way: 'page',
  });
  /** Ids of the steps that are to be edited before they go. */
  readonly breakpoints = signal<ReadonlySet<string>>(new Set());
  readonly states = signal<readonly StepState[]>([]);
  readonly phase = signal<'ready' | 'asking' | 'running' | 'over'>('ready');
  /** Production hosts that are about to be called, until their user says yes. */
  readonly production = signal<readonly string[]>([]);
  /** Why it is over, or did not begin, as a sentence. */
  readonly notice = signal<string | undefined>(undefined);
  /** The call that waits to be edited and let go. */
  readonly edited = signal<Draft | undefined>(undefined);
  /** Id of the exchange that opened the new flow. */
  readonly firstId: ReadonlySignal<string | undefined> = computed(() => {
    const done = this.states.value.find((state) => state.kind === 'done');
    return done?.kind === 'done' ? done.answer.exchange.id : undefined;
  });

  #aborter: AbortController | undefined;
  #letGo: (() => void) | undefined;

  constructor(
    readonly flow: Flow,
    private readonly outbox: Outbox,
    /** Whose settings and breakpoints are taken over. */
    before?: ReplayStore,
  ) {
    this.steps = planReplay(flow);
    const [first] = this.steps;
    // A page that made the calls can make them again; a capture from elsewhere may have been a back end's.
    if (first?.captured.exchange.origin === 'imported')
      this.changeSettings({ way: usualWay(first.captured.exchange.request.url) });
    if (before) {
      this.settings.value = before.settings.peek();
      this.breakpoints.value = before.breakpoints.peek();
    }
    this.#reset();
  }

  changeSettings(change: Partial<ReplaySettings>): void {
    this.settings.value = { ...this.settings.value, ...change };
  }

  setBreakpoint(id: string, on: boolean): void {
    const next = new Set(this.breakpoints.value);
    if (on) next.add(id);
    else next.delete(id);
    this.breakpoints.value = next;
  }

  /** Makes the calls again; asks once before any goes to production. To be called from a click. */
  async start(answer?: { always: boolean }): Promise<void> {
    if (this.phase.peek() === 'asking' || this.phase.peek() === 'running') return;
    const urls = this.steps.map(({ captured }) => captured.exchange.request.url);
    const hosts = this.outbox.hostsToAsk(urls);
    if (hosts.length > 0 && !answer) {
      this.production.value = hosts;
      return;
    }
    if (answer?.always) for (const host of hosts) this.outbox.allow(host);
    this.#reset();
    const aborter = new AbortController();
    this.#aborter = aborter;
    try {
      this.phase.value = 'asking';
      const allowed = this.settings.peek().way === 'page' || (await this.#gainAccess(urls));
      // Stopped, and maybe begun again, while the browser asked.
      if (this.#aborter !== aborter) return;
      this.phase.value = allowed ? 'running' : 'ready';
      if (!allowed) return;
      this.notice.value = (await this.#run(aborter.signal)) ?? t('Every call was made again.');
    } catch (error) {
      this.notice.value = t('Stopped: {error}', { error: String(error) });
    }
    this.edited.value = undefined;
    if (this.phase.peek() === 'running') this.phase.value = 'over';
  }

  /** Leaves the question about production with a no. */
  dismiss(): void {
    this.production.value = [];
  }

  /** Lets the edited call go. */
  letGo(): void {
    this.#letGo?.();
  }

  stop(): void {
    this.#aborter?.abort();
    this.#letGo?.();
    if (this.phase.peek() !== 'asking') return;
    this.#aborter = undefined;
    this.phase.value = 'ready';
  }

  #reset() {
    this.states.value = this.steps.map(() => OPEN);
    this.production.value = [];
    this.notice.value = undefined;
    this.edited.value = undefined;
  }

  async #gainAccess(urls: readonly string[]): Promise<boolean> {
    for (const origin of new Set(urls.map((url) => new URL(url).origin)))
      if (!(await this.outbox.gainAccess(origin))) {
        this.notice.value = noAccess(origin);
        return false;
      }
    return true;
  }

  /** Returns why it stopped before its end. */
  async #run(stopped: AbortSignal): Promise<string | undefined> {
    let carried = NOTHING_CARRIED;
    for (let at = 0; at < this.steps.length; ) {
      const step = this.steps[at];
      if (!step) break;
      await this.#wait(at, pauseBefore(step, this.settings.peek()), stopped);
      if (stopped.aborted) return stoppedByYou();
      let draft = draftOfStep(step, carried);
      if (this.breakpoints.peek().has(step.id) || step.incomplete !== undefined) {
        draft = await this.#edit(at, draft);
        if (stopped.aborted) return stoppedByYou();
      }
      const answer = await this.#sendUntilMoved(at, step, draft, stopped);
      if (stopped.aborted) return stoppedByYou();
      const call = inspect(answer.exchange);
      carried = learnCarried(carried, bodyOf(step.captured), bodyOf(answer));
      const refusal = this.settings.peek().stopAtRefusal ? refusalOf(step, call) : undefined;
      if (refusal !== undefined) return refusal;
      const next = nextStep(this.steps, at, call);
      for (let between = at + 1; between < next; between++) this.#tell(between, { kind: 'left-out' });
      at = next;
    }
    return undefined;
  }

  /** A status is asked on where the capture had its end and the replay has not. */
  async #sendUntilMoved(at: number, step: ReplayStep, draft: Draft, stopped: AbortSignal): Promise<Answer> {
    const { way } = this.settings.peek();
    for (let sends = 1; ; sends++) {
      this.#tell(at, { kind: 'sending', since: Date.now() });
      const answer = await this.outbox.send(toWireRequest(draft), way, { signal: stopped });
      this.#tell(at, { kind: 'done', answer, sends });
      const again = repeatAfter(step, inspect(answer.exchange));
      if (again === undefined || sends >= MOST_REPEATS || stopped.aborted) return answer;
      await this.#wait(at, again, stopped);
      if (stopped.aborted) return answer;
    }
  }

  async #wait(at: number, ms: number, stopped: AbortSignal): Promise<void> {
    if (ms === 0) return;
    this.#tell(at, { kind: 'pausing', until: Date.now() + ms });
    await pause(ms, stopped);
  }

  #edit(at: number, draft: Draft): Promise<Draft> {
    this.#tell(at, { kind: 'editing' });
    this.edited.value = draft;
    return new Promise((resolve) => {
      this.#letGo = () => {
        this.#letGo = undefined;
        resolve(this.edited.peek() ?? draft);
        this.edited.value = undefined;
      };
    });
  }

  #tell(at: number, state: StepState) {
    this.states.value = this.states.value.map((before, index) => (index === at ? state : before));
  }
}

const bodyOf = ({ exchange }: Pick<Call, 'exchange'>): string | undefined => exchange.response?.body?.text;
