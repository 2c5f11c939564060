import { useSignal } from '@preact/signals';
import type { Span } from '../../model/body/json-text.ts';
import type { Draft } from '../../model/compose/draft.ts';
import { takesBody } from '../../model/compose/draft.ts';
import { utf8Length } from '../../model/exchange.ts';
import { formatBytes } from '../../model/format.ts';
import { t } from '../../model/words/words.ts';
import { VerdictChip } from '../chips.tsx';
import type { RequestPart } from '../editor/editor-props.ts';
import type { VariableCard } from '../editor/explain-variables.ts';
import { JsonEditor } from '../editor/json-editor.tsx';
import { useMask } from '../mask/mask-context.ts';
import type { TextsMask } from '../mask/texts-mask.ts';
import { ProblemList } from '../problem-list.tsx';
import { BodyTools } from './body-tools.tsx';
import type { ComposerStore } from './composer-store.ts';
import { focusPart } from './focus-part.ts';
import { type BodyLayoutSetting, BodyParts, layoutOf } from './form/body-parts.tsx';
import { LayoutSwitch } from './form/layout-switch.tsx';

/** The body as it will be sent, with its problems underlined and listed. */
export function BodyField({ composer, layout }: { composer: ComposerStore; layout: BodyLayoutSetting }) {
  const reveal = useSignal<Span | undefined>(undefined);
  const mask = useMask();
  const draft = composer.draft.value;
  if (!draft) return null;
  const { bodyEditing } = composer;
  const operation = composer.operation.value;
  const { verdict, problems = none } = composer.inspection.value ?? {};
  const show = ({ from, to }: Span) => {
    if (layoutOf(composer, layout) === 'form') layout.choose('both');
    reveal.value = { from, to };
  };
  return (
    <div class="composer-body">
      <div class="composer-body-head">
        <span>{t('Body')}</span>
        {verdict && (
          <span role="status" aria-label={t('Verdict')}>
            <VerdictChip verdict={verdict} />
          </span>
        )}
        {composer.formable.value && <LayoutSwitch layout={layout} />}
        <BodyTools composer={composer} problems={problems} />
        <span class="quiet">
          {t(
            '{bytes} · Ctrl or Cmd and Enter sends, Ctrl and Space completes; Esc, then Tab leaves the text',
            { bytes: formatBytes(utf8Length(draft.body)) },
          )}
        </span>
      </div>
      {notesOf(draft).map((note) => (
        <p class="note" key={note}>
          {note}
        </p>
      ))}
      {bodyEditing.refusal.value && (
        <p class="note" role="alert">
          {bodyEditing.refusal.value}
        </p>
      )}
      <BodyParts composer={composer} layout={layout} onReveal={show}>
        <JsonEditor
          key={composer.opened.value}
          label={t('Body')}
          value={draft.body}
          mask={mask?.body}
          problems={composer.bodyProblems.value}
          reveal={reveal}
          request={draft}
          session={bodyEditing.session}
          editor={bodyEditing.editor}
          completion={bodyEditing.completionFor(draft)}
          onChange={(body, request) => {
            bodyEditing.refusal.value = undefined;
            composer.edit({ ...(request && partOf(request)), body });
          }}
          onSubmit={() => void composer.send()}
          onFormatRefused={(offence) => bodyEditing.refuseFormat(draft.body, offence)}
          onHistory={(depth) => bodyEditing.tellHistory(depth)}
          {...(operation && { operation })}
          {...(!draft.verbatim && { describeVariable: masked(composer.variables.describe, mask) })}
        />
      </BodyParts>
      {problems.length > 0 && (
        <ProblemList
          problems={problems}
          operation={operation}
          onJump={(problem) => focusPart(problem) || show(problem)}
          {...(bodyEditing.editor.value && { onFix: (problem) => bodyEditing.fix([problem]) })}
        />
      )}
    </div>
  );
}

const none: readonly never[] = [];

/** What is told of a variable, with the stand-in of its value. */
const masked =
  (describe: (name: string) => VariableCard, mask: TextsMask | undefined) =>
  (name: string): VariableCard => {
    const card = describe(name);
    const { value, secret } = card;
    if (!mask || value === undefined) return card;
    return { ...card, value: mask.field({ name: secret ? 'token' : name, value }) };
  };

/** What belongs to the operation of a draft, and nothing else of it. */
const partOf = ({ operationId, method, url, headers }: RequestPart): RequestPart => ({
  operationId,
  method,
  url,
  headers,
});

/** What to know before this body is sent. */
function notesOf({ method, body, source }: Draft): string[] {
  const captured = source?.request.body;
  return [
    ...(takesBody(method) || body === ''
      ? []
      : [t('A {method} request has no body; this text is not sent.', { method })]),
    ...(captured?.truncated
      ? [
          t('The browser handed over {bytes} of this body only.', {
            bytes: formatBytes(utf8Length(captured.text)),
          }),
        ]
      : []),
    ...(captured?.binary ? [t('The captured body is no text and cannot be edited here.')] : []),
  ];
}
