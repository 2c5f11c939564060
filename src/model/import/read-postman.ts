import { z } from '../../schemas/zod.ts';
import { multipartType, writeMultipart } from '../body/multipart.ts';
import { encodePart } from '../compose/variables.ts';
import type { Header } from '../exchange.ts';
import { t } from '../words/words.ts';
import { type ImportedRequest, withHeader } from './imported-request.ts';
import { authorize, authSchema } from './postman-auth.ts';
import { filler } from './postman-variables.ts';

/** What is read of a Postman collection, format v2.1 (and v2.0, whose requests are written alike). */
export interface PostmanCollection {
  name: string;
  requests: readonly ImportedRequest[];
}

const text = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .transform((value) => (value === null ? '' : String(value)))
  .default('');
const off = z.boolean().nullish();
const pair = z.object({ key: text, value: text, disabled: off });
const variable = z.object({ key: text, id: text, value: z.unknown(), disabled: off });

const urlSchema = z.union([
  z.string().transform((raw) => ({ raw })),
  z.object({
    raw: z.string().optional(),
    protocol: z.string().nullish(),
    host: z.union([z.string().transform((host) => [host]), z.array(z.string())]).nullish(),
    port: z.string().nullish(),
    path: z
      .union([
        z.string().transform((path) => [path.replace(/^\//, '')]),
        z.array(z.union([z.string(), z.object({ value: text }).transform(({ value }) => value)])),
      ])
      .nullish(),
    query: z.array(pair).nullish(),
    hash: z.string().nullish(),
    variable: z.array(pair).nullish(),
  }),
]);

const bodySchema = z.object({
  mode: z.string().nullish(),
  raw: z.string().nullish(),
  urlencoded: z.array(pair).nullish(),
  formdata: z.array(pair.extend({ type: z.string().nullish() })).nullish(),
  graphql: z.object({ query: z.string().nullish(), variables: z.unknown() }).nullish(),
  options: z.object({ raw: z.object({ language: z.string().nullish() }).nullish() }).nullish(),
  disabled: off,
});

const requestSchema = z.union([
  z.string().transform((url) => ({ url: { raw: url } })),
  z.object({
    method: z.string().nullish(),
    url: urlSchema.nullish(),
    header: z.union([z.array(pair), z.string()]).nullish(),
    body: bodySchema.nullish(),
    auth: authSchema.nullish(),
  }),
]);

const itemSchema = z.object({
  name: text,
  get item() {
    return z.array(itemSchema).nullish();
  },
  request: requestSchema.nullish(),
  auth: authSchema.nullish(),
  event: z.array(z.object({ listen: z.string().nullish() })).nullish(),
});

/** The door for a Postman collection. */
export const postmanSchema = z.object({
  info: z.object({ name: text, schema: z.string().optional() }),
  item: z.array(itemSchema),
  auth: authSchema.nullish(),
  variable: z.array(variable).nullish(),
});

type Item = z.infer<typeof itemSchema>;
type Collection = z.infer<typeof postmanSchema>;

/** The requests of a collection, in its order, with its variables filled in and its folders kept as names. */
export function readPostman(collection: Collection): PostmanCollection {
  const requests: ImportedRequest[] = [];
  const visit = (items: readonly Item[], folder: readonly string[], inherited: Collection['auth']) => {
    for (const item of items) {
      const auth = item.auth ?? inherited;
      if (item.item) visit(item.item, [...folder, item.name], auth);
      if (item.request) requests.push(toRequest(item, folder, auth, collection.variable ?? []));
    }
  };
  visit(collection.item, [], collection.auth);
  return { name: collection.info.name || t('Postman collection'), requests };
}

function toRequest(
  item: Item,
  folder: readonly string[],
  inherited: Collection['auth'],
  variables: readonly z.infer<typeof variable>[],
): ImportedRequest {
  const request: z.infer<typeof requestSchema> = item.request ?? {};
  const { method, header, body, auth, url } = {
    method: null,
    header: null,
    body: null,
    auth: null,
    ...request,
  };
  const notes: string[] = [];
  const fill = filler(variables, notes);

  let headers: Header[] = readHeaders(header ?? []).map(({ name, value }) => ({
    name: fill(name),
    value: fill(value),
  }));
  let address = fill(readUrl(url));
  const written = body && !body.disabled ? readBody(body, fill, notes) : undefined;
  if (written?.type !== undefined) headers = withHeader(headers, 'Content-Type', written.type);
  const authorized = authorize(auth ?? inherited, fill);
  if (authorized.header) headers = withHeader(headers, authorized.header.name, authorized.header.value);
  if (authorized.query) address += `${address.includes('?') ? '&' : '?'}${authorized.query}`;
  if (authorized.note) notes.push(authorized.note);
  if (item.event?.length) notes.push(t('Its scripts were left out: nothing is run here.'));

  return {
    name: item.name || address,
    folder,
    method: (method ?? 'GET').toUpperCase(),
    url: address,
    headers,
    body: written?.body ?? '',
    notes,
  };
}

function readHeaders(header: string | readonly z.infer<typeof pair>[]): Header[] {
  if (typeof header !== 'string')
    return header
      .filter(({ key, disabled }) => !disabled && key !== '')
      .map(({ key, value }) => ({ name: key, value }));
  return header.split(/\r?\n/).flatMap((line) => {
    const colon = line.indexOf(':');
    return colon > 0 ? [{ name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() }] : [];
  });
}

function readUrl(url: z.infer<typeof urlSchema> | null | undefined): string {
  if (!url) return '';
  const whole = {
    protocol: null,
    host: null,
    port: null,
    path: null,
    query: null,
    hash: null,
    variable: null,
    ...url,
  };
  const query = (whole.query ?? [])
    .filter(({ disabled }) => !disabled)
    .map(({ key, value }) => (value === '' ? key : `${key}=${value}`))
    .join('&');
  let address =
    whole.raw ??
    [
      whole.protocol ? `${whole.protocol}://` : '',
      (whole.host ?? []).join('.'),
      whole.port ? `:${whole.port}` : '',
      whole.path?.length ? `/${whole.path.join('/')}` : '',
      query && `?${query}`,
      whole.hash ? `#${whole.hash}` : '',
    ].join('');
  // Postman writes a parameter of the path as :name.
  for (const { key, value } of whole.variable ?? [])
    if (key !== '' && value !== '')
      address = address.replace(/\/:([^/?#]+)/g, (found, name) => (name === key ? `/${value}` : found));
  return address;
}

const types: Readonly<Record<string, string>> = {
  json: 'application/json',
  xml: 'application/xml',
  html: 'text/html',
  javascript: 'application/javascript',
};

function readBody(
  body: z.infer<typeof bodySchema>,
  fill: (text: string) => string,
  notes: string[],
): { body: string; type?: string } | undefined {
  const active = <T extends { key: string; disabled?: boolean | null | undefined }>(
    pairs?: readonly T[] | null,
  ) => (pairs ?? []).filter(({ key, disabled }) => !disabled && key !== '');
  switch (body.mode) {
    case 'raw': {
      const type = types[body.options?.raw?.language ?? ''];
      return { body: fill(body.raw ?? ''), ...(type !== undefined && { type }) };
    }
    case 'urlencoded':
      return {
        body: active(body.urlencoded)
          .map(({ key, value }) => `${encode(fill(key))}=${encode(fill(value))}`)
          .join('&'),
        type: 'application/x-www-form-urlencoded',
      };
    case 'formdata': {
      const fields = active(body.formdata);
      const files = fields.filter(({ type }) => type === 'file');
      if (files.length > 0)
        notes.push(
          t('Files of the form were left out: {files}.', {
            files: files.map(({ key }) => t('“{name}”', { name: key })).join(', '),
          }),
        );
      const texts = fields.filter(({ type }) => type !== 'file');
      return {
        body: writeMultipart(texts.map(({ key, value }) => ({ name: fill(key), value: fill(value) }))),
        type: multipartType,
      };
    }
    case 'graphql': {
      const { query, variables } = body.graphql ?? {};
      const given =
        typeof variables === 'string' && variables.trim() !== '' ? readValue(variables) : variables;
      return {
        body: fill(JSON.stringify({ query, variables: given || undefined }, null, 2)),
        type: 'application/json',
      };
    }
    case undefined:
    case null:
      return undefined;
    default:
      notes.push(t('A body of the kind “{mode}” cannot be taken over.', { mode: body.mode }));
      return undefined;
  }
}

function readValue(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

/** As a form is written; variables stay to be filled in later. */
const encode = (value: string): string =>
  value
    .split(/(\{\{[^{}]+\}\})/)
    .map((part, index) => (index % 2 === 1 ? part : encodePart(part).replaceAll('%20', '+')))
    .join('');
