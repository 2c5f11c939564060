import { effect, untracked } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { completeReplay } from '../../model/compose/complete-replay.ts';
import { baseOf, type Draft, draftFromExchange } from '../../model/compose/draft.ts';
import type { Exchange } from '../../model/exchange.ts';
import { type FlowValues, flowValuesOf } from '../../model/flows/flow-values.ts';
import type { ComposerDoor } from '../composer-door.ts';
import type { Host } from '../host.ts';
import { lazy } from '../lazy.tsx';
import type { Store } from '../store.ts';
import { ComposerStore } from './composer-store.ts';
import { ComposerView } from './composer-view.tsx';
import type { BodyLayoutSetting } from './form/body-parts.tsx';
import { KeepFrame } from './keep/keep-frame.tsx';
import { KeepStore } from './keep/keep-store.ts';
import type { SentMemory } from './sent-memory.ts';

const FlowReplay = lazy(() => import('../replay/flow-replay.tsx').then((module) => module.FlowReplay));

/** The hosts of so many calls are offered as destinations. */
const LATEST = 200;

/** The composer, and the ways into it from other views. */
export interface Composer extends ComposerDoor {
  View: FunctionComponent;
  /**
   * What to record in place of an exchange that the recorder tells of: where it is a send of the composer's,
   * both know something that the other does not.
   */
  complete(exchange: Exchange): Exchange;
}

/** Joins a composer to the panel's store: sends are recorded there and remembered, drafts come from there. */
export function createComposer(store: Store, host: Host, sends: SentMemory): Composer {
  const keep = new KeepStore();
  const composer = new ComposerStore({
    host,
    settings: store.settings,
    changeSettings: (change) => store.changeSettings(change),
    record: (sent) => {
      sends.remember(sent);
      // The recorder may have been first.
      const seen = untracked(() => store.captured.find(sent.id)?.exchange);
      store.record(seen ? completeReplay(sent, seen) : sent);
    },
    sent: (draft, { exchange }) => keep.noteSend(draft, exchange),
    flowValues: (draft) => untracked(() => valuesOfFlow(store, draft)),
    flowOf: (id) => store.captured.flows.flowOf(id),
    bases: () =>
      [...store.captured.calls.slice(-LATEST)]
        .reverse()
        .map((call) => baseOf(call.exchange.request.url, call.operation)),
    routes: () => store.captured.options.routes ?? [],
    captured: () => [...store.captured.calls].reverse().map(({ exchange }) => exchange),
    baseUrl: () => {
      const last = untracked(() => store.captured.calls.at(-1));
      return last && baseOf(last.exchange.request.url, last.operation);
    },
    flows: () => untracked(() => store.captured.flows.opened()),
  });
  // The answer on show gets what the network log tells of it a moment later: times, headers, the reason of a failure.
  effect(() => {
    const answer = composer.answer.value;
    const recorded = answer && store.captured.find(answer.exchange.id)?.exchange;
    if (recorded && recorded !== answer.exchange) composer.answer.value = { ...answer, exchange: recorded };
  });
  const layout: BodyLayoutSetting = {
    get value() {
      return store.settings.value.bodyLayout;
    },
    choose: (bodyLayout) => store.changeSettings({ bodyLayout }),
  };
  return {
    View: () => (
      <KeepFrame
        keep={keep}
        composer={composer}
        host={host}
        answerOf={(id) => untracked(() => store.captured.find(id)?.exchange)}
      >
        <ComposerView composer={composer} layout={layout} />
      </KeepFrame>
    ),
    Replay: (props) => <FlowReplay {...props} outbox={composer.outbox} />,
    complete: (seen) => sends.complete(seen),
    edit: (call) => {
      const { exchange, operation } = untracked(() => store.captured.find(call.exchange.id)) ?? call;
      composer.open(draftFromExchange(exchange, operation));
      store.openView('composer');
    },
    compose: (operation) => {
      composer.openBlank(operation);
      store.openView('composer');
    },
    composeDraft: (draft) => {
      composer.open(draft);
      store.openView('composer');
    },
  };
}

/** What has been answered in the flow that a draft was taken from, or whose id it carries. */
function valuesOfFlow({ captured: log }: Store, { source, url, body }: Draft): FlowValues | undefined {
  const flow =
    (source && log.flows.flowOf(source.id)) ??
    log.flows
      .opened()
      .find(({ correlationId: id }) => id !== null && (body.includes(id) || url.includes(id)));
  return (
    flow && {
      ...(flow.correlationId !== null && { correlationId: flow.correlationId }),
      ...flowValuesOf(flow.calls.map(({ exchange }) => exchange)),
    }
  );
}
