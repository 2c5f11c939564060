/** An absolute URL read, or undefined where the text is none. */
export function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** The host and port of an absolute URL as it was written, or nothing. */
export function hostOf(url: string): string {
  const from = url.indexOf('//') + 2;
  const host = from < 2 ? '' : url.slice(from, endOf(url, from, '/?#'));
  return host.slice(host.indexOf('@') + 1);
}

/** The path of an absolute URL as it was written, or nothing. */
export function pathOf(url: string): string {
  const from = url.indexOf('//') + 2;
  if (from < 2) return '';
  const start = endOf(url, from, '/?#');
  return url.slice(start, endOf(url, start, '?#'));
}

// Both are read a hundred thousand times for one filter, where a pattern or a whole URL would be dear.
function endOf(url: string, from: number, ends: string): number {
  let at = from;
  while (at < url.length && !ends.includes(url.charAt(at))) at++;
  return at;
}

/** Scheme, host and port of an absolute URL, without reading the rest. */
export const originOf = (url: string): string | undefined => /^\w+:\/\/[^/?#]*/.exec(url)?.[0].toLowerCase();
