import type { Operation } from '../../schemas/operation.ts';
import type { SdkLanguage } from '../../schemas/sdk.ts';
import { type Draft, takesBody } from '../compose/draft.ts';
import { toWireHeaders } from '../compose/draft-headers.ts';
import { type ExchangeRequest, utf8Length } from '../exchange.ts';
import { t } from '../words/words.ts';
import { copyAsCurl } from './copy-as-curl.ts';
import { copyAsFetch } from './copy-as-fetch.ts';
import { type ServerSdkCall, toServerSdkCall } from './server-sdk-call.ts';
import { writeCsharp } from './server-sdk-csharp.ts';
import { writeGo } from './server-sdk-go.ts';
import { writeJava } from './server-sdk-java.ts';
import { writeTypeScript } from './server-sdk-typescript.ts';
import { versionsWith } from './server-sdk-versions.ts';

/** What a draft can be copied as, in the order of the interface. */
export const copyFormats = [
  { id: 'curl', label: 'cURL (bash, sh, zsh)' },
  { id: 'curl-cmd', label: 'cURL (Windows cmd)' },
  { id: 'fetch', label: 'fetch' },
  { id: 'ts', label: 'TypeScript SDK' },
  { id: 'java', label: 'Java SDK' },
  { id: 'go', label: 'Go SDK' },
  { id: 'csharp', label: 'C# SDK' },
] as const;

export type CopyFormat = (typeof copyFormats)[number]['id'];

/** The text to copy, or why there is none. */
export type Copied = { code: string; notes: readonly string[] } | { reason: string };

/** A draft in another form. Its variables are to be filled in before, unless they are wanted. */
export function copyDraft(format: CopyFormat, draft: Draft, operation: Operation | undefined): Copied {
  const request = requestOf(draft);
  switch (format) {
    case 'curl':
      return { code: copyAsCurl(request, { own: true }), notes: [] };
    case 'curl-cmd':
      return {
        code: copyAsCurl(request, { own: true, shell: 'cmd' }),
        notes: /\r/.test(draft.body)
          ? [t('cmd knows no carriage return: the lines of the body end with line feeds.')]
          : [],
      };
    case 'fetch':
      return { code: copyAsFetch(request, { own: true }), notes: [] };
    default:
      return copyAsSdk(format, draft, operation);
  }
}

const writers: Readonly<Record<SdkLanguage, (call: ServerSdkCall) => string>> = {
  ts: writeTypeScript,
  java: writeJava,
  go: writeGo,
  csharp: writeCsharp,
};

function copyAsSdk(language: SdkLanguage, draft: Draft, operation: Operation | undefined): Copied {
  const call = toServerSdkCall(draft, operation, language);
  if ('reason' in call) return call;
  const versions = operation && versionsWith(operation, language);
  return {
    code: writers[language](call),
    notes: [...(versions === undefined ? [] : [versions]), ...call.notes],
  };
}

/** What would go out for a draft; unlike a send, it needs no URL that can be sent to. */
function requestOf({ method, url, headers, body }: Draft): ExchangeRequest {
  return {
    method,
    url: url.trim(),
    headers: toWireHeaders(headers),
    ...(takesBody(method) && body !== '' && { body: { text: body, bytes: utf8Length(body) } }),
  };
}
