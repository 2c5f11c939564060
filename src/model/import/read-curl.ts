import { multipartType, writeMultipart } from '../body/multipart.ts';
import { keepOwnHeaders } from '../compose/draft-headers.ts';
import { encodePart } from '../compose/variables.ts';
import type { Header } from '../exchange.ts';
import { t } from '../words/words.ts';
import { isCmdCommand, splitCmdWords } from './cmd-words.ts';
import { type CurlOption, longCurlOption, shortCurlOption } from './curl-options.ts';
import { basicAuthorization, type ImportedRequest, withHeader } from './imported-request.ts';
import { type CommandLine, splitShellWords } from './shell-words.ts';
import { UnreadableText } from './unreadable-text.ts';

/** What stands before a command in a terminal. */
const PROMPT = /^\s*(?:[$%#>]|[A-Za-z]:\\[^>\n]*>|PS [^>\n]*>)\s+/;

/** Whether a text begins as a cURL command does. */
export const looksLikeCurl = (text: string): boolean =>
  /^\s*(?:sudo\s+)?curl(?:\.exe)?(?:\s|$)/i.test(text.replace(PROMPT, ''));

/**
 * Reads a cURL command, in the quoting of POSIX shells (with bash's `$'…'`) or of Windows' cmd.
 * Throws `UnreadableText`.
 */
export function readCurl(command: string): ImportedRequest {
  if (!looksLikeCurl(command))
    throw new UnreadableText(t('This is no cURL command: “curl” was expected at its beginning'), command);
  const prompt = PROMPT.exec(command)?.[0].length ?? 0;
  // Of the same length, so that places stay true.
  const text = ' '.repeat(prompt) + command.slice(prompt);
  const line = isCmdCommand(text) ? splitCmdWords(text) : splitShellWords(text);
  const { seen, notes } = readOptions(line, text);
  return { ...compose(seen, notes, text), name: '', folder: [] };
}

interface Seen {
  urls: string[];
  queries: string[];
  method?: string;
  headers: Header[];
  /** Headers that curl would have added itself and that are not wanted. */
  dropped: Set<string>;
  data: string[];
  fields: { name: string; value: string }[];
  json: boolean;
  get: boolean;
  head: boolean;
  authorization?: string;
}

/** Of JavaScript's and curl's escaping, only these are left as they stand by both. */
const percent = (text: string): string =>
  encodePart(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

function readOptions({ words, variables, end }: CommandLine, text: string) {
  const seen: Seen = {
    urls: [],
    queries: [],
    headers: [],
    dropped: new Set(),
    data: [],
    fields: [],
    json: false,
    get: false,
    head: false,
  };
  const notes: string[] = [];
  const left = new Set<string>();
  let at = words.findIndex(({ text: word }) => /^curl(?:\.exe)?$/i.test(word)) + 1;

  reading: for (; at < words.length; at++) {
    const word = words[at]?.text ?? '';
    if (word === '--' || word === '-') continue;
    if (word.startsWith('--')) {
      const [name = '', inline] = splitAtEquals(word.slice(2));
      const known = longCurlOption(name);
      if (known?.option === 'next') break;
      if (known) apply(known.option, known.takesValue ? (inline ?? value(`--${name}`)) : '', `--${name}`);
      else if (!name.startsWith('no-')) left.add(`--${name}`);
    } else if (word.startsWith('-'))
      // Letters without a value may stand together; the first with one takes the rest.
      for (let letter = 1; letter < word.length; letter++) {
        const sign = word[letter] ?? '';
        const known = shortCurlOption(sign);
        if (known?.option === 'next') break reading;
        if (!known) left.add(`-${sign}`);
        else if (!known.takesValue) apply(known.option, '', `-${sign}`);
        else {
          const rest = word.slice(letter + 1);
          apply(known.option, rest === '' ? value(`-${sign}`) : rest, `-${sign}`);
          break;
        }
      }
    else seen.urls.push(word);
  }
  if (at < words.length) notes.push(t('Only the first of several requests was taken (--next).'));
  if (left.size > 0)
    notes.push(
      t('Left out, since they mean nothing here: {options}.', { options: [...left].map(quoted).join(', ') }),
    );
  if (variables.length > 0)
    notes.push(
      t('Variables of the shell became variables here: {variables}.', {
        variables: variables.map((name) => `{{${name}}}`).join(', '),
      }),
    );
  if (end)
    notes.push(
      t('The command ends at the {sign}; what follows was left out.', { sign: nameOfEnd(end.sign) }),
    );
  return { seen, notes };

  function value(option: string): string {
    const next = words[++at];
    if (!next)
      throw new UnreadableText(
        t('A value was expected after {option}', { option }),
        text,
        text.trimEnd().length,
      );
    return next.text;
  }

  function apply(option: CurlOption, given: string, name: string): void {
    switch (option) {
      case 'url':
        seen.urls.push(given);
        return;
      case 'method':
        seen.method = given;
        return;
      case 'header':
        takeHeader(given);
        return;
      case 'data':
        if (given.startsWith('@')) fromFile(name, given.slice(1));
        else seen.data.push(given);
        return;
      case 'raw':
        seen.data.push(given);
        return;
      case 'json':
        if (given.startsWith('@')) fromFile(name, given.slice(1));
        // Pieces of JSON are put together without a sign between them.
        else if (seen.json) seen.data.push((seen.data.pop() ?? '') + given);
        else seen.data.push(given);
        seen.json = true;
        return;
      case 'urlencode':
      case 'url-query': {
        const encoded = encodeField(given, name);
        if (encoded !== undefined) (option === 'urlencode' ? seen.data : seen.queries).push(encoded);
        return;
      }
      case 'form': {
        const [field = '', content = ''] = splitAtEquals(given);
        if (name !== '--form-string' && /^[@<]/.test(content)) fromFile(name, content.slice(1));
        else seen.fields.push({ name: field, value: content.replace(/^"(.*)"$/s, '$1') });
        return;
      }
      case 'user':
        seen.authorization = basicAuthorization(given);
        return;
      case 'bearer':
        seen.authorization = `Bearer ${given}`;
        return;
      case 'get':
        seen.get = true;
        return;
      case 'head':
        seen.head = true;
        return;
      case 'cookie':
        if (given.includes('=')) seen.headers.push({ name: 'Cookie', value: given });
        else fromFile(name, given);
        return;
      case 'agent':
        if (given !== '') seen.headers.push({ name: 'User-Agent', value: given });
        return;
      case 'referer':
        seen.headers.push({ name: 'Referer', value: given.replace(/;auto$/, '') });
        return;
      case 'insecure':
        notes.push(t('A browser always checks certificates: -k was left out.'));
        return;
      case 'named':
        left.add(name);
        return;
      case 'next':
      case 'ignored':
        return;
    }
  }

  function takeHeader(given: string): void {
    const colon = given.indexOf(':');
    if (given.startsWith('@')) fromFile('-H', given.slice(1));
    else if (colon > 0) {
      const header = { name: given.slice(0, colon), value: given.slice(colon + 1).trim() };
      // Without a value, curl takes it for one to leave out.
      if (header.value === '') seen.dropped.add(header.name.toLowerCase());
      else seen.headers.push(header);
    } else if (/^[^;]+;\s*$/.test(given)) seen.headers.push({ name: given.replace(/;\s*$/, ''), value: '' });
    else notes.push(t('A header without a colon was left out.'));
  }

  function encodeField(given: string, name: string): string | undefined {
    const sign = /[=@]/.exec(given);
    if (sign?.[0] === '@') {
      fromFile(name, given.slice(sign.index + 1));
      return undefined;
    }
    if (!sign) return percent(given).replaceAll('%20', '+');
    const field = given.slice(0, sign.index);
    const content = percent(given.slice(sign.index + 1)).replaceAll('%20', '+');
    return field === '' ? content : `${field}=${content}`;
  }

  function fromFile(option: string, file: string): void {
    notes.push(
      file === '-'
        ? t('{option} reads standard input, which is not here: add its content by hand.', { option })
        : t('{option} reads the file “{file}”, which is not here: add its content by hand.', {
            option,
            file,
          }),
    );
  }
}

function compose(seen: Seen, notes: string[], text: string): Omit<ImportedRequest, 'name' | 'folder'> {
  const [first, ...others] = seen.urls;
  if (first === undefined)
    throw new UnreadableText(t('A URL was expected in this cURL command'), text, text.trimEnd().length);
  if (others.length > 0)
    notes.push(
      t('Only the first URL was taken, and not {others}.', { others: others.map(quoted).join(', ') }),
    );
  const multipart = seen.fields.length > 0;
  const sendsData = seen.data.length > 0 || multipart;
  const data = multipart ? writeMultipart(seen.fields) : seen.data.join('&');
  const queries = [...seen.queries, ...(seen.get && seen.data.length > 0 ? [seen.data.join('&')] : [])];
  const url = addQuery(/^[a-z][\w+.-]*:\/\/|^\{\{/i.test(first) ? first : `http://${first}`, queries);

  let headers: Header[] = seen.headers;
  if (seen.authorization !== undefined) headers = withHeader(headers, 'Authorization', seen.authorization);
  const add = (name: string, value: string) => {
    if (!seen.dropped.has(name.toLowerCase())) headers = withHeader(headers, name, value);
  };
  if (multipart) add('Content-Type', multipartType);
  else if (seen.json) {
    add('Content-Type', 'application/json');
    add('Accept', 'application/json');
  } else if (sendsData && !seen.get) add('Content-Type', 'application/x-www-form-urlencoded');

  // A browser's own "Copy as cURL" repeats what the browser will write again.
  if (headers.some(({ name }) => /^(?:sec-(?:fetch|ch)-.*|origin)$/i.test(name))) {
    const kept = keepOwnHeaders(headers);
    if (kept.length < headers.length)
      notes.push(
        t('Left out, since the browser writes them itself: {headers}.', {
          headers: headers
            .filter((header) => !kept.includes(header))
            .map(({ name }) => name)
            .join(', '),
        }),
      );
    headers = kept;
  }
  return {
    method: seen.method ?? (seen.head ? 'HEAD' : sendsData && !seen.get ? 'POST' : 'GET'),
    url,
    headers,
    body: seen.get ? '' : data,
    notes,
  };
}

function addQuery(url: string, queries: readonly string[]): string {
  if (queries.length === 0) return url;
  const [, address = url, hash = ''] = /^([^#]*)(#.*)?$/s.exec(url) ?? [];
  return `${address}${address.includes('?') ? '&' : '?'}${queries.join('&')}${hash}`;
}

function splitAtEquals(text: string): [string, string | undefined] {
  const at = text.indexOf('=');
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

const nameOfEnd = (sign: string): string => (sign.length > 1 ? sign : t('unquoted “{sign}”', { sign }));

const quoted = (name: string): string => t('“{name}”', { name });
