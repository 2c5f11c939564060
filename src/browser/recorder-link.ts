import browser from './browser.ts';
import { lifePort } from './port-names.ts';
import type { RecorderEnd } from './recorder-end.ts';
import type { RecorderLink } from './recorder-messages.ts';

declare global {
  interface Window {
    /** What the devtools page holds out to a panel that reaches its window. */
    v3Recorder?: RecorderEnd;
  }
}

/**
 * Finds the recorder. Chromium keeps both pages beside each other in DevTools, where they reach each other and
 * nothing needs to be copied; in Firefox they exchange messages.
 */
export async function linkToRecorder(): Promise<RecorderLink> {
  const recorder = recorderBeside();
  if (!recorder) return (await import('./recorder-port.ts')).portToRecorder();
  let isClosed = false;
  return {
    ask: (request) => {
      if (!isClosed) recorder.ask(request);
    },
    listen: (onEvents, onClosed) => {
      recorder.attach(onEvents);
      browser.runtime.connect({ name: lifePort() }).onDisconnect.addListener(() => {
        isClosed = true;
        onClosed();
      });
    },
  };
}

function recorderBeside(): RecorderEnd | undefined {
  const { parent } = window;
  for (let index = 0; index < parent.length; index++) {
    try {
      const recorder = parent[index]?.v3Recorder;
      if (recorder) return recorder;
    } catch {
      // The frame of another extension.
    }
  }
  return undefined;
}
