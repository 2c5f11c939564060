import { useMemo } from 'preact/hooks';
import { urlProblem } from '../../model/compose/url-problem.ts';
import type { ReplayStep } from '../../model/flows/replay-flow.ts';
import { inspectBody } from '../../model/problems/inspect-body.ts';
import { t } from '../../model/words/words.ts';
import { isFocusLost } from '../after-drawing.ts';
import { JsonEditor } from '../editor/json-editor.tsx';
import { useMask } from '../mask/mask-context.ts';
import { MaskedInput } from '../mask/masked-input.tsx';
import type { ReplayStore } from './replay-store.ts';

/** The call that the replay waits with: its URL and its body, as they will be sent. */
export function EditedCall({ replay, step }: { replay: ReplayStore; step: ReplayStep }) {
  const mask = useMask();
  const draft = replay.edited.value;
  const body = draft?.body ?? '';
  const { operation } = step;
  const region = step.captured.region;
  const problems = useMemo(
    () => inspectBody(operation, body === '' ? undefined : body, { region }).problems,
    [operation, body, region],
  );
  if (!draft) return null;
  const problem = urlProblem(draft.url);
  const send = () => {
    if (problem === undefined) replay.letGo();
  };
  return (
    <div class="replay-edit" role="group" aria-label={t('Call to edit')}>
      <div class="composer-row">
        <span class="quiet">{draft.method}</span>
        <MaskedInput
          class="composer-field composer-url"
          type="text"
          aria-label={t('URL of the call')}
          aria-invalid={problem !== undefined}
          spellcheck={false}
          value={draft.url}
          fieldRef={(field) => {
            // Where the replay stops, its user goes on.
            if (field && isFocusLost()) field.focus();
          }}
          mask={(masking, url) => masking.url(url)}
          onType={(url) => (replay.edited.value = { ...draft, url })}
        />
        <button
          type="button"
          class="button composer-send"
          disabled={problem !== undefined}
          onClick={() => replay.letGo()}
        >
          {t('Let it go')}
        </button>
      </div>
      {problem !== undefined && (
        <p class="composer-problem" role="alert">
          {problem}
        </p>
      )}
      <div class="replay-body">
        <JsonEditor
          label={t('Body of the call')}
          value={draft.body}
          mask={mask?.body}
          problems={problems}
          operation={operation}
          onChange={(text) => {
            const edited = replay.edited.peek();
            if (edited) replay.edited.value = { ...edited, body: text };
          }}
          onSubmit={send}
        />
      </div>
    </div>
  );
}
