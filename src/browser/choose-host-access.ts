import type { Permissions } from 'webextension-polyfill';
import browser from './browser.ts';
import { directAccess } from './direct-access.ts';
import type { HostAccess } from './host-access.ts';
import { AccessThroughTab } from './tab-access.ts';

let access: HostAccess | undefined;

/**
 * Host access as this page can have it, one for all that ask: Firefox keeps the API from panels; there a page of the
 * extension stands in.
 */
export function hostAccess(): HostAccess {
  const permissions: Permissions.Static | undefined = browser.permissions;
  access ??= permissions ? directAccess(permissions) : new AccessThroughTab();
  return access;
}
