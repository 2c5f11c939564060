import type { HostAccess } from './host-access.ts';

const access = async (): Promise<HostAccess> => (await import('./choose-host-access.ts')).hostAccess();

/** The hosts that are allowed; the code for it is loaded when it is first asked. */
export const lateHosts: Pick<HostAccess, 'list' | 'revoke' | 'watch'> = {
  list: async () => (await access()).list(),
  revoke: async (pattern) => (await access()).revoke(pattern),
  watch: (changed) => void access().then((now) => now.watch(changed)),
};
