import { useState } from 'preact/hooks';
import type { Flow } from '../../model/flow.ts';
import type { ComposerDoor } from '../composer-door.ts';
import type { Host } from '../host.ts';
import type { Store } from '../store.ts';
import { FlowComparison } from './flow-comparison.tsx';
import { FlowDiagram } from './flow-diagram.tsx';
import { FlowHead } from './flow-head.tsx';

interface Props {
  flow: Flow;
  store: Store;
  host: Host;
  composer: ComposerDoor;
}

/** The chosen flow: its picture, or its comparison with another one. To be keyed by the flow. */
export function FlowSide({ flow, store, host, composer }: Props) {
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const [comparing, setComparing] = useState(false);
  const fold = (runId: string) => {
    const next = new Set(unfolded);
    if (!next.delete(runId)) next.add(runId);
    setUnfolded(next);
  };
  return (
    <section class="flow-chosen" aria-label="Calls of the flow">
      <FlowHead
        flow={flow}
        store={store}
        host={host}
        composer={composer}
        comparing={comparing}
        onCompare={() => setComparing(!comparing)}
      />
      {comparing ? (
        <FlowComparison flow={flow} store={store} onClose={() => setComparing(false)} />
      ) : (
        <FlowDiagram flow={flow} store={store} unfolded={unfolded} onFold={fold} />
      )}
    </section>
  );
}
