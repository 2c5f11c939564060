import { Ajv } from 'ajv';

/** HAR 1.2 as JSON Schema, written down from the specification (w3c.github.io/web-performance/specs/HAR). */

const text = { type: 'string' };
const integer = { type: 'integer', minimum: -1 };
const ms = { type: 'number', minimum: 0 };
const optionalMs = { type: 'number', minimum: -1 };
const date = {
  type: 'string',
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$',
};

type Properties = Record<string, object>;

/** An object: what it must have, what it may have, and custom fields, whose names begin with an underscore. */
const object = (required: Properties, optional: Properties = {}) => ({
  type: 'object',
  required: Object.keys(required),
  properties: { ...required, ...optional, comment: text },
  patternProperties: { '^_': {} },
  additionalProperties: false,
});
const list = (items: object) => ({ type: 'array', items });

const named = object({ name: text, value: text });
const cookie = object(
  { name: text, value: text },
  { path: text, domain: text, expires: text, httpOnly: { type: 'boolean' }, secure: { type: 'boolean' } },
);
const parameter = object({ name: text }, { value: text, fileName: text, contentType: text });

const request = object(
  {
    method: text,
    url: text,
    httpVersion: text,
    cookies: list(cookie),
    headers: list(named),
    queryString: list(named),
    headersSize: integer,
    bodySize: integer,
  },
  { postData: object({ mimeType: text }, { text, params: list(parameter) }) },
);

const response = object({
  status: { type: 'integer' },
  statusText: text,
  httpVersion: text,
  cookies: list(cookie),
  headers: list(named),
  content: object(
    { size: { type: 'integer' }, mimeType: text },
    { text, encoding: text, compression: { type: 'integer' } },
  ),
  redirectURL: text,
  headersSize: integer,
  bodySize: integer,
});

const entry = object(
  {
    startedDateTime: date,
    time: ms,
    request,
    response,
    cache: object({}, { beforeRequest: {}, afterRequest: {} }),
    timings: object(
      { send: ms, wait: ms, receive: ms },
      { blocked: optionalMs, dns: optionalMs, connect: optionalMs, ssl: optionalMs },
    ),
  },
  { pageref: text, serverIPAddress: text, connection: text },
);

const page = object({ startedDateTime: date, id: text, title: text, pageTimings: { type: 'object' } });

const har = object({
  log: object(
    { version: { const: '1.2' }, creator: object({ name: text, version: text }), entries: list(entry) },
    { browser: object({ name: text, version: text }), pages: list(page) },
  ),
});

const validate = new Ajv({ allErrors: true }).compile(har);

/** What breaks HAR 1.2 in a parsed file, a line each. */
export function breaksOfHar(file: unknown): string[] {
  validate(file);
  return (validate.errors ?? []).map(
    ({ instancePath, message = '', params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}
