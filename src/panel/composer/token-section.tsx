import { useSignal } from '@preact/signals';
import { BEARER, withHeader } from '../../model/compose/bearer-token.ts';
import { formatDuration } from '../../model/format.ts';
import { parseUrl } from '../../model/url.ts';
import { t } from '../../model/words/words.ts';
import { useMask } from '../mask/mask-context.ts';
import { MaskedInput } from '../mask/masked-input.tsx';
import { useNow } from '../use-now.ts';
import { formatClock } from '../words.ts';
import type { ComposerStore } from './composer-store.ts';
import { ProductionQuestion } from './production-question.tsx';
import { Section } from './section.tsx';
import { ShowButton } from './show-button.tsx';
import type { HeldToken } from './token-store.ts';

/** A bearer token: fetched with client credentials or taken over from a captured call. */
export function TokenSection({ composer }: { composer: ComposerStore }) {
  const held = composer.token.held.value;
  return (
    <Section
      id="composer-token"
      title={t('Token')}
      told={held ? <TimeLeft token={held} /> : t('none')}
      open={composer.token.open}
    >
      <div class="composer-headers">
        <Credentials composer={composer} />
        {held && <Held composer={composer} held={held} />}
        <Captured composer={composer} />
      </div>
    </Section>
  );
}

/** Counts down, second by second. */
function TimeLeft({ token: { expiresAt } }: { token: HeldToken }) {
  const now = useNow();
  if (expiresAt === undefined) return <>{t('held; nothing tells how long it lives')}</>;
  const left = Math.ceil((expiresAt - now) / 1000) * 1000;
  return left > 0 ? (
    <span>{t('{left} left', { left: formatDuration(left) })}</span>
  ) : (
    <span class="tone-error">{t('expired')}</span>
  );
}

function Credentials({ composer }: { composer: ComposerStore }) {
  const { token } = composer;
  const { clientId, clientSecret } = token;
  const base = composer.tokenBase.value;
  const phase = token.phase.value;
  const complete = clientId.value.trim() !== '' && clientSecret.value !== '' && base !== undefined;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !complete || !base) return;
    event.preventDefault();
    void token.fetch(base);
  };
  return (
    <>
      <div
        class="composer-row composer-credentials"
        role="group"
        aria-label={t('Client credentials')}
        onKeyDown={onKeyDown}
      >
        <label class="composer-label" for="composer-client-id">
          {t('Client id')}
          <MaskedInput
            id="composer-client-id"
            class="composer-field"
            type="text"
            spellcheck={false}
            autocomplete="off"
            value={clientId.value}
            mask={(mask, value) => mask.field({ name: 'client_id', value })}
            onType={(value) => (clientId.value = value)}
          />
        </label>
        <label class="composer-label" for="composer-client-secret">
          {t('Client secret')}
          <MaskedInput
            id="composer-client-secret"
            class="composer-field"
            type="password"
            autocomplete="off"
            value={clientSecret.value}
            mask={(mask, value) => mask.field({ name: 'client_secret', value })}
            onType={(value) => (clientSecret.value = value)}
          />
        </label>
        {phase === 'idle' ? (
          <button
            type="button"
            class="button"
            disabled={!complete}
            onClick={() => base !== undefined && void token.fetch(base)}
          >
            {t('Fetch token')}
          </button>
        ) : (
          <button type="button" class="button" onClick={() => token.cancel()}>
            {t('Cancel')}
          </button>
        )}
      </div>
      <p class="quiet">
        {base === undefined
          ? t('The URL above says where the token is fetched; it cannot be read.')
          : t(
              'POST {base}/token, from the extension, so that no page sees the secret. Id, secret and token are held in memory only.',
              { base },
            )}
      </p>
      <p role="status" class="composer-problem">
        {phase === 'asking' && t('Waiting for access to the host.')}
        {phase === 'idle' && token.notice.value}
      </p>
      {token.production.value !== undefined && base !== undefined && (
        <ProductionQuestion
          hosts={[token.production.value]}
          operations={[]}
          onAnswer={(answer) => {
            if (answer.send) void token.confirm(base, answer);
            else token.cancel();
          }}
        />
      )}
    </>
  );
}

function Held({ composer, held }: { composer: ComposerStore; held: HeldToken }) {
  const shown = useSignal(false);
  const mask = useMask();
  return (
    <div class="composer-held">
      <p>
        <code class="composer-token-value">
          {shown.value
            ? (mask?.field({ name: 'access_token', value: held.value }) ?? held.value)
            : '••••••••'}
        </code>{' '}
        <ShowButton shown={shown} of={t('the token')} />
      </p>
      <p class="quiet">
        {held.from}; <TimeLeft token={held} />
      </p>
      <p class="composer-row">
        <button type="button" class="button" onClick={() => composer.useToken()}>
          {t('Use in Authorization')}
        </button>
        <button type="button" class="button" onClick={() => composer.token.forget()}>
          {t('Forget')}
        </button>
      </p>
    </div>
  );
}

function Captured({ composer }: { composer: ComposerStore }) {
  const found = composer.captured();
  if (!found) return <p class="quiet">{t('No captured call carries an Authorization header.')}</p>;
  const { exchange, value } = found;
  const from = {
    host: parseUrl(exchange.request.url)?.host ?? '',
    time: formatClock(exchange.startedAt),
  };
  return (
    <p class="composer-row composer-captured">
      <span class="quiet">{t('A call to {host} at {time} carried an Authorization header.', from)}</span>
      <button
        type="button"
        class="button"
        onClick={() => {
          if (composer.token.takeOver(value, t('taken over from a call to {host} at {time}', from)))
            composer.useToken();
          else
            composer.edit({
              headers: withHeader(composer.draft.peek()?.headers ?? [], { name: BEARER.name, value }),
            });
        }}
      >
        {t('Take it over')}
      </button>
    </p>
  );
}
