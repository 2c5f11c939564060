import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Completion, completeFilter } from '../../model/filter/complete-filter.ts';
import type { FilterError } from '../../model/filter/parse-filter.ts';
import { t } from '../../model/words/words.ts';
import { lazy } from '../lazy.tsx';
import type { CallsStore } from './calls-store.ts';
import { valuesSeen } from './values-seen.ts';

const FilterErrorNote = lazy(async () => (await import('./filter-error.tsx')).FilterErrorNote);

interface Props {
  calls: CallsStore;
  input: RefObject<HTMLInputElement | null>;
  /** Gives the focus to what is filtered. */
  onLeave: () => void;
}

/** Where the filter is typed: completed while it is, with each mistake underlined and told. */
export function FilterField({ calls, input, onLeave }: Props) {
  const open = useSignal(false);
  const active = useSignal(-1);
  const focused = useSignal(false);
  const caret = useSignal(0);
  const mirror = useRef<HTMLDivElement>(null);
  const text = calls.filterText.value;
  const choices = open.value ? completeFilter(text, caret.value, (key) => valuesSeen(key, calls)) : [];
  const typing = focused.value ? (error: FilterError) => isUnderWay(error, text, choices) : () => false;
  const errors = calls.filter.value.errors.filter((error) => !typing(error));
  const [error] = errors;

  useLayoutEffect(() => {
    // An empty field scrolls nowhere; to ask would lay out the whole panel at each call that comes.
    if (text !== '' && mirror.current && input.current) mirror.current.scrollLeft = input.current.scrollLeft;
  });
  const change = (value: string, at: number) => {
    calls.filterText.value = value;
    caret.value = at;
    active.value = -1;
  };
  const accept = ({ text: chosen, from, to, whole }: Completion) => {
    const { current } = input;
    if (!current) return;
    const value = text.slice(0, from) + chosen + text.slice(to);
    current.value = value;
    current.setSelectionRange(from + chosen.length, from + chosen.length);
    change(value, from + chosen.length);
    open.value = !whole;
  };
  const key = (event: KeyboardEvent) => {
    const choice = choices[active.value];
    if (event.key === 'Escape') {
      if (choices.length === 0 && text === '') onLeave();
      else if (choices.length === 0) change('', 0);
      open.value = false;
    } else if (event.key === 'ArrowDown' && choices.length > 0)
      active.value = (active.value + 1) % choices.length;
    else if (event.key === 'ArrowDown' && text === '' && !open.value) open.value = true;
    else if (event.key === 'ArrowDown') onLeave();
    else if (event.key === 'ArrowUp' && choices.length > 0)
      active.value = (Math.max(active.value, 0) - 1 + choices.length) % choices.length;
    else if ((event.key === 'Enter' || event.key === 'Tab') && choice) accept(choice);
    else if (event.key === 'Enter') open.value = false;
    else return;
    event.preventDefault();
    // Chromium's DevTools listens at the document: Escape would open its drawer.
    event.stopPropagation();
  };
  const follow = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    caret.value = currentTarget.selectionStart ?? 0;
    if (mirror.current) mirror.current.scrollLeft = currentTarget.scrollLeft;
  };

  return (
    <div class="filter-field">
      <div class="filter-mirror" aria-hidden="true" ref={mirror}>
        {marked(text, errors)}
      </div>
      <input
        type="text"
        ref={input}
        role="combobox"
        aria-label={t('Filter the calls')}
        aria-autocomplete="list"
        aria-expanded={choices.length > 0}
        aria-controls="filter-choices"
        aria-activedescendant={choices[active.value] ? `filter-choice-${active.value}` : undefined}
        aria-invalid={error !== undefined}
        aria-describedby={error ? 'filter-error' : undefined}
        placeholder={t('Filter: text, is:invalid, status:4xx, -host:localhost')}
        spellcheck={false}
        autocomplete="off"
        value={text}
        onInput={(event) => {
          change(event.currentTarget.value, event.currentTarget.selectionStart ?? 0);
          open.value = /\S$/.test(event.currentTarget.value.slice(0, caret.value));
        }}
        onKeyDown={key}
        onKeyUp={follow}
        onClick={follow}
        onScroll={follow}
        onFocus={() => (focused.value = true)}
        onBlur={() => {
          focused.value = false;
          open.value = false;
        }}
      />
      <ul
        class="filter-choices"
        id="filter-choices"
        role="listbox"
        aria-label={t('Completions')}
        hidden={choices.length === 0}
      >
        {choices.map((choice, index) => (
          <li
            key={choice.text}
            id={`filter-choice-${index}`}
            role="option"
            aria-selected={index === active.value}
            // The field keeps the focus.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => accept(choice)}
          >
            <code>{choice.text}</code>
            {choice.hint && <small>{choice.hint}</small>}
          </li>
        ))}
      </ul>
      {error && <FilterErrorNote error={error} />}
    </div>
  );
}

/** What is being typed is no mistake as long as it may become right. */
const isUnderWay = ({ code, to }: FilterError, text: string, choices: readonly Completion[]): boolean =>
  to === text.length && (code === 'no-value' || code === 'open-quote' || choices.length > 0);

/** The text with its mistakes marked; it lies under the field, which shows the letters. */
function marked(text: string, errors: readonly FilterError[]) {
  let at = 0;
  const parts = [];
  for (const { from, to } of errors) {
    if (from < at) continue;
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>);
    at = to;
  }
  return parts;
}
