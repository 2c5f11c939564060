import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { BEARER, capturedAuthorization, withHeader } from '../../model/compose/bearer-token.ts';
import { type Destination, destinationOf, destinationsFor, moveTo } from '../../model/compose/destination.ts';
import { baseOf, blankDraft, changeOperation, type Draft, toWireRequest } from '../../model/compose/draft.ts';
import { type FilledDraft, fillDraft } from '../../model/compose/fill-draft.ts';
import { inspectDraft } from '../../model/compose/inspect-draft.ts';
import { hasForm } from '../../model/compose/match-draft.ts';
import type { SendProgress, WireRequest } from '../../model/compose/send.ts';
import { boundPlan, type SeriesPlan } from '../../model/compose/send-series.ts';
import { exampleBody } from '../../model/compose/template.ts';
import { urlProblem } from '../../model/compose/url-problem.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Flow } from '../../model/flows/flow.ts';
import { flowValuesOf } from '../../model/flows/flow-values.ts';
import type { BodyInspection } from '../../model/problems/inspect-body.ts';
import { type Problem, partOfProblem } from '../../model/problems/problem.ts';
import { parseUrl } from '../../model/url.ts';
import { t } from '../../model/words/words.ts';
import type { Operation } from '../../schemas/operation.ts';
import { findOperation } from '../../schemas/operations.ts';
import { formatClock } from '../words.ts';
import { BodyEditing } from './body-editing.ts';
import type { ComposerSurroundings } from './composer-surroundings.ts';
import { type Answer, noAccess, Outbox } from './outbox.ts';
import { runSeries, type Series } from './run-series.ts';
import { settledText } from './settled-text.ts';
import { TokenStore } from './token-store.ts';
import { VariablesStore } from './variables-store.ts';

const DEFAULT_BASE = 'https://platform.uat.proveapis.com';

/** `asking`: the browser asks its user for access to the host. */
export type Phase = 'idle' | 'asking' | 'sending';

/** How far the send under way has come. */
export interface Progress extends SendProgress {
  /** When it began, in ms since the epoch. */
  since: number;
}

