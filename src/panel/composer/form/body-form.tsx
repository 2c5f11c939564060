import { useComputed, useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { fromPointer } from '../../../model/body/json-pointer.ts';
import type { Span } from '../../../model/body/json-text.ts';
import { editBody } from '../../../model/compose/edit-body.ts';
import { type FieldRow, readFieldRows } from '../../../model/compose/field-rows.ts';
import { encodePart } from '../../../model/compose/variables.ts';
import { findField } from '../../../model/problems/find-field.ts';
import type { Problem } from '../../../model/problems/problem.ts';
import { t } from '../../../model/words/words.ts';
import { docOf } from '../../../schemas/field.ts';
import { afterDrawing } from '../../after-drawing.ts';
import type { ComposerStore } from '../composer-store.ts';
import { FieldRowsView } from './field-rows-view.tsx';
import type { FormContext } from './form-context.ts';
import { UnshownList } from './unshown-list.tsx';

/** A longer body is not read at every key. */
const TOO_LONG = 200_000;

interface Props {
  composer: ComposerStore;
  onReveal: (place: Span) => void;
}

/** The body as a form: a row for each field that it can have. Every change is made in the text, which it follows. */
export function BodyForm({ composer, onReveal }: Props) {
  const root = useRef<HTMLElement>(null);
  const kept = useRef<readonly FieldRow[]>([]);
  const prefix = useId();
  const about = useSignal<string | undefined>(undefined);
  const reading = useComputed(() => {
    const operation = composer.operation.value;
    const text = composer.draft.value?.body ?? '';
    if (text.length > TOO_LONG) return undefined;
    return operation && readFieldRows(operation, text);
  }).value;
  const operation = composer.operation.value;
  const problems = useComputed(() => byPath(composer.inspection.value?.problems ?? [])).value;
  if (!operation?.request) return null;
  if (!reading)
    return (
      <section class="body-form" aria-label={t('Form')}>
        <p class="note">{t('This body is too long for a form. Change it in the text.')}</p>
      </section>
    );

  // While the text is no JSON, what it last said stays in view.
  if (reading.state === 'read') kept.current = reading.rows;
  const broken = reading.state === 'broken' ? reading : undefined;
  const form: FormContext = {
    problemsAt: (path) => problems.get(path) ?? [],
    change: (edit) => {
      const { body = '' } = composer.draft.peek() ?? {};
      const changed = editBody(operation, body, edit);
      if (changed !== body) composer.edit({ body: changed });
    },
    idOf: (path, part = 'control') => `${prefix}-${part}-${encodePart(path)}`,
    focus: (...paths) => afterDrawing(() => focusFirst(root.current, paths)),
  };
  const field =
    about.value === undefined ? undefined : findField(operation.request, fromPointer(about.value));
  return (
    <section
      class="body-form"
      aria-label={t('Form')}
      ref={root}
      onFocusIn={({ target }) => {
        about.value = target instanceof Element ? pathOf(target) : undefined;
      }}
    >
      {broken && (
        <p class="note form-broken" role="status">
          {t('The text is no JSON from line {line}, column {column} on. The form waits until it is.', {
            line: broken.line,
            column: broken.column,
          })}{' '}
          <button type="button" class="link" onClick={() => onReveal(broken.offence)}>
            {t('Show the place')}
          </button>
        </p>
      )}
      {reading.state === 'no-object' ? (
        <p class="note">
          {t('The body is JSON, but no object, so that it has no fields. It stays as it is.')}
        </p>
      ) : (
        <fieldset class="form-fields" disabled={broken !== undefined} aria-label={t('Fields')}>
          <FieldRowsView rows={kept.current} form={form} />
        </fieldset>
      )}
      {reading.state === 'read' && <UnshownList unshown={reading.unshown} problemsAt={form.problemsAt} />}
      <p class="form-about" aria-hidden="true">
        {field ? docOf(field)?.doc : t('Choose a field to read what it is.')}
      </p>
    </section>
  );
}

function byPath(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const found = new Map<string, Problem[]>();
  for (const problem of problems) {
    const beside = found.get(problem.path);
    if (beside) beside.push(problem);
    else found.set(problem.path, [problem]);
  }
  return found;
}

/** The path of the row that an element belongs to. */
const pathOf = (element: Element): string | undefined =>
  element.closest('[data-path]')?.getAttribute('data-path') ?? undefined;

/** Focuses the first control of the first of these rows that there is. */
function focusFirst(root: HTMLElement | null, paths: readonly string[]): void {
  for (const path of paths) {
    const row = [...(root?.querySelectorAll('[data-path]') ?? [])].find(
      (element) => pathOf(element) === path,
    );
    const control = row?.querySelector<HTMLElement>('input, select, textarea, .form-add, .form-odd');
    if (!control) continue;
    control.focus();
    return;
  }
}
