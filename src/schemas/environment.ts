import type { Region } from './operation.ts';

/** One of Prove's own hosts. */
export interface Environment {
  id: string;
  host: string;
  region: Region;
  production: boolean;
}

/** Prove's hosts, the sandbox first; the last three are older names that are still in use. */
export const environments: readonly Environment[] = [
  { id: 'uat-us', host: 'platform.uat.proveapis.com', region: 'us', production: false },
  { id: 'prod-us', host: 'platform.proveapis.com', region: 'us', production: true },
  { id: 'uat-eu', host: 'platform.uat.eu.proveapis.com', region: 'eu', production: false },
  { id: 'prod-eu', host: 'platform.eu.proveapis.com', region: 'eu', production: true },
  { id: 'uat-us (api)', host: 'api.uat.proveapis.com', region: 'us', production: false },
  { id: 'prod-us (link)', host: 'link.proveapis.com', region: 'us', production: true },
  { id: 'uat-us (link)', host: 'link.uat.proveapis.com', region: 'us', production: false },
];

const byHost = new Map(environments.map((environment) => [environment.host, environment]));

/** The environment that a host name (lower case, without port) stands for, or undefined. */
export const environmentOf = (hostname: string): Environment | undefined => byHost.get(hostname);
