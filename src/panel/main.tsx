import { effect } from '@preact/signals';
import { options, render } from 'preact';

import browser from '../browser/browser.ts';
import { learnBrowserWords } from '../browser/browser-words.ts';
import { copyText } from '../browser/clipboard.ts';
import { draftsStorage } from '../browser/drafts-storage.ts';
import { lateHosts } from '../browser/late-hosts.ts';
import { createLateSender } from '../browser/late-sender.ts';
import { linkToRecorder } from '../browser/recorder-link.ts';
import { settingsStorage } from '../browser/settings-storage.ts';
import { followTheme } from '../browser/theme.ts';
import { App } from './app.tsx';
import { CallsStore } from './calls/calls-store.ts';
import { createLateComposer } from './composer/late-composer.tsx';
import { drawWhenCalm } from './draw-when-calm.ts';
import type { Host } from './host.ts';
import { openSettings } from './open-settings.ts';
import { SettingsDoor } from './settings/settings-door.ts';
import './panel.css';
import { Store } from './store.ts';
import { TransferStore } from './transfer/transfer-store.ts';
import { times } from './words.ts';

// The one place where the panel meets the browser.

learnBrowserWords();

followTheme((theme) => {
  document.documentElement.dataset.theme = theme;
});

const linking = linkToRecorder();
const { settings, trouble } = await openSettings(settingsStorage);
const recorder = await linking;
const settingsDoor = new SettingsDoor(settings, trouble, {
  hosts: lateHosts,
  openPage: () => void import('../browser/options-page.ts').then((page) => page.openOptionsPage()),
});
const store = new Store(drawWhenCalm(), settings);
// Before anything is drawn, as ever in a microtask.
options.debounceRendering = (draw) =>
  queueMicrotask(() => {
    store.tellViews();
    draw();
  });

effect(() => {
  const { timeFormat: format } = store.settings.value;
  times.value = { format, since: format === 'elapsed' ? store.log.calls[0]?.exchange.startedAt : undefined };
});

const host: Host = {
  ...createLateSender((send) => recorder.ask({ type: 'expect', send })),
  setRecording: (on) => recorder.ask({ type: 'record', on, at: Date.now() }),
  reconcile: () => {
    store.look.value = 'under way';
    recorder.ask({ type: 'reconcile' });
  },
  pageRequests: async () => (await import('../browser/page-requests.ts')).pageRequests(),
  reloadPage: () => browser.devtools.inspectedWindow.reload({}),
  hidesRequests: 'getBrowserInfo' in browser.runtime,
  copy: copyText,
  drafts: draftsStorage,
};

const calls = new CallsStore(store);
const composer = createLateComposer(store, host);
const transfer = new TransferStore();

const lookForMissed = () => recorder.ask({ type: 'shown' });

const app = document.getElementById('app');
if (app)
  render(
    <App
      store={store}
      calls={calls}
      host={host}
      transfer={transfer}
      settings={settingsDoor}
      composer={composer}
    />,
    app,
  );

// After the first drawing, so that the view is fetched meanwhile.
recorder.listen(
  (events) => {
    for (const event of events) {
      if (event.type === 'exchange') store.record(composer.complete(event.exchange));
      else if (event.type === 'navigated') store.navigated(event.url, event.at);
      else if (event.type === 'looked') store.looked(event.found);
      else if (event.type === 'began') store.began(event.at);
      else store.requestsSeen.value = event.requests;
    }
  },
  () => store.disconnect(),
);

// To look takes as long as to open; what is known already is drawn first.
setTimeout(lookForMissed, 500);
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) lookForMissed();
});
