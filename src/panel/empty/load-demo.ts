import { afterDrawing } from '../after-drawing.ts';
import type { Store } from '../store.ts';

/** Puts the two flows of the demo into the log, and shows the one with the mistake. */
export async function loadDemo(store: Store): Promise<void> {
  const { demoExchanges } = await import('../../model/demo/demo-flows.ts');
  const exchanges = demoExchanges(Date.now());
  for (const exchange of exchanges) store.record(exchange);
  store.selectFlow(store.log.flows.flowOf(exchanges.at(-1)?.id ?? '')?.id);
  store.openView('flows');
  // The button that was pressed is gone.
  afterDrawing(() => document.querySelector<HTMLElement>('.flow-list')?.focus());
}
