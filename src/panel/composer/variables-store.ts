import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Lookup } from '../../model/compose/variables.ts';
import type { FlowValues } from '../../model/flows/flow-values.ts';
import { sensitivityOf } from '../../model/masking/sensitive-names.ts';
import { t } from '../../model/words/words.ts';

/** A variable as it is told of. */
export interface KnownVariable {
  name: string;
  /** As it would be filled in now. */
  value: string | undefined;
  /** Where the value comes from, in a few words. */
  from: string;
  /** Not to be shown unasked. */
  secret: boolean;
  /** Whether its user may give it a value. */
  editable: boolean;
}

/** Filled in by answers of a flow, unless typed. */
const ofAnswers = ['correlationId', 'authToken'] as const;
/** Filled in by themselves. */
const made: Readonly<Record<string, () => string>> = {
  bearerToken: () => t('the token under Token'),
  guid: () => t('a new GUID for each request'),
  now: () => t('the time of sending'),
};

/** The variables of drafts and their values. They are held in memory only. */
export class VariablesStore {
  /** Whether its part of the composer is open. */
  readonly open = signal(false);
  readonly #values = signal<ReadonlyMap<string, { value: string; from: string }>>(new Map());
  readonly #guid = signal<string>(crypto.randomUUID());

  /** The names that are always there, and those that were given a value, in that order. */
  readonly names: ReadonlySignal<readonly string[]> = computed(() => [
    ...new Set([...ofAnswers, ...Object.keys(made), ...this.#values.value.keys()]),
  ]);

  constructor(private readonly bearerToken: ReadonlySignal<string | undefined>) {}

  /** The value that the next request gets. Whoever asks in a computed value is told of changes. */
  readonly look: Lookup = (name) => {
    if (name === 'guid') return this.#guid.value;
    if (name === 'now') return new Date().toISOString();
    if (name === 'bearerToken') return this.bearerToken.value;
    return this.#values.value.get(name)?.value || undefined;
  };

  /** The same with the time standing still, for all parts of one request. */
  snapshot(): Lookup {
    const now = this.look('now');
    return (name) => (name === 'now' ? now : this.look(name));
  }

  /** A request has gone out: the next gets a GUID of its own. */
  renew(): void {
    this.#guid.value = crypto.randomUUID();
  }

  readonly describe = (name: string): KnownVariable => {
    const sensitivity = sensitivityOf(name);
    const own = this.#values.value.get(name);
    const none = isOfAnswers(name) ? t('no answer has given one yet') : t('no value yet');
    return {
      name,
      value: this.look(name),
      from: isMade(name) ? (made[name]?.() ?? '') : own?.value ? own.from : none,
      secret: sensitivity === 'token' || sensitivity === 'secret',
      editable: !isMade(name),
    };
  };

  /** Gives a variable a value of its user's own. */
  set(name: string, value: string): void {
    this.#put(new Map(this.#values.peek()).set(name, { value, from: t('typed here') }));
  }

  remove(name: string): void {
    const values = new Map(this.#values.peek());
    values.delete(name);
    this.#put(values);
  }

  /** Takes over what answers gave. Another correlationId is another flow: what belonged to the last one goes. */
  learn(given: FlowValues, from: string): void {
    const values = new Map(this.#values.peek());
    if (given.correlationId !== undefined && given.correlationId !== values.get('correlationId')?.value)
      for (const name of ofAnswers) values.delete(name);
    for (const name of ofAnswers) {
      const value = given[name];
      if (value !== undefined && value !== values.get(name)?.value) values.set(name, { value, from });
    }
    this.#put(values);
  }

  #put(values: ReadonlyMap<string, { value: string; from: string }>) {
    this.#values.value = values;
  }
}

/** Whether a variable is filled in by itself, so that nobody can give it a value. */
export const isMade = (name: string): boolean => Object.hasOwn(made, name);

const isOfAnswers = (name: string) => ofAnswers.some((each) => each === name);

/** Whether a row may be taken away: the others are always there. */
export const isOwn = (name: string): boolean => !isMade(name) && !isOfAnswers(name);
