import browser from '../browser/browser.ts';
import { followRoutes } from '../browser/follow-routes.ts';
import { inspectedNetwork } from '../browser/network.ts';
import { Recorder } from '../browser/recorder.ts';
import { RecorderEnd } from '../browser/recorder-end.ts';

// Recording begins here, before anything else, so that calls made before the panel was opened are there.
const began = Date.now();
const end = new RecorderEnd(
  () => end.send({ type: 'began', at: began }),
  (request) => {
    if (request.type === 'record') recorder.record(request.on, request.at);
    else if (request.type === 'shown') recorder.shown();
    else if (request.type === 'reconcile') recorder.reconcile();
    else recorder.expect(request.send);
  },
);
const recorder = new Recorder(inspectedNetwork(), (event) => end.send(event));
recorder.start();
window.v3Recorder = end;
void followRoutes((routes) => recorder.follow(routes));

browser.devtools.panels
  .create('Prove V3', '/icons/icon-32.png', '/src/panel/panel.html')
  .catch((error: unknown) => console.error(error));
