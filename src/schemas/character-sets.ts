import type { CharacterSet } from './field.ts';

const set = (pattern: string, words: string, severity: CharacterSet['severity'] = 'error'): CharacterSet => ({
  pattern,
  words,
  severity,
});

/** Seeds: "alphanumeric with symbols '+'". */
export const phoneCharacters = set('[A-Za-z0-9+]', 'letters, digits and +');

/** Seeds: "alphanumeric with symbols '-._+=/:?'"; note that & % # and ~ are not in it. */
export const urlCharacters = set('[A-Za-z0-9._+=/:?-]', 'letters, digits and - . _ + = / : ?');

/** Catalogue: the set leaves out - and _, which real addresses use, so a break is only a warning. */
export const emailCharacters = set('[A-Za-z0-9@.+]', 'letters, digits and @ . +', 'warning');

/** Catalogue, start: no letters, which shuts out most IPv6 addresses. */
export const startIpCharacters = set('[0-9:.]', 'digits and : .');

/** Catalogue, unify. */
export const unifyIpCharacters = set('[A-Za-z0-9.:]', 'letters, digits and . :');
