import path from 'node:path';
import type { Chromium } from '../../browser/chromium.ts';
import { launchChromium } from '../../browser/launch-chromium.ts';
import { startDemo } from '../../demo/demo.ts';
import { Inspector } from '../../inspector-page.ts';
import type { LoopbackServer } from '../../sandbox/loopback-server.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';

/** What the figures of the panel are taken from. */
export interface Bench {
  browser: Chromium;
  inspector: Inspector;
  sandbox: Sandbox;
  demo: LoopbackServer;
}

const EXTENSION = path.resolve(import.meta.dirname, '../../../dist/chrome');

/** Starts Chromium on the demo page, DevTools closed, and ends all of it when the figures are taken. */
export async function inBrowser<T>(take: (bench: Bench) => Promise<T>, extension = EXTENSION): Promise<T> {
  const sandbox = await startSandbox();
  const demo = await startDemo({ sandboxUrl: sandbox.url });
  const browser = await launchChromium({ extension });
  try {
    await browser.page.goto(demo.url);
    return await take({ browser, inspector: new Inspector(browser), sandbox, demo });
  } finally {
    await browser.close();
    await demo.close();
    await sandbox.close();
  }
}

/**
 * Runs in the inspected page: sends so many calls, in batches, each flow being opened in one batch and asked about in
 * the next. Returns when the last answer came, in ms since 1970.
 */
export async function sendCalls(api: string, calls: number, batch: number): Promise<number> {
  const send = async (path: string, body: object): Promise<{ correlationId?: string }> => {
    const answer = await fetch(api + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return answer.json();
  };
  let correlationId: string | undefined;
  for (let sent = 0; sent < calls; sent += batch) {
    const asked = correlationId;
    const statuses = Array.from({ length: batch - 1 }, () =>
      send('/v3/mfa-status', { correlationId: asked }),
    );
    const opened = await send('/v3/mfa', { possessionType: 'mobile', phoneNumber: '2001004014' });
    await Promise.all(statuses);
    correlationId = opened.correlationId;
  }
  return Date.now();
}

/** Runs in the panel: notes when its grid has so many calls drawn, in ms since 1970. */
export function noteCalls(calls: number): void {
  window.benchDrawnAt = undefined;
  const observer = new MutationObserver(() => {
    // The first row is the head's.
    if (!document.querySelector(`[role=row][aria-rowindex="${calls + 1}"]`)) return;
    observer.disconnect();
    // The task after a frame: what the frame shows has been drawn.
    requestAnimationFrame(() =>
      setTimeout(() => {
        window.benchDrawnAt = Date.now();
      }),
    );
  });
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['aria-rowindex'],
  });
}

declare global {
  interface Window {
    benchDrawnAt?: number | undefined;
  }
}
