import type { Permissions } from 'webextension-polyfill';
import { readKnownHosts, saveKnownHosts } from './access-messages.ts';
import browser from './browser.ts';
import type { HostAccess } from './host-access.ts';
import { hostPattern } from './host-pattern.ts';

/** What is asked of the browser's permissions. */
type HostPermissions = Pick<Permissions.Static, 'contains' | 'getAll' | 'remove' | 'request'> &
  Readonly<Record<'onAdded' | 'onRemoved', Pick<Permissions.Static['onAdded'], 'addListener'>>>;

/** Host access where the panel may ask the browser itself (Chromium). */
export const directAccess = (permissions: HostPermissions): HostAccess => {
  const forHost =
    (ask: (wanted: Permissions.Permissions) => Promise<boolean>) =>
    async (origin: string): Promise<boolean> => {
      const pattern = hostPattern(origin);
      return pattern !== undefined && ask({ origins: [pattern] });
    };
  const required = new Set(requiredHosts());
  return {
    has: forHost((wanted) => permissions.contains(wanted)),
    request: forHost((wanted) => permissions.request(wanted)),
    doubt: () => false,
    list: async () => {
      const { origins = [] } = await permissions.getAll();
      const granted = origins.filter((origin) => /^https?:/.test(origin) && !required.has(origin)).sort();
      // The panel of Firefox knows what is stored, and no more.
      await saveKnownHosts(granted);
      return granted;
    },
    revoke: async (pattern) => {
      const gone = await permissions.remove({ origins: [pattern] });
      if (gone) await saveKnownHosts((await readKnownHosts()).filter((known) => known !== pattern));
      return gone;
    },
    watch: (changed) => {
      permissions.onAdded.addListener(changed);
      permissions.onRemoved.addListener(changed);
    },
  };
};

/** Hosts that came with the installation, which nobody can give back; none in the packages of the stores. */
function requiredHosts(): readonly string[] {
  const { host_permissions: hosts } = browser.runtime.getManifest();
  return Array.isArray(hosts) ? hosts.filter((host) => typeof host === 'string') : [];
}
