import {
  type EditorState,
  type Extension,
  type Range,
  StateField,
  type Transaction,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import { maskedSpans } from '../../model/masking/masked-spans.ts';

/** What stands in the place of a value. The text itself, which is sent, stays as it is. */
class StandIn extends WidgetType {
  constructor(readonly text: string) {
    super();
  }
  override eq(other: StandIn): boolean {
    return other.text === this.text;
  }
  override toDOM(): HTMLElement {
    const span = document.createElement('span');
    span.className = 'cm-stand-in';
    span.textContent = this.text;
    return span;
  }
  override ignoreEvent(): boolean {
    return false;
  }
}

interface Masking {
  decorations: DecorationSet;
  /** Where its user is typing: shown as typed until the cursor leaves. */
  typed: { from: number; to: number } | undefined;
}

/**
 * Shows stand-ins for what is personal or secret. A masked value can be deleted and replaced, as one, and not be edited
 * inside; what is typed is masked once the cursor has left it.
 */
export function maskValues(mask: (text: string) => string): Extension {
  const field = StateField.define<Masking>({
    create: (state) => maskingOf(state, undefined, mask),
    update: (before, transaction) => {
      if (!transaction.docChanged && !transaction.selection) return before;
      const typed = typedIn(transaction, before.typed);
      if (!transaction.docChanged && typed === before.typed) return before;
      return maskingOf(transaction.state, typed, mask);
    },
    provide: (self) => [
      EditorView.decorations.from(self, ({ decorations }) => decorations),
      EditorView.atomicRanges.of((view) => view.state.field(self).decorations),
      // What is copied from a masked text is masked.
      EditorView.clipboardOutputFilter.of((text, state) =>
        copied(text, state, state.field(self).decorations, mask),
      ),
    ],
  });
  return field;
}

function maskingOf(state: EditorState, typed: Masking['typed'], mask: (text: string) => string): Masking {
  const text = state.doc.toString();
  const ranges: Range<Decoration>[] = [];
  for (const { from, to, standIn } of maskedSpans(text, mask(typed ? without(text, typed) : text))) {
    if (to <= from || (typed && from <= typed.to && to >= typed.from)) continue;
    ranges.push(Decoration.replace({ widget: new StandIn(standIn) }).range(from, to));
  }
  return { decorations: Decoration.set(ranges), typed };
}

/** A value that is being typed is not to be remembered at every key. */
const without = (text: string, { from, to }: { from: number; to: number }): string =>
  text.slice(0, from) + text.slice(from, to).replace(/[^"\s]/g, 'x') + text.slice(to);

/** The word or string around the cursor after its user has changed it, for as long as the cursor stays there. */
function typedIn(transaction: Transaction, before: Masking['typed']): Masking['typed'] {
  const { head } = transaction.state.selection.main;
  const changed =
    transaction.docChanged && (transaction.isUserEvent('input') || transaction.isUserEvent('delete'));
  if (!changed) return before && head >= before.from && head <= before.to ? before : undefined;
  const line = transaction.state.doc.lineAt(head);
  const start = head - line.from;
  const left = /[^"\s{}[\],:&=]*$/.exec(line.text.slice(0, start))?.[0].length ?? 0;
  const right = /^[^"\s{}[\],:&=]*/.exec(line.text.slice(start))?.[0].length ?? 0;
  return { from: head - left, to: head + right };
}

/** The chosen text as it is shown. */
function copied(
  text: string,
  state: EditorState,
  decorations: DecorationSet,
  mask: (text: string) => string,
): string {
  if (state.selection.ranges.every(({ empty }) => empty)) return mask(text);
  let masked = '';
  for (const { from, to } of state.selection.ranges) {
    let at = from;
    decorations.between(from, to, (start, end, { spec }) => {
      const { widget } = spec;
      masked += state.sliceDoc(at, Math.max(at, start)) + (widget instanceof StandIn ? widget.text : '');
      at = Math.min(end, to);
    });
    masked += state.sliceDoc(at, to);
  }
  return masked;
}
