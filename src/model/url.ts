/** An absolute URL read, or undefined where the text is none. */
export function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

// Both are read a hundred thousand times for one filter, where a pattern or a whole URL would be dear.

/** The host and port of an absolute URL as it was written, or nothing. */
export function hostOf(url: string): string {
  const from = url.indexOf('//') + 2;
  if (from < 2) return '';
  const slash = url.indexOf('/', from);
  const host = withoutQuery(url.slice(from, slash < 0 ? undefined : slash));
  return host.slice(host.indexOf('@') + 1);
}

/** The path of an absolute URL as it was written, or nothing. */
export function pathOf(url: string): string {
  const from = url.indexOf('//') + 2;
  const bare = from < 2 ? '' : withoutQuery(url);
  const slash = bare.indexOf('/', from);
  return slash < 0 ? '' : bare.slice(slash);
}

function withoutQuery(text: string): string {
  const hash = text.indexOf('#');
  const query = text.indexOf('?');
  if (hash < 0 && query < 0) return text;
  return text.slice(0, Math.min(hash < 0 ? text.length : hash, query < 0 ? text.length : query));
}

/** Whether two absolute URLs have the same scheme, host and port. */
export function isSameOrigin(a: string, b: string): boolean {
  const slash = a.indexOf('/', a.indexOf('//') + 2);
  // Most are written alike up to the path.
  return (slash > 0 && b.startsWith(a.slice(0, slash + 1))) || originOf(a) === originOf(b);
}

/** Scheme, host and port of an absolute URL, without reading the rest. */
export const originOf = (url: string): string | undefined => /^\w+:\/\/[^/?#]*/.exec(url)?.[0].toLowerCase();
