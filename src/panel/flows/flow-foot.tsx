import { stateNames } from '../../model/flows/describe-flow.ts';
import { describeFlowState } from '../../model/flows/describe-flow-state.ts';
import type { Flow } from '../../model/flows/flow.ts';
import { t } from '../../model/words/words.ts';
import { stateTones } from '../chips.tsx';
import { useNow } from '../use-now.ts';

interface Props {
  flow: Flow;
  /** Another one whenever the flow, which grows in place, may have grown. */
  version: number;
  /** Whether no arrow is chosen yet. */
  idle: boolean;
}

/** How the flow stands and why; its times count. Below the picture, it also says what can be done with it. */
export function FlowFoot({ flow, idle }: Props) {
  const now = useNow();
  const state = flow.stateAt(now);
  return (
    <p class="flow-foot">
      <span class={`tone-${stateTones[state]}`}>
        <strong>{stateNames[state]()}:</strong> {describeFlowState(flow, now)}
      </span>
      {idle && <span class="quiet">{t('Choose an arrow to see what was sent and answered.')}</span>}
    </p>
  );
}
