import type { Exchange } from '../model/exchange.ts';
import type { Host } from './host.ts';

interface CopyOptions {
  as: 'curl' | 'fetch';
  /** As they were sent; else stand-ins take the place of tokens and personal data. */
  secrets: boolean;
}

/** Copies requests as commands or as code; to be called from a click or a key. What that takes is loaded then. */
export async function copyRequests(
  { copy }: Pick<Host, 'copy'>,
  exchanges: readonly Exchange[],
  { as, secrets }: CopyOptions,
): Promise<void> {
  const { writers, maskExchanges } = await import('./write-requests.ts');
  // Answers are not copied, and masking a large one takes seconds.
  const written = secrets ? exchanges : maskExchanges(exchanges.map(({ response: _, ...sent }) => sent));
  await copy(written.map(({ request }) => writers[as](request)).join('\n\n'));
}
