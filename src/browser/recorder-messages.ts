import { exchangeSchema } from '../model/exchange-schema.ts';
import { z } from '../schemas/zod.ts';

/** What the devtools page tells the panel, in the order in which it happened. */
export const recorderEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('exchange'), exchange: exchangeSchema }),
  z.object({ type: z.literal('navigated'), url: z.string(), at: z.number() }),
  /** When recording began, in ms since the epoch; told to each panel that is opened. */
  z.object({ type: z.literal('began'), at: z.number() }),
  z.object({ type: z.literal('seen'), requests: z.number() }),
  /** An answer to `reconcile`: so many calls had been missed; null where the browser did not say. */
  z.object({ type: z.literal('looked'), found: z.number().nullable() }),
]);
export type RecorderEvent = z.infer<typeof recorderEvent>;

/** A request that the panel is about to send from the page. */
const expectedSend = z.object({
  id: z.string(),
  /** The `sourceURL` of the script that sends it. */
  script: z.string(),
  method: z.string(),
  url: z.string(),
  body: z.string(),
  /** ms since the epoch. */
  at: z.number(),
  followRedirects: z.boolean(),
});
export type ExpectedSend = z.infer<typeof expectedSend>;

/** What the panel asks of the devtools page. */
export const panelRequest = z.discriminatedUnion('type', [
  /** `at`: when its user pressed the button, in ms since the epoch. */
  z.object({ type: z.literal('record'), on: z.boolean(), at: z.number() }),
  z.object({ type: z.literal('shown') }),
  z.object({ type: z.literal('reconcile') }),
  z.object({ type: z.literal('expect'), send: expectedSend }),
]);
export type PanelRequest = z.infer<typeof panelRequest>;

/** The panel's link to the recorder in the devtools page. */
export interface RecorderLink {
  ask(request: PanelRequest): void;
  /** `onClosed` tells that the extension was reloaded or updated under the open panel. To be called once. */
  listen(onEvents: (events: RecorderEvent[]) => void, onClosed: () => void): void;
}
