import { useSignal } from '@preact/signals';
import type { Draft } from '../../model/draft.ts';
import { takesBody } from '../../model/draft.ts';
import { utf8Length } from '../../model/exchange.ts';
import { formatBytes } from '../../model/format.ts';
import type { Span } from '../../model/json-text.ts';
import { JsonEditor } from '../editor/json-editor.tsx';
import { ProblemList } from '../problem-list.tsx';
import type { ComposerStore } from './composer-store.ts';

/** The body as it will be sent, with its problems underlined and listed. */
export function BodyField({ composer }: { composer: ComposerStore }) {
  const reveal = useSignal<Span | undefined>(undefined);
  const draft = composer.draft.value;
  if (!draft) return null;
  const operation = composer.operation.value;
  const problems = composer.inspection.value?.problems ?? none;
  return (
    <div class="composer-body">
      <div class="composer-body-head">
        <span>Body</span>
        <span class="quiet">
          {formatBytes(utf8Length(draft.body))} · Ctrl or Cmd and Enter sends; Esc, then Tab leaves the text
        </span>
      </div>
      {notesOf(draft).map((note) => (
        <p class="note" key={note}>
          {note}
        </p>
      ))}
      <div class="composer-text">
        <JsonEditor
          key={composer.opened.value}
          label="Body"
          value={draft.body}
          problems={problems}
          reveal={reveal}
          onChange={(body) => composer.edit({ body })}
          onSubmit={() => void composer.send()}
          {...(operation && { operation })}
        />
      </div>
      {problems.length > 0 && (
        <ProblemList problems={problems} onJump={({ from, to }) => (reveal.value = { from, to })} />
      )}
    </div>
  );
}

const none: readonly never[] = [];

/** What to know before this body is sent. */
function notesOf({ method, body, source }: Draft): string[] {
  const captured = source?.request.body;
  return [
    ...(takesBody(method) || body === '' ? [] : [`A ${method} request has no body; this text is not sent.`]),
    ...(captured?.truncated
      ? [`The browser handed over ${formatBytes(utf8Length(captured.text))} of this body only.`]
      : []),
    ...(captured?.binary ? ['The captured body is no text and cannot be edited here.'] : []),
  ];
}
