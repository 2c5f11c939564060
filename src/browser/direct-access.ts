import type { Permissions } from 'webextension-polyfill';
import type { HostAccess } from './host-access.ts';
import { hostPattern } from './host-pattern.ts';

/** Host access where the panel may ask the browser itself (Chromium). */
export const directAccess = (permissions: Permissions.Static): HostAccess => {
  const forHost =
    (ask: (wanted: Permissions.Permissions) => Promise<boolean>) =>
    async (origin: string): Promise<boolean> => {
      const pattern = hostPattern(origin);
      return pattern !== undefined && ask({ origins: [pattern] });
    };
  return {
    has: forHost((wanted) => permissions.contains(wanted)),
    request: forHost((wanted) => permissions.request(wanted)),
    doubt: () => false,
  };
};
