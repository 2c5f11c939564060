import { environmentOf } from '../../schemas/environment.ts';
import { unwrap } from '../../schemas/field.ts';
import type { Operation } from '../../schemas/operation.ts';
import type { SdkLanguage } from '../../schemas/sdk.ts';
import { z } from '../../schemas/zod.ts';
import { readForm } from '../body/form-text.ts';
import { readJson } from '../body/json-text.ts';
import type { Draft } from '../compose/draft.ts';
import { quoteBareVariables } from '../compose/secret-variables.ts';
import { readPathParameters, typedBase } from '../compose/url-parameters.ts';
import { parseUrl } from '../url.ts';
import { t } from '../words/words.ts';
import { sdkNames } from './server-sdk-versions.ts';

/** A value as an SDK's types have it. */
export type SdkValue =
  | { kind: 'text'; value: string }
  | { kind: 'number'; value: number }
  | { kind: 'flag'; value: boolean }
  /** One of the values that the SDKs of typed languages have names for. */
  | { kind: 'constant'; type: string; value: string }
  /** `of` is the class of its items where they are objects. */
  | { kind: 'list'; items: readonly SdkValue[]; of?: string }
  | { kind: 'object'; model: string; fields: readonly SdkField[] };

export interface SdkField {
  /** As the SDK of TypeScript writes it. */
  name: string;
  required: boolean;
  /** Undefined for a parameter that the draft leaves out. */
  value: SdkValue | undefined;
}

/** A call of one of the vendor's SDKs, before it is written in a language. */
export interface ServerSdkCall {
  /** As in `Operation.sdk`. */
  method: string;
  /** The name of one of Prove's environments, or the URL of another server. */
  server: { name: string } | { url: string };
  /** Of the path, then of the query, in the order of the SDK's method. */
  parameters: readonly SdkField[];
  body?: Extract<SdkValue, { kind: 'object' }>;
  /** Whether the SDK has to be given credentials. */
  bearer: boolean;
  /** What the SDK has no place for, one sentence each. */
  notes: readonly string[];
}

/** Class names that do not follow from those of the fields. */
const models: Readonly<Record<string, string>> = {
  'challenge/individual': 'V3ChallengeIndividualRequest',
  'challenge/individual/addresses': 'V3ChallengeAddressEntryRequest',
  'complete/individual': 'V3CompleteIndividualRequest',
  'complete/individual/addresses': 'V3CompleteAddressEntryRequest',
  'verify/identityAttributes': 'IdentityAttribute',
  'verify-batch/items': 'VerifyBatchRequestItem',
  'identity-enroll/identityAttributes': 'IdentityAttribute',
  'identity-batch-enroll/items': 'IdentityItem',
  'identity-deactivate': 'V3IdentityDeactivateRequest',
};

/** The class of an operation's body: its method's name, with `Request` at its end. */
function bodyModel({ id, sdk }: Operation): string {
  const method = sdk.ts?.split('.').at(-1) ?? '';
  return models[id] ?? `V${method.slice(1).replace(/Request$/, '')}Request`;
}

/** A draft as a call of an SDK, or why it cannot be one. */
export function toServerSdkCall(
  draft: Draft,
  operation: Operation | undefined,
  language: SdkLanguage,
): ServerSdkCall | { reason: string } {
  if (!operation) return { reason: t('A free request is none of the SDKs’ calls: choose an operation.') };
  const method = operation.sdk[language];
  if (method === undefined)
    return {
      reason: t('The {sdk} never had a call for {id}.', {
        sdk: sdkNames[language],
        id: operation.id,
      }),
    };
  const url = parseUrl(draft.url.trim());
  if (!url) return { reason: t('The SDK has to be told a server: complete the URL first.') };
  const path = readPathParameters(operation, draft.url.trim());
  if (!path)
    return {
      reason: t('The SDK calls {path} at its server, and this URL has another path.', {
        path: operation.path,
      }),
    };
  const read = readBody(draft, operation);
  if (read === undefined) return { reason: t('The body is no JSON object: mend it first.') };

  const notes: string[] = [];
  const value = (name: string, schema: z.core.$ZodType, text: string | null): SdkField => ({
    name,
    required: !(schema instanceof z.ZodOptional),
    value: text === null ? undefined : fromText(text, schema),
  });
  const parameters = [
    ...Object.entries(operation.pathParameters?.shape ?? {}).map(([name, schema]) =>
      value(name, schema, path[name] ?? ''),
    ),
    ...Object.entries(operation.queryParameters?.shape ?? {}).map(([name, schema]) =>
      value(name, schema, url.searchParams.get(name)),
    ),
  ];
  const body =
    operation.request && toObject(read, operation.request, bodyModel(operation), operation.id, notes, '');
  const base = typedBase(operation, draft.url.trim()) ?? url.origin;
  const environment = environmentOf(url.hostname)?.id ?? '';
  return {
    method,
    server: /^[a-z]+-[a-z]+$/.test(environment) ? { name: environment } : { url: base },
    parameters,
    ...(body && { body }),
    bearer: operation.bearer,
    notes,
  };
}

