import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import {
  baseOf,
  blankDraft,
  changeOperation,
  type Draft,
  exchangeFromSend,
  toWireRequest,
} from '../../model/draft.ts';
import type { Exchange } from '../../model/exchange.ts';
import { type FilledDraft, fillDraft } from '../../model/fill-draft.ts';
import { type FlowValues, flowValuesOf } from '../../model/flow-values.ts';
import type { BodyInspection } from '../../model/inspect-body.ts';
import { inspectDraft } from '../../model/inspect-draft.ts';
import type { SendWay } from '../../model/send.ts';
import { exampleBody } from '../../model/template.ts';
import { urlProblem } from '../../model/url-problem.ts';
import { environmentOf } from '../../schemas/environment.ts';
import type { Operation } from '../../schemas/operation.ts';
import { findOperation } from '../../schemas/operations.ts';
import type { Host } from '../host.ts';
import { TokenStore } from './token-store.ts';
import { VariablesStore } from './variables-store.ts';

/** No answer by then is a failure, in ms. */
const TIME_LIMIT = 60_000;
/** A body longer than this is inspected when its writer pauses, not at every key. */
const LONG = 200_000;
const TYPING_PAUSE = 250;
const DEFAULT_BASE = 'https://platform.uat.proveapis.com';

/** What became of the last send. */
export interface Answer {
  exchange: Exchange;
  way: SendWay;
}

/** `asking`: the browser asks its user for access to the host. */
export type Phase = 'idle' | 'asking' | 'sending';

/** What the composer needs of the rest of the panel. */
export interface ComposerSurroundings {
  host: Pick<Host, 'send' | 'hostAccess' | 'pageOrigin'>;
  /** Where every send ends. */
  record: (exchange: Exchange) => void;
  /** What stands before a V3 path where the user's own calls go, if any was captured. */
  baseUrl?: () => string | undefined;
  /** What the flow that a draft continues has answered so far. */
  flowValues?: (draft: Draft) => FlowValues | undefined;
}

/** The request being composed, what is wrong with it, and what came of it. */
export class ComposerStore {
  readonly token: TokenStore;
  readonly variables: VariablesStore;
  readonly draft = signal<Draft | undefined>(undefined);
  /** Counts the drafts that were opened: each has an editor, and an undo history, of its own. */
  readonly opened = signal(0);
  readonly phase = signal<Phase>('idle');
  readonly answer = signal<Answer | undefined>(undefined);
  /** Why the last send did not go out, as a sentence. */
  readonly notice = signal<string | undefined>(undefined);
  /** The production host that is about to be called, until its user says yes. */
  readonly production = signal<string | undefined>(undefined);
  readonly pageOrigin = signal<string | undefined>(undefined);

