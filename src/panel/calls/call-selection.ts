import { type Signal, signal } from '@preact/signals';
import type { Call } from '../../model/call.ts';
import type { CallList } from '../../model/filter/call-list.ts';

/** Which calls of the grid are chosen, and on which of them the keys work: the cursor. */
export class CallSelection {
  readonly ids: Signal<ReadonlySet<string>> = signal(new Set<string>());
  readonly cursor: Signal<string | undefined> = signal(undefined);
  /** Where a range begins. */
  #anchor: string | undefined;

  constructor(private readonly list: CallList) {}

  /** Chooses one call and no other. */
  choose(id: string): void {
    this.ids.value = new Set([id]);
    this.cursor.value = id;
    this.#anchor = id;
  }

  /** Chooses a call beside the others, or no longer. */
  toggle(id: string): void {
    const ids = new Set(this.ids.value);
    if (!ids.delete(id)) ids.add(id);
    this.ids.value = ids;
    this.cursor.value = id;
    this.#anchor = id;
  }

  /** Chooses all calls from where the choice began to this one. */
  extendTo(id: string): void {
    const anchor = this.#anchor === undefined ? -1 : this.list.indexOf(this.#anchor);
    const end = this.list.indexOf(id);
    const range = this.list.rows.slice(Math.min(anchor, end), Math.max(anchor, end) + 1);
    if (anchor < 0) this.choose(id);
    else this.ids.value = new Set(range.flatMap((row) => ('call' in row ? row.id : [])));
    this.cursor.value = id;
  }

  chooseAll(): void {
    this.ids.value = new Set(this.list.rows.flatMap((row) => ('call' in row ? row.id : [])));
    this.cursor.value ??= this.list.rows.find((row) => 'call' in row)?.id;
    this.#anchor ??= this.cursor.value;
  }

  clear(): void {
    this.ids.value = new Set();
    this.cursor.value = undefined;
    this.#anchor = undefined;
  }

  /** Moves the cursor to the call nearest to a place in the list, looking in the direction of the move first. */
  moveTo(index: number, direction: 1 | -1, extend: boolean): number | undefined {
    const { rows } = this.list;
    const found = nearest(index, direction) ?? nearest(index, direction === 1 ? -1 : 1);
    const row = found === undefined ? undefined : rows[found];
    if (!row) return undefined;
    if (extend) this.extendTo(row.id);
    else this.choose(row.id);
    return found;

    function nearest(from: number, step: 1 | -1): number | undefined {
      for (let at = Math.max(0, Math.min(from, rows.length - 1)); rows[at]; at += step) {
        const candidate = rows[at];
        if (candidate && 'call' in candidate) return at;
      }
      return undefined;
    }
  }

  /** The chosen calls that the list shows, in its order. */
  calls(): Call[] {
    const ids = this.ids.peek();
    return this.list.rows.flatMap((row) => ('call' in row && ids.has(row.id) ? row.call : []));
  }
}
