import { useSignal } from '@preact/signals';
import type { Body } from '../model/exchange.ts';
import { formatBytes } from '../model/format.ts';
import type { Problem } from '../model/problems/problem.ts';
import { t } from '../model/words/words.ts';
import type { Operation } from '../schemas/operation.ts';
import { JsonEditor } from './editor/json-editor.tsx';
import { ProblemList } from './problem-list.tsx';

interface Props {
  label: string;
  body: Body | undefined;
  /** What to say where there is no body. */
  absent: string;
  problems: readonly Problem[];
  operation: Operation | undefined;
  side: Problem['in'];
}

/** A captured body with its problems underlined and listed. */
export function BodyPane({ label, body, absent, problems, operation, side }: Props) {
  const reveal = useSignal<{ from: number; to: number } | undefined>(undefined);
  return (
    <div class="body-pane">
      <div class="body-text">
        {body?.binary && (
          <p class="empty">{t('{bytes} that are no UTF-8 text.', { bytes: formatBytes(body.bytes) })}</p>
        )}
        {!body?.binary && (!body || body.text === '') && (
          <p class="empty">{body?.truncated ? t('The browser did not hand it over.') : absent}</p>
        )}
        {body && !body.binary && body.text !== '' && (
          <JsonEditor
            value={body.text}
            readOnly
            label={label}
            problems={problems}
            reveal={reveal}
            operation={operation}
            side={side}
          />
        )}
      </div>
      {problems.length > 0 && (
        <ProblemList
          problems={problems}
          operation={operation}
          onJump={(problem) => (reveal.value = { from: problem.from, to: problem.to })}
        />
      )}
    </div>
  );
}
