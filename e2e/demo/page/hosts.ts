/** A name under which the sandbox is called. */
export interface ApiHost {
  id: string;
  label: string;
  url: string;
}

/**
 * The hosts to choose from: the sandbox itself and, only in a browser that maps them to loopback,
 * Prove's names on the sandbox's port. Elsewhere they would lead to Prove.
 */
export function apiHosts(sandboxUrl: string, proveNames: boolean): readonly ApiHost[] {
  const here = { id: 'here', label: `This machine: ${sandboxUrl}`, url: sandboxUrl };
  if (!proveNames) return [here];
  const { port } = new URL(sandboxUrl);
  const proveHost = (id: string, name: string): ApiHost => ({
    id,
    label: `${id.toUpperCase()}: ${name}`,
    url: `http://${name}:${port}`,
  });
  return [
    here,
    proveHost('us', 'platform.uat.proveapis.com'),
    proveHost('eu', 'platform.uat.eu.proveapis.com'),
  ];
}
