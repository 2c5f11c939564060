import { t, tParts } from '../../model/words/words.ts';
import { AnswerRegion } from './answer-region.tsx';
import { BodyField } from './body-field.tsx';
import './composer.css';
import './request.css';
import type { ComposerStore } from './composer-store.ts';
import type { BodyLayoutSetting } from './form/body-parts.tsx';
import { HeaderSection } from './header-table.tsx';
import { OperationRow } from './operation-row.tsx';
import { ParameterFields } from './parameter-fields.tsx';
import { ProductionQuestion } from './production-question.tsx';
import { RequestLine } from './request-line.tsx';
import { SendOptions } from './send-options.tsx';
import { SendWayField } from './send-way-field.tsx';
import { TokenSection } from './token-section.tsx';
import { useOperationFocus } from './use-operation-focus.ts';
import { UnknownVariables, VariablesSection } from './variables-section.tsx';

/** Composes a request, checks it while it is written, sends it and shows the answer. */
export function ComposerView({ composer, layout }: { composer: ComposerStore; layout: BodyLayoutSetting }) {
  const root = useOperationFocus(composer.draft.value !== undefined);
  if (!composer.draft.value) return <NoDraft composer={composer} />;
  const operation = composer.operation.value;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.defaultPrevented && composer.bodyEditing.takeKey(event)) return event.preventDefault();
    // The editor has its own ear for it, and says so.
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
    event.preventDefault();
    void composer.send();
  };
  return (
    <div class="composer" role="group" aria-label={t('Composer')} ref={root} onKeyDown={onKeyDown}>
      <section class="composer-request" aria-label={t('Request')}>
        <OperationRow composer={composer} />
        <RequestLine composer={composer} />
        <UnknownVariables composer={composer} />
        {composer.production.value !== undefined && (
          <ProductionQuestion
            hosts={[composer.production.value]}
            operations={operation ? [operation.id] : []}
            onAnswer={(answer) => {
              if (answer.send) void composer.confirm(answer);
              else composer.dismiss();
            }}
          />
        )}
        {composer.notice.value && (
          <p class="composer-notice" role="alert">
            {composer.notice.value}
          </p>
        )}
        <SendWayField composer={composer} />
        <ParameterFields composer={composer} />
        <div class="composer-sections">
          <HeaderSection composer={composer} />
          <TokenSection composer={composer} />
          <VariablesSection composer={composer} />
          <SendOptions composer={composer} />
        </div>
        <BodyField composer={composer} layout={layout} />
      </section>
      <AnswerRegion composer={composer} />
    </div>
  );
}

const NoDraft = ({ composer }: { composer: ComposerStore }) => (
  <div class="composer-empty">
    <h2>{t('Compose a V3 call and send it')}</h2>
    <p>
      {tParts(
        '{fromACapturedCall} choose it under Flows or Calls and press {editAndResend}. Its URL, headers and body are taken over.',
        {
          fromACapturedCall: <strong>{t('From a captured call:')}</strong>,
          editAndResend: <b>{t('Edit and resend')}</b>,
        },
      )}
    </p>
    <p>
      {tParts(
        '{fromABlankTemplate} choose an operation here. Its documented example is filled in, and every mistake is shown while you write.',
        { fromABlankTemplate: <strong>{t('From a blank template:')}</strong> },
      )}
    </p>
    <p>
      {tParts('{fromElsewhere} {import} takes a cURL command, a Postman collection or saved drafts.', {
        fromElsewhere: <strong>{t('From elsewhere:')}</strong>,
        import: <b>{t('Import')}</b>,
      })}
    </p>
    <OperationRow composer={composer} />
  </div>
);
