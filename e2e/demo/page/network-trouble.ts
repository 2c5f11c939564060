import { type Action, type ActionGroup, toJson } from './api.ts';
import { MOBILE, mfaBody } from './mfa.ts';

const ABORT_AFTER = 300;

const init = (): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: toJson(mfaBody(MOBILE)),
});

/** An action that makes a good call by one of the sandbox's detours. */
const detour = (name: string, label: string, note: string, path: string): Action => ({
  name,
  label,
  note,
  run: (api) => api.send(path, init()),
});

export const networkTrouble: ActionGroup = {
  title: 'Trouble on the way',
  actions: [
    detour('html-answer', 'HTML for an answer', 'as from a single-page app', '/html/v3/mfa'),
    detour('binary-answer', 'A binary answer', '256 bytes that are no text', '/binary/v3/mfa'),
    detour('large-answer', 'An answer of 5 MB', 'JSON with much white space', '/large/v3/mfa'),
    detour('slow-answer', 'A slow answer', 'after 1.5 s', '/slow/1500/v3/mfa'),
    detour('redirect', 'A redirect', '307, then the real call', '/redirect/v3/mfa'),
    detour('internal-error', 'An internal error', '500 with code 8000', '/crash/v3/mfa'),
    detour('cors-blocked', 'Blocked by CORS', 'the preflight is refused', '/no-cors/v3/mfa'),
    detour('cut-connection', 'Connection cut', 'no answer at all', '/hang/v3/mfa'),
    {
      name: 'refused-connection',
      label: 'Connection refused',
      note: 'nothing listens on the port',
      run: (api) => api.send('/v3/mfa', init(), api.closedBase),
    },
    {
      name: 'aborted',
      label: 'Aborted by the page',
      note: `the page gives up after ${ABORT_AFTER} ms`,
      run: async (api) => {
        const controller = new AbortController();
        setTimeout(() => controller.abort(), ABORT_AFTER);
        await api.send('/slow/v3/mfa', { ...init(), signal: controller.signal });
      },
    },
  ],
};
