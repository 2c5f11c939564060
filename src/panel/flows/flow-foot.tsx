import { stateNames } from '../../model/describe-flow.ts';
import { describeFlowState } from '../../model/describe-flow-state.ts';
import type { Flow } from '../../model/flow.ts';
import { stateTones } from '../chips.tsx';
import type { Row } from '../store.ts';
import { useNow } from '../use-now.ts';

/** How the flow stands and why; its times count. A flow grows in place: `rows` are new whenever it may have. */
export function FlowFoot({ flow }: { flow: Flow; rows: readonly Row[] }) {
  const now = useNow();
  const state = flow.stateAt(now);
  return (
    <p class="flow-foot">
      <span class={`tone-${stateTones[state]}`}>
        <strong>{stateNames[state]}:</strong> {describeFlowState(flow, now)}
      </span>
    </p>
  );
}
