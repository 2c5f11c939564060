import { signal } from '@preact/signals';
import type { Draft } from '../../../model/compose/draft.ts';
import type { Exchange } from '../../../model/exchange.ts';

/** So many sends are listed. */
const MOST = 100;

/** A send as the history tells of it: its draft, and what came of it. The answer's body is the log's. */
export interface Sent {
  /** Id of the exchange that it became. */
  id: string;
  draft: Draft;
  /** ms since the epoch. */
  at: number;
  /** ms. */
  duration: number;
  /** HTTP status, or undefined where no answer came. */
  status: number | undefined;
}

/** What can stand beside the request. */
export type KeepPane = 'history' | 'saved' | 'import' | 'copy';

/** What the composer keeps, as far as it is needed before any of it is looked at. */
export class KeepStore {
  /** The newest first. In memory only. */
  readonly history = signal<readonly Sent[]>([]);
  readonly pane = signal<KeepPane | undefined>(undefined);
  /** The draft at hand is about to be saved. */
  readonly saving = signal(false);
  /** A text that was pasted, dropped or opened, to be read. */
  readonly given = signal('');

  /** Lists a send. */
  noteSend(draft: Draft, { id, startedAt, duration, response }: Exchange): void {
    const sent: Sent = { id, draft, at: startedAt, duration, status: response?.status };
    this.history.value = [sent, ...this.history.peek()].slice(0, MOST);
  }

  clearHistory(): void {
    this.history.value = [];
  }

  /** Shows a part, or puts it away where it is shown. */
  toggle(pane: KeepPane): void {
    const isShown = this.pane.peek() === pane && !(pane === 'saved' && this.saving.peek());
    this.saving.value = false;
    this.pane.value = isShown ? undefined : pane;
  }

  /** Begins to save the draft at hand. */
  startSaving(): void {
    this.saving.value = true;
    this.pane.value = 'saved';
  }

  /** Has a text read that may be a request, a collection or a file. */
  take(text: string): void {
    this.given.value = text;
    this.saving.value = false;
    this.pane.value = 'import';
  }

  close(): void {
    this.saving.value = false;
    this.pane.value = undefined;
  }
}
