import type { Exchange } from '../model/exchange.ts';
import type { Host } from './host.ts';
import type { CopyFormat } from './write-requests.ts';

export interface CopyOptions {
  /** What is copied of each. */
  as: CopyFormat | ((exchange: Exchange, index: number) => string);
  /** As they are; else stand-ins take the place of tokens and personal data. */
  secrets: boolean;
}

/** Copies calls, or parts of them, as text; to be called from a click or a key. What that takes is loaded then. */
export async function copyRequests(
  { copy }: Pick<Host, 'copy'>,
  exchanges: readonly Exchange[],
  { as, secrets }: CopyOptions,
): Promise<void> {
  const { formats, mask } = await import('./write-requests.ts');
  const { write, apart, withAnswer } =
    typeof as === 'function' ? { write: as, apart: '\n', withAnswer: false } : formats[as];
  // What is not copied need not be masked.
  const given = withAnswer ? exchanges : exchanges.map(({ response: _, ...sent }) => sent);
  const written = secrets ? given : await mask(given);
  await copy(written.map(write).filter(Boolean).join(apart));
}
