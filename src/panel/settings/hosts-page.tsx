import { useEffect } from 'preact/hooks';
import { t } from '../../model/words/words.ts';
import { hostName, type SettingsStore } from './settings-store.ts';

/** The hosts that the extension may call without CORS, each to be given back. */
export function HostsPage({ store }: { store: SettingsStore }) {
  useEffect(() => void store.lookAtHosts(), []);
  const hosts = store.hosts.value;
  return (
    <fieldset>
      <legend>{t('Hosts that are allowed')}</legend>
      <p class="quiet">
        {t(
          'V3 Inspector asks for a host when you send from the extension, never before, and calls it only when you send. Capturing needs no host.',
        )}
      </p>
      {hosts?.length === 0 && <p>{t('No host is allowed now.')}</p>}
      {hosts && hosts.length > 0 && (
        <ul class="settings-list" aria-label={t('Hosts that are allowed')}>
          {hosts.map((pattern) => (
            <li key={pattern}>
              <code>{hostName(pattern)}</code>
              <button
                type="button"
                class="button"
                aria-label={t('Revoke {host}', { host: hostName(pattern) })}
                onClick={() => void store.revoke(pattern)}
              >
                {t('Revoke')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
