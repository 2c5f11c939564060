import { parseUrl } from '../url.ts';
import { t } from '../words/words.ts';

/** Why nothing can be sent to this URL, as a sentence to show beside its field; undefined where it can. */
export function urlProblem(text: string): string | undefined {
  const typed = text.trim();
  if (typed === '') return t('Enter the URL to send to.');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(typed)?.[1]?.toLowerCase();
  // "localhost:8080/v3/mfa" is a host and a port to its writer, and no scheme.
  if (scheme === undefined || (!/^https?$/.test(scheme) && /^[^/]*:\d/.test(typed)))
    return t('The URL must be absolute, with https:// or http:// at its beginning.');
  if (!/^https?$/.test(scheme)) return t('Only https and http can be sent to, not {scheme}.', { scheme });
  if (!/^https?:\/\/[^/\\?#]/i.test(typed)) return t('The URL names no host.');
  const url = parseUrl(typed);
  if (!url) return t('This cannot be read as a URL; look at its host and port.');
  if (url.username !== '' || url.password !== '')
    return t('A browser sends to no URL with a user name or password in it; use an Authorization header.');
  return undefined;
}