function readBody(
  draft: Draft,
  { bodyKind, request }: Operation,
): Readonly<Record<string, unknown>> | undefined {
  if (!request || draft.body.trim() === '') return {};
  if (bodyKind === 'form') return readForm(draft.body).value;
  const reading = readJson(quoteBareVariables(draft.body));
  return 'value' in reading ? recordSchema.safeParse(reading.value).data : undefined;
}

const recordSchema = z.record(z.string(), z.unknown());

function toObject(
  given: Readonly<Record<string, unknown>>,
  schema: z.ZodObject,
  model: string,
  operationId: string,
  notes: string[],
  at: string,
): Extract<SdkValue, { kind: 'object' }> {
  const fields = Object.entries(given).flatMap(([name, value]): SdkField[] => {
    const field: z.core.$ZodType | undefined = Object.hasOwn(schema.shape, name)
      ? schema.shape[name]
      : undefined;
    const path = `${at}/${name}`;
    const converted = field && toValue(value, unwrap(field), operationId, notes, path);
    if (!converted) {
      notes.push(
        field
          ? t('“{path}” was left out: the SDK takes no such value.', { path: path.slice(1) })
          : t('“{path}” was left out: it is no field of {operation}.', {
              path: path.slice(1),
              operation: operationId,
            }),
      );
      return [];
    }
    return [{ name: camel(name), required: !(field instanceof z.ZodOptional), value: converted }];
  });
  return { kind: 'object', model, fields };
}

function toValue(
  value: unknown,
  schema: z.core.$ZodType,
  operationId: string,
  notes: string[],
  path: string,
): SdkValue | undefined {
  const place = operationId + path.replace(/\/\d+/g, '');
  if (schema instanceof z.ZodObject) {
    const object = recordSchema.safeParse(value).data;
    return object && toObject(object, schema, models[place] ?? 'Object', operationId, notes, path);
  }
  if (schema instanceof z.ZodArray) {
    if (!Array.isArray(value)) return undefined;
    const element = unwrap(schema.element);
    const items = value.flatMap(
      (item, index) => toValue(item, element, operationId, notes, `${path}/${index}`) ?? [],
    );
    return { kind: 'list', items, ...(element instanceof z.ZodObject && { of: models[place] ?? 'Object' }) };
  }
  if (schema instanceof z.ZodString && typeof value === 'string') return { kind: 'text', value };
  if (schema instanceof z.ZodEnum && typeof value === 'string')
    return place === 'verify/verificationType' && schema.options.includes(value)
      ? { kind: 'constant', type: 'VerificationType', value }
      : { kind: 'text', value };
  if (schema instanceof z.ZodBoolean && typeof value === 'boolean') return { kind: 'flag', value };
  if (schema instanceof z.ZodNumber && typeof value === 'number') return { kind: 'number', value };
  return undefined;
}

function fromText(text: string, schema: z.core.$ZodType): SdkValue {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodNumber && /^-?\d{1,15}$/.test(text))
    return { kind: 'number', value: Number(text) };
  if (inner instanceof z.ZodBoolean && /^(?:true|false)$/.test(text))
    return { kind: 'flag', value: text === 'true' };
  return { kind: 'text', value: text };
}

/** `client_id`, which is snake_case on the wire alone. */
const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
