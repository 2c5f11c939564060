import { type Api, toJson } from './api.ts';
import { MOBILE, mfaBody } from './mfa.ts';

/** A worker, service worker or frame that runs sender.js. */
type Sender = (message: unknown, transfer: Transferable[]) => void;

/** Lets another context make a good mfa call, and logs what it says came of it. */
export async function askSender(api: Api, who: string, postMessage: Sender): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<unknown>((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
  });
  postMessage({ url: `${api.base}/v3/mfa`, body: toJson(mfaBody(MOBILE)) }, [port2]);
  api.log(`POST /v3/mfa ${who} → ${String(await answer)}`);
  port1.close();
}

/**
 * Runs something with a hidden frame that has loaded this page. The frame stays until the next one: of what a
 * frame asked for just before it went, Firefox may tell nothing.
 */
export async function withFrame(src: string, use: (frame: Window) => Promise<void>): Promise<void> {
  document.querySelector('iframe.sender')?.remove();
  const frame = document.createElement('iframe');
  frame.className = 'sender';
  frame.hidden = true;
  frame.src = src;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  if (frame.contentWindow) await use(frame.contentWindow);
}

/** Registers the demo's service worker, which controls /controlled/ only, and waits until it is active. */
export async function startServiceWorker(): Promise<ServiceWorker> {
  const registration = await navigator.serviceWorker.register('/service-worker.js', {
    scope: '/controlled/',
  });
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  if (!worker) throw new Error('the browser did not start the service worker');
  if (worker.state !== 'activated')
    await new Promise<void>((resolve) => {
      worker.addEventListener('statechange', () => {
        if (worker.state === 'activated' || worker.state === 'redundant') resolve();
      });
    });
  return worker;
}
