import type { EmptyLogReason } from '../../model/diagnose-empty-log.ts';
import { t, tn, tParts } from '../../model/words/words.ts';
import type { Host } from '../host.ts';
import type { SettingsDoor } from '../settings/settings-door.ts';
import type { Store } from '../store.ts';
import './empty-log.css';
import { loadDemo } from './load-demo.ts';
import { lookWords } from './look-words.ts';
import { useReasons } from './use-reasons.ts';

interface Props {
  store: Store;
  host: Host;
  settings: SettingsDoor;
}

/** Why the log may be empty, from what recorder and page know; what to do about it, and a demo meanwhile. */
export function EmptyLog({ store, host, settings }: Props) {
  const reasons = useReasons(store, host);
  const look = store.look.value;
  return (
    <div class="empty-log">
      <h2>{t('No V3 call yet')}</h2>
      {reasons.map((reason) => (
        <Reason key={reason.code} reason={reason} store={store} host={host} settings={settings} />
      ))}
      <section class="empty-start" aria-labelledby="empty-start">
        <h3 id="empty-start">{t('New here?')}</h3>
        <p>
          {t(
            'The demo shows what this panel is for: a flow that succeeds, and one with a mistake to be found. Nothing is sent.',
          )}
        </p>
        <p class="empty-actions">
          <button
            type="button"
            class="button primary"
            onClick={() => loadDemo(store).catch((error: unknown) => console.error(error))}
          >
            {t('Load demo flow')}
          </button>
          <button type="button" class="button" onClick={() => store.openView('composer')}>
            {t('Compose a call')}
          </button>
          <button type="button" class="button" onClick={() => store.openView('reference')}>
            {t('Open the reference')}
          </button>
        </p>
      </section>
      <p class="empty-actions quiet">
        <button
          type="button"
          class="button"
          title={t('Asks the browser for calls that it has not told of')}
          disabled={look === 'under way' || store.disconnected.value}
          onClick={() => host.reconcile()}
        >
          {t('Look again')}
        </button>
        <span role="status">{lookWords(look)}</span>
      </p>
    </div>
  );
}

function Reason({ reason, store, host, settings }: Props & { reason: EmptyLogReason }) {
  switch (reason.code) {
    case 'disconnected':
      return (
        <p class="tone-warning">
          {t(
            'The extension was updated or reloaded, and records nothing any more. Close DevTools and open it again.',
          )}
        </p>
      );
    case 'not-recording':
      return (
        <p class="empty-reason">
          <span class="tone-warning">{t('Recording is off.')}</span>{' '}
          <button
            type="button"
            class="button"
            onClick={() => {
              store.setRecording(true);
              host.setRecording(true);
            }}
          >
            {t('Switch it on')}
          </button>
        </p>
      );
    case 'opened-late':
      return (
        <p class="empty-reason">
          <span>
            {host.hidesRequests
              ? tn(reason.calls, {
                  one: 'The page has made {count} V3 call before DevTools was opened, or before the extension was reloaded or updated. In the latter case Look again finds it.',
                  other:
                    'The page has made {count} V3 calls before DevTools was opened, or before the extension was reloaded or updated. In the latter case Look again finds them.',
                })
              : tn(reason.calls, {
                  one: 'The page has made {count} V3 call before DevTools was opened. The browser does not keep it.',
                  other:
                    'The page has made {count} V3 calls before DevTools was opened. The browser does not keep those.',
                })}
          </span>{' '}
          <ReloadButton host={host} />
        </p>
      );
    case 'untold':
      return (
        <p class="tone-warning">
          {tn(reason.calls, {
            one: 'The page has made {count} V3 call that the browser does not tell of.',
            other: 'The page has made {count} V3 calls that the browser does not tell of.',
          })}{' '}
          {host.hidesRequests
            ? t(
                'Most likely a filter is typed into Firefox’s own Network panel, which keeps requests from extensions: clear it there, then press Look again.',
              )
            : t('Press Look again; if nothing comes, reload the page.')}
        </p>
      );
    case 'nothing-seen':
      return (
        <p class="empty-reason">
          <span>
            {t(
              'Nothing was requested since DevTools was opened. Use the page, or reload it to see what it calls at its start.',
            )}
          </span>{' '}
          <ReloadButton host={host} />
        </p>
      );
    case 'cleared':
      return <p>{t('The log was emptied. New calls of the page will stand here.')}</p>;
    case 'no-match':
      return (
        <p class="empty-reason">
          <span>
            {tn(reason.seen, {
              one: '{count} request of this page seen, and it does not go to V3.',
              other: '{count} requests of this page seen, none of them to V3.',
            })}{' '}
            {tParts(
              'V3 is what goes to a Prove host, or to a path that ends in one of V3’s such as {path}. If the page calls a back end of your own under other paths, a route tells which path means which operation.',
              { path: <code>/v3/mfa</code> },
            )}
          </span>{' '}
          <button type="button" class="button" aria-haspopup="dialog" onClick={() => settings.open('routes')}>
            {t('Add a route')}
          </button>
        </p>
      );
  }
}

const ReloadButton = ({ host }: { host: Host }) => (
  <button type="button" class="button" onClick={() => host.reloadPage()}>
    {t('Reload the page')}
  </button>
);
