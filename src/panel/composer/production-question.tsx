import type { ComposerStore } from './composer-store.ts';

/** Asks before a call goes to one of Prove's production hosts. */
export function ProductionQuestion({ composer }: { composer: ComposerStore }) {
  const host = composer.production.value;
  if (host === undefined) return null;
  const operation = composer.operation.value;
  return (
    <div class="composer-notice" role="alertdialog" aria-label="Send to production?">
      <p>
        <strong>{host}</strong> is production: {operation ? `${operation.id} acts` : 'this acts'} on real
        phones and may cost money.
      </p>
      <p class="composer-row">
        <button
          type="button"
          class="button"
          ref={(button) => button?.focus()}
          onClick={() => composer.dismiss()}
        >
          Do not send
        </button>
        <button type="button" class="button" onClick={() => void composer.send({ confirmed: true })}>
          Send to production
        </button>
      </p>
    </div>
  );
}
