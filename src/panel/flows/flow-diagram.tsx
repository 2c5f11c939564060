import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Flow } from '../../model/flows/flow.ts';
import type { Step } from '../../model/flows/flow-steps.ts';
import { t } from '../../model/words/words.ts';
import { closeDetailsByEscape } from '../close-details.ts';
import type { Store } from '../store.ts';
import { bringIntoView } from './bring-into-view.ts';
import { DiagramPicture } from './diagram.tsx';
import './diagram.css';
import { useSize } from '../use-size.ts';
import { FlowFoot } from './flow-foot.tsx';
import { pictureOf } from './flow-picture.ts';
import { useRovingStep } from './use-roving-step.ts';
import { useScrollTop } from './use-scroll-top.ts';

/** Drawn beyond what is in view, in CSS pixels, so that scrolling shows no blank. */
const MARGIN = 600;

interface Props {
  flow: Flow;
  store: Store;
  unfolded: ReadonlySet<string>;
  onFold: (runId: string) => void;
}

/** The picture of the chosen flow: arrow keys go from arrow to arrow, Enter opens one, Escape closes the details. */
export function FlowDiagram({ flow, store, unfolded, onFold }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const size = useSize(scroller);
  const top = useScrollTop(scroller);
  const { log } = store;
  const selectedId = store.selectedCallId.value;
  const width = size?.width ?? 0;
  const { sdkCalls } = store.settings.value;
  const { version } = store;
  // A flow grows in place; the log tells that it may have.
  const picture = useMemo(
    () => (width > 0 ? pictureOf(flow, log, { width, unfolded, sdkCalls }) : undefined),
    [flow, log, width, unfolded, sdkCalls, version],
  );
  const bands = picture?.diagram.bands ?? [];
  const roving = useRovingStep(bands, scroller);
  const selected = picture && selectedStep(picture.steps, selectedId);
  useLayoutEffect(() => {
    const band = bands.find(({ step }) => step.id === selected);
    // Its details have opened below, which leaves the picture less room.
    if (band && scroller.current) bringIntoView(scroller.current, band);
  }, [selected, size?.height]);
  const open = (step: Step) => {
    roving.setActive(step.id);
    if (step.kind === 'run') onFold(step.id);
    else store.selectCall(step.id);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape') closeDetailsByEscape(store, event);
    else roving.onKeyDown(event);
  };
  const inView = (band: (typeof bands)[number]) =>
    band.step.id === roving.activeId ||
    (band.top + band.height > top - MARGIN && band.top < top + (size?.height ?? 0) + MARGIN);
  return (
    <div class="picture" role="group" aria-label={t('Sequence diagram')} ref={scroller} onKeyDown={key}>
      {picture && (
        <DiagramPicture
          diagram={picture.diagram}
          startedAt={flow.startedAt}
          bands={bands.filter(inView)}
          selectedId={selected}
          activeId={roving.activeId}
          onOpen={open}
        />
      )}
      <FlowFoot flow={flow} version={version} idle={selectedId === undefined} />
    </div>
  );
}

/** The step that shows a call: its own arrow, or the run that it is folded into. */
const selectedStep = (steps: readonly Step[], callId: string | undefined): string | undefined =>
  callId === undefined
    ? undefined
    : steps.find((step) =>
        step.kind !== 'run'
          ? step.id === callId
          : !step.open && step.calls.some(({ exchange }) => exchange.id === callId),
      )?.id;
