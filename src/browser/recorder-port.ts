import type { Runtime } from 'webextension-polyfill';
import { z } from '../schemas/zod.ts';
import browser from './browser.ts';
import { messagePort } from './port-names.ts';
import { type RecorderLink, recorderEvent } from './recorder-messages.ts';

/** A link by messages, for a panel that cannot reach the devtools page's window. */
export function portToRecorder(): RecorderLink {
  let port: Runtime.Port | undefined;
  return {
    // A closed port throws.
    ask: (request) => {
      port?.postMessage(request);
    },
    listen: (onEvents, onClosed) => {
      port = browser.runtime.connect({ name: messagePort() });
      port.onMessage.addListener((message) => {
        const events = z.array(recorderEvent).safeParse(message);
        if (events.success) onEvents(events.data);
        else console.error('A message of the devtools page could not be read', events.error);
      });
      port.onDisconnect.addListener(() => {
        port = undefined;
        onClosed();
      });
    },
  };
}
