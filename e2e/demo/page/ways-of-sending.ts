import { type Action, type ActionGroup, toJson } from './api.ts';
import { askSender, startServiceWorker, withFrame } from './ask-sender.ts';
import { MOBILE, mfaBody } from './mfa.ts';

const goodJson = () => toJson(mfaBody(MOBILE));
const jsonBlob = () => new Blob([goodJson()], { type: 'application/json' });

/** An action that fetches with a body of another kind than a string. */
const bodyKind = (name: string, label: string, note: string, init: () => RequestInit): Action => ({
  name,
  label,
  note,
  run: (api) => api.send('/v3/mfa', { method: 'POST', ...init() }),
});

const sendByXhr = (url: string) =>
  new Promise<string>((resolve) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', url);
    xhr.setRequestHeader('Content-Type', 'application/json');
    xhr.onload = () => resolve(`${xhr.status} ${xhr.responseText}`);
    xhr.onerror = () => resolve('no answer');
    xhr.send(goodJson());
  });

export const waysOfSending: ActionGroup = {
  title: 'Ways of sending',
  actions: [
    {
      name: 'xhr',
      label: 'XMLHttpRequest',
      note: 'a good call',
      run: async (api) => api.log(`POST /v3/mfa by XHR → ${await sendByXhr(`${api.base}/v3/mfa`)}`),
    },
    {
      name: 'beacon',
      label: 'sendBeacon',
      note: 'a good call; the page never sees its answer',
      run: async (api) => {
        const queued = navigator.sendBeacon(`${api.base}/v3/mfa`, jsonBlob());
        api.log(`POST /v3/mfa by sendBeacon → ${queued ? 'queued' : 'refused by the browser'}`, !queued);
      },
    },
    bodyKind('keepalive', 'fetch with keepalive', 'a good call', () => ({
      keepalive: true,
      headers: { 'Content-Type': 'application/json' },
      body: goodJson(),
    })),
    bodyKind('blob', 'fetch with a Blob', 'a good call', () => ({ body: jsonBlob() })),
    bodyKind('array-buffer', 'fetch with an ArrayBuffer', 'a good call', () => ({
      headers: { 'Content-Type': 'application/json' },
      body: new TextEncoder().encode(goodJson()).buffer,
    })),
    bodyKind('form-data', 'fetch with FormData', 'multipart: no JSON', () => {
      const body = new FormData();
      for (const [name, value] of Object.entries(MOBILE)) body.append(name, value);
      return { body };
    }),
    bodyKind('url-search-params', 'fetch with URLSearchParams', 'form-encoded: no JSON', () => ({
      body: new URLSearchParams(MOBILE),
    })),
    {
      name: 'iframe',
      label: 'From a frame',
      note: 'a good call',
      run: (api) =>
        withFrame('/frame.html', (frame) =>
          askSender(api, 'from a frame', (message, ports) =>
            frame.postMessage(message, location.origin, ports),
          ),
        ),
    },
    {
      name: 'worker',
      label: 'From a worker',
      note: 'a good call',
      run: async (api) => {
        const worker = new Worker('/sender.js');
        await askSender(api, 'from a worker', (message, ports) => worker.postMessage(message, ports));
        worker.terminate();
      },
    },
    {
      name: 'service-worker',
      label: 'From a service worker',
      note: 'its own call; Firefox shows it to no panel',
      run: async (api) => {
        const worker = await startServiceWorker();
        await askSender(api, 'from a service worker', (message, ports) => worker.postMessage(message, ports));
      },
    },
    {
      name: 'through-service-worker',
      label: 'Through a service worker',
      note: 'one call, which Chrome reports twice',
      run: async (api) => {
        await startServiceWorker();
        await withFrame('/controlled/frame.html', (frame) =>
          askSender(api, 'through a service worker', (message, ports) =>
            frame.postMessage(message, location.origin, ports),
          ),
        );
      },
    },
  ],
};
