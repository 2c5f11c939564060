import { useSignal } from '@preact/signals';
import type { Call } from '../../model/call.ts';
import { visible } from '../../model/printable.ts';
import { describeProblem } from '../../model/problems/describe-problem.ts';
import { partOfProblem } from '../../model/problems/problem.ts';
import { formatRoute } from '../../model/routes/parse-route.ts';
import type { Route } from '../../model/routes/route.ts';
import { routeMethods } from '../../model/routes/route-path.ts';
import type { StoredRoute } from '../../model/routes/stored-route.ts';
import { type Trial, type TriedRequest, tryRequest } from '../../model/routes/try-request.ts';
import { t } from '../../model/words/words.ts';
import { VerdictChip } from '../chips.tsx';
import { HiddenArea } from '../mask/hidden-area.tsx';
import { useShown } from '../mask/mask-context.ts';
import { MaskedInput } from '../mask/masked-input.tsx';

const EXAMPLE = 'https://app.example.com/api/prove/mfa';

interface Props {
  routes: readonly StoredRoute[];
  onAdd: (route: Route) => void;
}

/** A place to paste a request and see what becomes of it by the routes as they are. */
export function RouteTester({ routes, onAdd }: Props) {
  const tried = useSignal<TriedRequest>({ method: 'POST', url: '', body: '', answer: '' });
  const set = (change: Partial<TriedRequest>) => {
    tried.value = { ...tried.value, ...change };
  };
  const trial = tried.value.url.trim() === '' ? undefined : tryRequest(tried.value, routes);
  return (
    <fieldset class="settings-tester">
      <legend>{t('Try it')}</legend>
      <p class="quiet">{t('Paste a URL and a body, and see what becomes of them. Nothing is sent.')}</p>
      <div class="settings-try">
        <select
          class="settings-field"
          aria-label={t('Method to try')}
          value={tried.value.method}
          onChange={({ currentTarget }) => set({ method: currentTarget.value })}
        >
          {routeMethods.map((method) => (
            <option key={method}>{method}</option>
          ))}
        </select>
        <MaskedInput
          type="text"
          class="settings-field mono"
          aria-label={t('URL to try')}
          spellcheck={false}
          placeholder={EXAMPLE}
          value={tried.value.url}
          mask={(mask, url) => mask.url(url)}
          onType={(url) => set({ url })}
        />
      </div>
      <Area label={t('Body of the request')} value={tried.value.body} onInput={(body) => set({ body })} />
      <Area
        label={t('Body of the answer, if known')}
        value={tried.value.answer}
        onInput={(answer) => set({ answer })}
      />
      <div class="settings-trial" role="status" aria-label={t('What becomes of it')}>
        {trial && <Outcome trial={trial} onAdd={onAdd} />}
      </div>
    </fieldset>
  );
}

function Area({ label, value, onInput }: { label: string; value: string; onInput: (value: string) => void }) {
  return (
    <HiddenArea
      label={label}
      labelClass="settings-area"
      class="settings-field mono"
      rows={3}
      value={value}
      onType={onInput}
    />
  );
}

function Outcome({ trial, onAdd }: { trial: Trial; onAdd: Props['onAdd'] }) {
  const shown = useShown();
  if ('call' in trial) return <BecameCall {...trial} />;
  const { reasons, proposal } = trial;
  return (
    <>
      <p class="tone-warning">{t('Nothing matches; it would not be kept.')}</p>
      <ul class="settings-reasons">
        {reasons.map((reason) => (
          <li key={reason}>{shown.text(reason)}</li>
        ))}
      </ul>
      {proposal && (
        <p>
          <button type="button" class="button" onClick={() => onAdd(proposal)}>
            {t('Make a route of it…')}
          </button>
        </p>
      )}
    </>
  );
}

function BecameCall({ call, body }: { call: Call; body: string | undefined }) {
  const shown = useShown();
  const problems = call.problems.filter((problem) => partOfProblem(problem) !== 'headers');
  return (
    <>
      <p>
        <b>{call.operation.id}</b> · <VerdictChip verdict={call.verdict} /> ·{' '}
        {visible(shown.text(reasonOf(call)))}
      </p>
      {problems.length > 0 && (
        <ul class="settings-reasons" aria-label={t('Problems')}>
          {problems.map((problem) => (
            <li key={`${problem.code} ${problem.path} ${problem.from}`} class={`tone-${problem.severity}`}>
              {describeProblem(problem)} <span class="quiet">{problem.code}</span>
            </li>
          ))}
        </ul>
      )}
      {body !== undefined && (
        <>
          <p class="quiet">{t('The V3 body in it:')}</p>
          <pre class="settings-body" tabIndex={0} aria-label={t('The V3 body in it:')} role="region">
            {shown.body(body)}
          </pre>
        </>
      )}
    </>
  );
}

/** How it was told to be V3's. */
function reasonOf({ by, route }: Call): string {
  switch (by) {
    case 'route':
      return t('by your route “{rule}”', { rule: route ? formatRoute(route) : '' });
    case 'host':
      return t('by the host, which is Prove’s');
    case 'path':
      return t('by its path, which only V3 has');
    case 'fingerprint':
      return t('by what its bodies hold');
    case 'kit':
      return t('by the path of a starter kit and what its bodies hold');
  }
}
