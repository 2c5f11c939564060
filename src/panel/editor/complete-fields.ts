import {
  acceptCompletion,
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  closeBrackets,
  closeBracketsKeymap,
  pickedCompletion,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import { completeJson, type Offer } from '../../model/compose/complete-json.ts';
import { t } from '../../model/words/words.ts';
import { typeName } from '../reference/field-words.ts';
import type { Desk } from './desk.ts';
import { oneStep } from './edit-steps.ts';
import { fieldCard } from './field-card.ts';
import { placeCard } from './place-card.ts';

/** In a longer text nobody waits for names. */
const LONGEST = 200_000;

/** Completes names and values; `completeJson` knows which. */
export const completeFields = (desk: Desk): Extension => [
  autocompletion({
    override: [(context) => resultAt(desk, context)],
    icons: false,
    // The list comes only where a name or value is being written: there Enter means nothing else.
    interactionDelay: 0,
    activateOnTypingDelay: 0,
    activateOnCompletion: ({ type }) => type === 'field',
    positionInfo: (_, list, option, card, space) => placeCard(list, option, card, space),
  }),
  closeBrackets(),
  keymap.of([{ key: 'Tab', run: acceptCompletion }, ...closeBracketsKeymap]),
];

function resultAt({ props, text }: Desk, context: CompletionContext): CompletionResult | null {
  const { operation, completion: around } = props;
  if (!operation || !around || text.length > LONGEST) return null;
  const { state, pos, explicit } = context;
  const found = completeJson(operation, state.doc.toString(), pos, around);
  if (!found || !(explicit || found.begun)) return null;
  const { from, to } = found.written;
  const present = state.sliceDoc(from, to);
  return {
    from: Math.min(from, pos),
    // Where a value stands complete, the others are what is looked for.
    filter: !found.offers.some(({ label }) => label === present),
    options: found.offers.map((offer, index) => toOption(offer, index, context)),
  };
}

const demands = { required: () => t('required'), unwanted: () => t('not wanted here') } as const;

function toOption(offer: Offer, index: number, { state }: CompletionContext): Completion {
  const { kind, label, field, demand, select, edits } = offer;
  return {
    type: kind,
    label,
    detail: field ? typeName(field) + (demand ? `, ${demands[demand]()}` : '') : offer.detail,
    // Offers that match equally well keep their order.
    sortText: String(index).padStart(4, '0'),
    ...(field && { info: () => fieldCard(label, field) }),
    apply: (view, completion) => {
      if (view.state.doc !== state.doc) return;
      const step = oneStep(view, edits, t('{name} written.', { name: label }));
      view.dispatch({
        ...step,
        selection: { anchor: select.to, head: select.from },
        annotations: [step.annotations ?? [], pickedCompletion.of(completion)].flat(),
        userEvent: 'input.complete',
      });
    },
  };
}
