import { useSignal } from '@preact/signals';
import { describeFailure } from '../../model/describe-failure.ts';
import type { Body, Exchange } from '../../model/exchange.ts';
import { countOf, formatBytes, formatDuration } from '../../model/format.ts';
import { inspect } from '../../model/inspect.ts';
import type { Span } from '../../model/json-text.ts';
import { JsonEditor } from '../editor/json-editor.tsx';
import { ProblemList } from '../problem-list.tsx';
import type { Answer, ComposerStore } from './composer-store.ts';

const waiting = {
  idle: 'The answer will stand here.',
  asking:
    'Waiting for access to the host: answer the browser’s question, or the one in the tab that was opened.',
  sending: 'Waiting for the answer…',
} as const;

/** What came of the last send. */
export function AnswerRegion({ composer }: { composer: ComposerStore }) {
  const answer = composer.answer.value;
  const phase = composer.phase.value;
  return (
    <section class="composer-answer" aria-label="Answer" aria-busy={phase !== 'idle'}>
      <p class="composer-status" role="status">
        {answer && phase === 'idle' ? (
          <Summary answer={answer} />
        ) : (
          <span class="quiet">{waiting[phase]}</span>
        )}
      </p>
      {answer && <AnswerParts key={answer.exchange.id} answer={answer} />}
    </section>
  );
}

function Summary({ answer: { exchange } }: { answer: Answer }) {
  const { response, failure, duration } = exchange;
  const good = response && response.status < 400;
  return (
    <>
      {response && (
        <strong class={good ? 'tone-ok' : 'tone-error'}>
          {response.status} {response.statusText}
        </strong>
      )}
      {failure && <strong class="tone-error">failed</strong>}
      <span class="quiet">{formatDuration(duration)}</span>
      {response?.body && <span class="quiet">{formatBytes(response.body.bytes)}</span>}
    </>
  );
}

function AnswerParts({ answer: { exchange, way } }: { answer: Answer }) {
  const { response, failure } = exchange;
  return (
    <>
      {failure && <p class="note note-error">{describeFailure(failure, way)}</p>}
      {response && (
        <>
          <details class="composer-answer-headers">
            <summary>{countOf(response.headers.length, 'header')}</summary>
            <dl>
              {response.headers.map(({ name, value }, index) => (
                <div key={`${index}${name}`}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </details>
          <AnswerBody exchange={exchange} body={response.body} />
        </>
      )}
    </>
  );
}

function AnswerBody({ exchange, body }: { exchange: Exchange; body: Body | undefined }) {
  const reveal = useSignal<Span | undefined>(undefined);
  if (!body || body.bytes === 0) return <p class="empty">The answer has no body.</p>;
  if (body.binary) return <p class="empty">{formatBytes(body.bytes)} that are no UTF-8 text.</p>;
  const call = inspect(exchange);
  const problems = call?.problems.filter((problem) => problem.in === 'response') ?? [];
  return (
    <>
      {body.truncated && <p class="note">Only the beginning of the body is here.</p>}
      <div class="composer-text">
        <JsonEditor
          label="Body of the answer"
          value={body.text}
          readOnly
          problems={problems}
          reveal={reveal}
          side="response"
          {...(call && { operation: call.operation })}
        />
      </div>
      {problems.length > 0 && (
        <ProblemList problems={problems} onJump={({ from, to }) => (reveal.value = { from, to })} />
      )}
    </>
  );
}
