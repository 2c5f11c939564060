import type { Remote } from './document-handle.ts';

/** To be put before the source of a function: what esbuild (tsx) calls inside those that it compiled. */
export const ESBUILD_CALLS = 'const __name = (fn) => fn;';

/** Source of an expression: a promise of `{"value": …}` as JSON text, from calling `fn` with `args` in a document. */
export function remoteCall<Args extends unknown[], Result>(fn: Remote<Args, Result>, args: Args): string {
  return `(async () => {
    ${ESBUILD_CALLS}
    return JSON.stringify({ value: await (${fn})(...${JSON.stringify(args)}) });
  })()`;
}

/** The value in the text that a `remoteCall` came to. The caller's function says its type. */
export function remoteResult<Result>(text: string): Result {
  const { value }: { value: Result } = JSON.parse(text);
  return value;
}
