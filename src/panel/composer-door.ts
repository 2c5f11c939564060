import type { FunctionComponent } from 'preact';
import type { Call } from '../model/call.ts';
import type { Draft } from '../model/compose/draft.ts';
import type { Flow } from '../model/flows/flow.ts';
import type { Operation } from '../schemas/operation.ts';
import type { Store } from './store.ts';

export interface ReplayProps {
  flow: Flow;
  store: Store;
  onClose: () => void;
}

/** The ways into the composer from other views. */
export interface ComposerDoor {
  /** Opens a captured call as a draft. */
  edit(call: Call): void;
  /** Opens the documented example of an operation as a draft. */
  compose(operation: Operation): void;
  /** Takes up a draft that another view has made. */
  composeDraft(draft: Draft): void;
  /** Makes a flow's calls again, sent as the composer sends. */
  Replay: FunctionComponent<ReplayProps>;
}