  readonly operation: ReadonlySignal<Operation | undefined> = computed(() => {
    const id = this.draft.value?.operationId;
    return id === undefined ? undefined : findOperation(id);
  });
  /** With the values that its variables have now. */
  readonly filled: ReadonlySignal<FilledDraft | undefined> = computed(
    () => this.draft.value && fillDraft(this.draft.value, this.variables.look),
  );
  readonly urlProblem: ReadonlySignal<string | undefined> = computed(() => {
    const filled = this.filled.value;
    return filled && filled.url.unknown.length === 0 ? urlProblem(filled.draft.url) : undefined;
  });
  /** Whether the draft could go out: errors do not stop it, but it needs a URL and a value for each variable. */
  readonly sendable: ReadonlySignal<boolean> = computed(
    () => this.urlProblem.value === undefined && this.filled.value?.unknown.length === 0,
  );
  /** Of the request as it would be sent; undefined where there is nothing to check it against. */
  readonly inspection: ReadonlySignal<BodyInspection | undefined> = computed(() => this.#inspect());
  readonly errors: ReadonlySignal<number> = computed(
    () => this.inspection.value?.problems.filter(({ severity }) => severity === 'error').length ?? 0,
  );

  readonly #settledBody: Signal<string> = signal('');
  #aborter: AbortController | undefined;

  constructor(private readonly surroundings: ComposerSurroundings) {
    this.token = new TokenStore(surroundings.host, surroundings.record);
    this.variables = new VariablesStore(this.token.value);
    effect(() => {
      const text = this.draft.value?.body ?? '';
      if (text.length <= LONG) {
        this.#settledBody.value = text;
        return undefined;
      }
      const timer = setTimeout(() => (this.#settledBody.value = text), TYPING_PAUSE);
      return () => clearTimeout(timer);
    });
  }

  /** Takes up a draft in place of the one at hand. */
  open(draft: Draft): void {
    this.cancel();
    this.#aborter = undefined;
    this.phase.value = 'idle';
    this.variables.learn(this.surroundings.flowValues?.(draft) ?? {}, 'the flow of this call');
    this.draft.value = draft;
    this.opened.value++;
    this.answer.value = undefined;
    this.#forgetQuestions();
    this.#learnPageOrigin();
  }

  /** Opens the documented example of an operation, where the user's own calls go. */
  openBlank(operation: Operation): void {
    this.open(blankDraft(operation, this.surroundings.baseUrl?.() ?? DEFAULT_BASE));
  }

  edit(change: Partial<Draft>): void {
    const draft = this.draft.peek();
    if (!draft) return;
    this.draft.value = { ...draft, ...change };
    this.#forgetQuestions();
  }

  /** Chooses an operation by its id; undefined is a free request. */
  chooseOperation(id: string | undefined): void {
    const draft = this.draft.peek();
    const operation = id === undefined ? undefined : findOperation(id);
    if (draft) this.edit(changeOperation(draft, this.operation.peek(), operation));
    else if (operation) this.openBlank(operation);
    else this.openFree();
  }

  /** Replaces the body by the documented example. */
  fillTemplate(): void {
    const operation = this.operation.peek();
    if (operation) this.edit({ body: exampleBody(operation) });
  }

  openFree(): void {
    const url = `${this.surroundings.baseUrl?.() ?? DEFAULT_BASE}/`;
    this.open({ operationId: undefined, method: 'POST', url, headers: [], body: '', way: 'page' });
  }

  /** Sends the draft once; asks first before it goes to production. To be called from a click or a key. */
  async send({ confirmed = false } = {}): Promise<void> {
    const draft = this.draft.peek();
    if (!draft || !this.sendable.peek() || this.phase.peek() !== 'idle') return;
    this.#forgetQuestions();
    const wire = toWireRequest(fillDraft(draft, this.variables.snapshot()).draft);
    const { hostname, origin } = new URL(wire.url);
    if (environmentOf(hostname)?.production && !confirmed) {
      this.production.value = hostname;
      return;
    }
    const aborter = new AbortController();
    this.#aborter = aborter;
    try {
      if (draft.way === 'extension' && !(await this.#gainAccess(origin))) return;
      if (aborter.signal.aborted) return;
      this.phase.value = 'sending';
      const id = `r${crypto.randomUUID()}`;
      const { way } = draft;
      const options = { id, way, signal: aborter.signal, timeLimit: TIME_LIMIT };
      const outcome = await this.surroundings.host.send(wire, options);
      const exchange = exchangeFromSend(id, wire, outcome);
      this.variables.renew();
      this.surroundings.record(exchange);
      this.variables.learn(flowValuesOf([exchange]), `the answer of ${new Date().toLocaleTimeString()}`);
      // Another draft may have been opened meanwhile: this is no answer to that one.
      if (this.#aborter === aborter) this.answer.value = { exchange, way };
    } catch (error) {
      if (this.#aborter === aborter) this.notice.value = `Nothing was sent: ${String(error)}`;
    } finally {
      if (this.#aborter === aborter) {
        this.#aborter = undefined;
        this.phase.value = 'idle';
      }
    }
  }

  /** Stops a send that is under way. */
  cancel(): void {
    this.#aborter?.abort();
    if (this.phase.peek() === 'asking') {
      this.#aborter = undefined;
      this.phase.value = 'idle';
    }
  }

  /** Forgets what was asked or said about a send that did not go out. */
  dismiss(): void {
    this.#forgetQuestions();
  }

  #inspect(): BodyInspection | undefined {
    const draft = this.draft.value;
    if (!draft) return undefined;
    const body = this.#settledBody.value;
    return inspectDraft({ ...draft, body }, this.operation.value, this.variables.look);
  }

  async #gainAccess(origin: string): Promise<boolean> {
    const { hostAccess } = this.surroundings.host;
    this.phase.value = 'asking';
    const aborter = this.#aborter;
    if ((await hostAccess.has(origin)) || (await hostAccess.request(origin))) return true;
    if (this.#aborter === aborter)
      this.notice.value = `Nothing was sent: the extension has no access to ${origin}. Press Send to be asked again, or send from the page.`;
    return false;
  }

  #learnPageOrigin() {
    this.surroundings.host.pageOrigin().then(
      (origin) => (this.pageOrigin.value = origin),
      () => undefined,
    );
  }

  #forgetQuestions() {
    this.notice.value = undefined;
    this.production.value = undefined;
  }
}

/** The base of a captured call, for the next one. */
export const baseOfExchange = ({ request }: Exchange, operation: Operation): string =>
  baseOf(request.url, operation);
