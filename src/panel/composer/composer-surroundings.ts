import type { Draft } from '../../model/compose/draft.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Flow } from '../../model/flows/flow.ts';
import type { FlowValues } from '../../model/flows/flow-values.ts';
import type { Route } from '../../model/routes/route.ts';
import type { Host } from '../host.ts';
import type { Answer, OutboxSurroundings } from './outbox.ts';

/** What the composer needs of the rest of the panel. */
export interface ComposerSurroundings extends OutboxSurroundings {
  host: Pick<Host, 'send' | 'hostAccess' | 'pageOrigin'>;
  /** What stands before a V3 path where the user's own calls go, if any was captured. */
  baseUrl?: () => string | undefined;
  /** Told of each draft that was sent, with what came of it. */
  sent?: (draft: Draft, answer: Answer) => void;
  /** Bases of captured calls, the latest first, and the user's routes: a draft can go there. */
  bases?: () => readonly string[];
  routes?: () => readonly Route[];
  /** Captured calls, the latest first. */
  captured?: () => Iterable<Exchange>;
  /** What the flow that a draft continues has answered so far. */
  flowValues?: (draft: Draft) => FlowValues | undefined;
  /** The flow that a recorded exchange is in. */
  flowOf?: (exchangeId: string) => Flow | undefined;
  /** The flows that were captured, whose ids may be wanted. */
  flows?: () => readonly Flow[];
}
