import { useRef } from 'preact/hooks';

interface Props {
  /** Production hosts that are about to be called. */
  hosts: readonly string[];
  /** Ids of the operations that would run there. */
  operations: readonly string[];
  onAnswer: (answer: { send: false } | { send: true; always: boolean }) => void;
}

/** Asks before calls go to Prove's production hosts. */
export function ProductionQuestion({ hosts, operations, onAnswer }: Props) {
  const always = useRef<HTMLInputElement>(null);
  const one = hosts.length === 1;
  return (
    <div
      class="composer-notice"
      role="alertdialog"
      aria-label="Send to production?"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onAnswer({ send: false });
      }}
    >
      <p>
        <strong>{hosts.join(', ')}</strong> {one ? 'is' : 'are'} production:{' '}
        {operations.length > 0 ? operations.join(', ') : 'this'} {operations.length > 1 ? 'act' : 'acts'} on
        real phones and may cost money.
      </p>
      <p class="composer-row">
        <button
          type="button"
          class="button"
          ref={(button) => button?.focus()}
          onClick={() => onAnswer({ send: false })}
        >
          Do not send
        </button>
        <button
          type="button"
          class="button"
          onClick={() => onAnswer({ send: true, always: always.current?.checked ?? false })}
        >
          Send to production
        </button>
        <label class="check">
          <input type="checkbox" ref={always} />
          Do not ask again for {one ? 'this host' : 'these hosts'} until DevTools is closed
        </label>
      </p>
    </div>
  );
}
