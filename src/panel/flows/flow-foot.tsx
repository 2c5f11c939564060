import { stateNames } from '../../model/flows/describe-flow.ts';
import { describeFlowState } from '../../model/flows/describe-flow-state.ts';
import type { Flow } from '../../model/flows/flow.ts';
import { stateTones } from '../chips.tsx';
import { useNow } from '../use-now.ts';

/** How the flow stands and why; its times count. A flow grows in place: `version` is another whenever it may have. */
export function FlowFoot({ flow }: { flow: Flow; version: number }) {
  const now = useNow();
  const state = flow.stateAt(now);
  return (
    <p class="flow-foot">
      <span class={`tone-${stateTones[state]}`}>
        <strong>{stateNames[state]()}:</strong> {describeFlowState(flow, now)}
      </span>
    </p>
  );
}
