import type { Remote } from './document-handle.ts';

/**
 * Source of an expression: a promise of `{"value": …}` as JSON text, from calling `fn` with `args` in a document.
 * `__name` is what esbuild (tsx) calls inside functions that it compiled.
 */
export function remoteCall<Args extends unknown[], Result>(fn: Remote<Args, Result>, args: Args): string {
  return `(async () => {
    const __name = (fn) => fn;
    return JSON.stringify({ value: await (${fn})(...${JSON.stringify(args)}) });
  })()`;
}

/** The value in the text that a `remoteCall` came to. The caller's function says its type. */
export function remoteResult<Result>(text: string): Result {
  const { value }: { value: Result } = JSON.parse(text);
  return value;
}
