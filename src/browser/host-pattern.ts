/**
 * The match pattern that asks for one host, on every port: Firefox knows no ports in patterns.
 * Undefined for what is no host; above all, `*` is one to a URL, and would be every host to a pattern.
 */
export function hostPattern(origin: string): string | undefined {
  if (!URL.canParse(origin)) return undefined;
  const { protocol, hostname } = new URL(origin);
  return /^https?:$/.test(protocol) && /^[^*]+$/.test(hostname) ? `${protocol}//${hostname}/*` : undefined;
}
