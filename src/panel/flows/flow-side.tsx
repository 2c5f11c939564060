import { useState } from 'preact/hooks';
import type { Flow } from '../../model/flows/flow.ts';
import { t } from '../../model/words/words.ts';
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
  onExport: () => void;
}

/** The chosen flow: its picture, or its comparison with another one. To be keyed by the flow. */
export function FlowSide({ flow, store, host, composer, onExport }: Props) {
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const [side, setSide] = useState<'diagram' | 'comparison' | 'replay'>('diagram');
  const toggle = (other: 'comparison' | 'replay') => setSide(side === other ? 'diagram' : other);
  const close = () => setSide('diagram');
  const fold = (runId: string) => {
    const next = new Set(unfolded);
    if (!next.delete(runId)) next.add(runId);
    setUnfolded(next);
  };
  return (
    <section class="flow-chosen" aria-label={t('Calls of the flow')}>
      <FlowHead
        flow={flow}
        store={store}
        host={host}
        composer={composer}
        comparing={side === 'comparison'}
        onCompare={() => toggle('comparison')}
        replaying={side === 'replay'}
        onReplay={() => toggle('replay')}
        onExport={onExport}
      />
      {side === 'comparison' && <FlowComparison flow={flow} store={store} onClose={close} />}
      {side === 'replay' && <composer.Replay flow={flow} store={store} onClose={close} />}
      {side === 'diagram' && <FlowDiagram flow={flow} store={store} unfolded={unfolded} onFold={fold} />}
    </section>
  );
}
