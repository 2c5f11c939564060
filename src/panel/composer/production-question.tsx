import { useLayoutEffect, useRef } from 'preact/hooks';
import { formatList, t, tParts } from '../../model/words/words.ts';

interface Props {
  /** Production hosts that are about to be called. */
  hosts: readonly string[];
  /** Ids of the operations that would run there. */
  operations: readonly string[];
  onAnswer: (answer: { send: false } | { send: true; always: boolean }) => void;
}

/** Asks before calls go to Prove's production hosts. What had the focus gets it back with the answer. */
export function ProductionQuestion({ hosts, operations, onAnswer }: Props) {
  const always = useRef<HTMLInputElement>(null);
  const no = useRef<HTMLButtonElement>(null);
  // Once: what is drawn anew while it is asked must not take the focus from its user.
  useLayoutEffect(() => {
    const asker = document.activeElement;
    const question = no.current?.closest('[role=alertdialog]');
    no.current?.focus();
    return () => {
      const isHere = question?.contains(document.activeElement);
      if (isHere && asker instanceof HTMLElement) asker.focus();
    };
  }, []);
  const one = hosts.length === 1;
  const names = { hosts: <strong>{formatList(hosts)}</strong>, operations: formatList(operations) };
  const warning =
    operations.length === 0
      ? tParts('{hosts} is production: this acts on real phones and may cost money.', names)
      : operations.length === 1
        ? one
          ? tParts('{hosts} is production: {operations} acts on real phones and may cost money.', names)
          : tParts('{hosts} are production: {operations} acts on real phones and may cost money.', names)
        : one
          ? tParts('{hosts} is production: {operations} act on real phones and may cost money.', names)
          : tParts('{hosts} are production: {operations} act on real phones and may cost money.', names);
  return (
    <div
      class="composer-notice"
      role="alertdialog"
      aria-label={t('Send to production?')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onAnswer({ send: false });
      }}
    >
      <p>{warning}</p>
      <p class="composer-row">
        <button type="button" class="button" ref={no} onClick={() => onAnswer({ send: false })}>
          {t('Do not send')}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => onAnswer({ send: true, always: always.current?.checked ?? false })}
        >
          {t('Send to production')}
        </button>
        <label class="check">
          <input type="checkbox" ref={always} />
          {one
            ? t('Do not ask again for this host until DevTools is closed')
            : t('Do not ask again for these hosts until DevTools is closed')}
        </label>
      </p>
    </div>
  );
}
