import type { Exchange } from '../../../model/exchange.ts';
import type { Host } from '../../host.ts';
import type { ComposerStore } from '../composer-store.ts';
import type { KeepStore } from './keep-store.ts';

/** What the parts beside the request need. */
export interface KeepProps {
  keep: KeepStore;
  composer: ComposerStore;
  host: Host;
  /** What came of a send, while the log has it. */
  answerOf: (id: string) => Exchange | undefined;
}
