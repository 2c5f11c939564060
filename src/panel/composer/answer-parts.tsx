import { useSignal } from '@preact/signals';
import type { Span } from '../../model/body/json-text.ts';
import { describeFailure } from '../../model/compose/describe-failure.ts';
import { ANSWER_LIMIT } from '../../model/compose/send.ts';
import type { Body, Exchange } from '../../model/exchange.ts';
import { formatBytes } from '../../model/format.ts';
import { visible } from '../../model/printable.ts';
import { inspect } from '../../model/problems/inspect.ts';
import { t, tn } from '../../model/words/words.ts';
import { JsonEditor } from '../editor/json-editor.tsx';
import { ProblemList } from '../problem-list.tsx';
import { describeNote } from '../words.ts';
import type { Answer } from './outbox.ts';

/** Headers and body of an answer, or why there is none. */
export function AnswerParts({ answer: { exchange, way } }: { answer: Answer }) {
  const { response, failure } = exchange;
  return (
    <>
      {failure && <p class="note note-error">{describeFailure(failure, way)}</p>}
      {response && (
        <>
          <details class="composer-answer-headers">
            <summary>
              {tn(response.headers.length, { one: '{count} header', other: '{count} headers' })}
            </summary>
            <dl>
              {response.headers.map(({ name, value }, index) => (
                <div key={`${index}${name}`}>
                  <dt>{visible(name)}</dt>
                  <dd>{visible(value)}</dd>
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
  if (!body || body.bytes === 0) return <p class="empty">{t('The answer has no body.')}</p>;
  if (body.binary)
    return (
      <p class="note">
        {t(
          'The answer is {bytes} that are no UTF-8 text, so nothing of it can be shown. V3 answers JSON: look whether the URL is that of the API.',
          { bytes: formatBytes(body.bytes) },
        )}
      </p>
    );
  const call = inspect(exchange);
  const problems = call?.problems.filter((problem) => problem.in === 'response') ?? [];
  return (
    <>
      {body.truncated && <p class="note">{describeCut(body)}</p>}
      {call?.notes
        .filter(({ code }) => code === 'response-not-json')
        .map((note) => (
          <p class="note" key={note.code}>
            {t('{note} V3 answers JSON: look whether the URL is that of the API.', {
              note: describeNote(note),
            })}
          </p>
        ))}
      <div class="composer-text">
        <JsonEditor
          label={t('Body of the answer')}
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

/** Why there is less of a body than came. */
const describeCut = ({ bytes }: Body): string =>
  bytes > ANSWER_LIMIT
    ? t(
        'The answer is {bytes}; the first {kept} of it are here. A V3 answer takes a few kB: look whether the URL is that of the API.',
        { bytes: formatBytes(bytes), kept: formatBytes(ANSWER_LIMIT) },
      )
    : t('Only the beginning of the body is here.');