/** The request being composed, what is wrong with it, and what came of it. */
export class ComposerStore {
  readonly token: TokenStore;
  readonly variables: VariablesStore;
  readonly draft = signal<Draft | undefined>(undefined);
  /** The last draft that was changed, and then replaced by another. In memory only. */
  readonly before = signal<Draft | undefined>(undefined);
  /** Counts the drafts that were opened: each has an editor, and an undo history, of its own. */
  readonly opened = signal(0);
  readonly phase = signal<Phase>('idle');
  /** Of the send under way; undefined between two sends of a series. */
  readonly progress = signal<Progress | undefined>(undefined);
  readonly answer = signal<Answer | undefined>(undefined);
  /** The draft sent again and again: what came of it so far. */
  readonly series = signal<Series | undefined>(undefined);
  /** Why the last send did not go out, as a sentence. */
  readonly notice = signal<string | undefined>(undefined);
  /** The production host that is about to be called, until its user says yes. */
  readonly production = signal<string | undefined>(undefined);
  readonly pageOrigin = signal<string | undefined>(undefined);
  readonly bodyEditing = new BodyEditing(() => this.surroundings.flows?.() ?? []);

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
  readonly destinations: ReadonlySignal<readonly Destination[]> = computed(() => {
    return destinationsFor(this.operation.value, this.surroundings.bases?.() ?? [], this.#routes);
  });
  readonly formable: ReadonlySignal<boolean> = computed(() => {
    const [draft, operation] = [this.filled.value?.draft, this.operation.value];
    return draft !== undefined && operation !== undefined && hasForm(draft, operation, this.#routes);
  });
  /** Undefined for a URL of its own. */
  readonly destination: ReadonlySignal<Destination | undefined> = computed(
    () => this.draft.value && destinationOf(this.draft.value, this.operation.value, this.destinations.value),
  );
  /** Where a token for this draft is fetched. */
  readonly tokenBase: ReadonlySignal<string | undefined> = computed(() => {
    const url = this.urlProblem.value === undefined ? this.filled.value?.draft.url.trim() : undefined;
    return url === undefined ? undefined : baseOf(url, this.operation.value) || undefined;
  });
  /** Of the request as it would be sent; undefined where there is nothing to check it against. */
  readonly inspection: ReadonlySignal<BodyInspection | undefined> = computed(() => this.#inspect());
  /** Those that have a place in the body's text. */
  readonly bodyProblems: ReadonlySignal<readonly Problem[]> = computed(
    () => this.inspection.value?.problems.filter((problem) => partOfProblem(problem) === 'body') ?? [],
  );
  readonly errors: ReadonlySignal<number> = computed(
    () => this.inspection.value?.problems.filter(({ severity }) => severity === 'error').length ?? 0,
  );

  readonly #settledBody = settledText(() => this.draft.value?.body ?? '');
  /** The draft at hand as it was opened; another one once it is changed. */
  #asOpened: Draft | undefined;
  #aborter: AbortController | undefined;
  /** What the answer to the question about production sets going. */
  #asked: SeriesPlan | undefined;
  readonly outbox: Outbox;

  constructor(private readonly surroundings: ComposerSurroundings) {
    this.outbox = new Outbox(surroundings);
    this.token = new TokenStore(this.outbox);
    this.variables = new VariablesStore(this.token.value);
  }

  /** Takes up a draft in place of the one at hand. */
  open(draft: Draft): void {
    this.cancel();
    this.#aborter = undefined;
    this.phase.value = 'idle';
    this.variables.learn(this.surroundings.flowValues?.(draft) ?? {}, t('the flow of this call'));
    const replaced = this.draft.peek();
    if (replaced !== this.#asOpened) this.before.value = replaced;
    this.draft.value = this.#asOpened = draft;
    this.opened.value++;
    this.bodyEditing.begin();
    this.answer.value = undefined;
    this.series.value = undefined;
    this.progress.value = undefined;
    this.dismiss();
    this.#learnPageOrigin();
  }

  /** Goes back to the draft that was replaced, and keeps the one at hand in its place. */
  openBefore(): void {
    const [before, replaced] = [this.before.peek(), this.draft.peek()];
    if (!before) return;
    this.open(before);
    // Both hold someone's work, and are kept whether or not they are changed again.
    this.before.value = replaced;
    this.#asOpened = undefined;
  }

  /** Opens the documented example of an operation, where the user's own calls go. */
  openBlank(operation: Operation): void {
    this.open(blankDraft(operation, this.surroundings.baseUrl?.() ?? DEFAULT_BASE));
  }

  edit(change: Partial<Draft>): void {
    const draft = this.draft.peek();
    if (!draft) return;
    this.draft.value = { ...draft, ...change };
    this.dismiss();
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

  /** Chooses a destination by its id. */
  chooseDestination(id: string): void {
    const draft = this.draft.peek();
    const destination = this.destinations.peek().find((each) => each.id === id);
    if (draft && destination) this.edit(moveTo(draft, this.operation.peek(), destination));
  }

  /** Puts the token at hand into the Authorization header, by its variable. */
  useToken(): void {
    const draft = this.draft.peek();
    if (draft) this.edit({ headers: withHeader(draft.headers, BEARER), verbatim: false });
  }

  /** The captured Authorization header that fits the draft best. */
  captured(): { exchange: Exchange; value: string } | undefined {
    const host = parseUrl(this.filled.value?.draft.url.trim() ?? '')?.host;
    return capturedAuthorization(this.surroundings.captured?.() ?? [], host);
  }

  openFree(): void {
    const url = `${this.surroundings.baseUrl?.() ?? DEFAULT_BASE}/`;
    this.open({ operationId: undefined, method: 'POST', url, headers: [], body: '', way: 'page' });
  }

  /**
   * Sends the draft once, or as a series; asks first before it goes to production. To be called from a click or
   * a key.
   */
  async send({ confirmed = false, plan }: { confirmed?: boolean; plan?: SeriesPlan } = {}): Promise<void> {
    const draft = this.draft.peek();
    if (!draft || !this.sendable.peek() || this.phase.peek() !== 'idle') return;
    this.dismiss();
    const { url } = this.#fill(draft);
    const [production] = this.outbox.hostsToAsk([url]);
    if (production !== undefined && !confirmed) {
      this.production.value = production;
      this.#asked = plan;
      return;
    }
    const aborter = new AbortController();
    this.#aborter = aborter;
    this.series.value = undefined;
    try {
      if (draft.way === 'extension' && !(await this.#gainAccess(new URL(url).origin))) return;
      if (aborter.signal.aborted) return;
      this.phase.value = 'sending';
      const send = () => this.#sendOnce(draft, aborter);
      const ifCurrent = (work: () => void) => this.#aborter === aborter && work();
      if (!plan) await send();
      else
        await runSeries(boundPlan(plan), aborter.signal, {
          send,
          tell: (series) => ifCurrent(() => (this.series.value = series)),
          rest: () => ifCurrent(() => (this.progress.value = undefined)),
        });
    } catch (error) {
      if (this.#aborter === aborter)
        this.notice.value = t('Nothing was sent: {error}', { error: String(error) });
    } finally {
      if (this.#aborter === aborter) {
        this.#aborter = undefined;
        this.phase.value = 'idle';
        this.progress.value = undefined;
      }
    }
  }

  /** The answer to the question about production: yes, for now or for as long as DevTools is open. */
  confirm({ always = false } = {}): Promise<void> {
    const host = this.production.peek();
    if (always && host !== undefined) this.outbox.allow(host);
    const plan = this.#asked;
    return this.send({ confirmed: true, ...(plan && { plan }) });
  }

  /** Stops a send that is under way. */
  cancel(): void {
    this.#aborter?.abort();
    if (this.phase.peek() === 'asking') {
      this.#aborter = undefined;
      this.phase.value = 'idle';
    }
  }

  /** The flow that an answer belongs to. */
  flowOf(exchangeId: string): Flow | undefined {
    return this.surroundings.flowOf?.(exchangeId);
  }

  /** Forgets what was asked or said about a send that did not go out. */
  dismiss(): void {
    this.#asked = undefined;
    this.notice.value = undefined;
    this.production.value = undefined;
  }

  /** What goes out, with the values that the variables have now. */
  #fill(draft: Draft): WireRequest {
    return toWireRequest(fillDraft(draft, this.variables.snapshot()).draft);
  }

  async #sendOnce(draft: Draft, aborter: AbortController): Promise<Answer> {
    const since = Date.now();
    const tell = (progress: SendProgress) => {
      if (this.#aborter === aborter) this.progress.value = { ...progress, since };
    };
    tell({ phase: 'waiting', bytes: 0 });
    const watch = { signal: aborter.signal, onProgress: tell };
    const answer = await this.outbox.send(this.#fill(draft), draft.way, watch);
    this.surroundings.sent?.(draft, answer);
    this.variables.renew();
    const from = t('the answer of {time}', { time: formatClock(Date.now()) });
    this.variables.learn(flowValuesOf([answer.exchange]), from);
    // Another draft may have been opened meanwhile: this is no answer to that one.
    if (this.#aborter === aborter) this.answer.value = answer;
    return answer;
  }

  get #routes() {
    return this.surroundings.routes?.() ?? [];
  }

  #inspect(): BodyInspection | undefined {
    const draft = this.draft.value;
    if (!draft) return undefined;
    const body = this.#settledBody.value;
    return inspectDraft({ ...draft, body }, this.operation.value, this.variables.look, this.#routes);
  }

  async #gainAccess(origin: string): Promise<boolean> {
    this.phase.value = 'asking';
    const aborter = this.#aborter;
    if (await this.outbox.gainAccess(origin)) return true;
    if (this.#aborter === aborter) this.notice.value = noAccess(origin);
    return false;
  }

  #learnPageOrigin() {
    const learn = (origin: string | undefined) => (this.pageOrigin.value = origin);
    this.surroundings.host.pageOrigin().then(learn, () => undefined);
  }
}
