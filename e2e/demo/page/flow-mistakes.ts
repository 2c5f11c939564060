import type { ActionGroup } from './api.ts';
import { askStatus, IMMEDIATE, MOBILE, mfaBody, NONE, openFlow, pollStatus, runFlow } from './mfa.ts';

const TOO_FAST = 100;

export const flowMistakes: ActionGroup = {
  title: 'Mistakes in the flow',
  actions: [
    {
      name: 'reused-correlation-id',
      label: 'correlationId used again',
      note: 'a second flow asks with the id of the first: 8008',
      run: async (api) => {
        const first = await runFlow(api, IMMEDIATE);
        await openFlow(api, IMMEDIATE);
        if (first !== undefined) await askStatus(api, first);
      },
    },
    {
      name: 'unknown-correlation-id',
      label: 'Unknown correlationId',
      note: 'no answer ever returned it: 8008',
      run: (api) => askStatus(api, '713189b8-5555-4b08-83ba-75d08780aebd'),
    },
    {
      name: 'missing-correlation-id',
      label: 'Status without correlationId',
      note: 'optional by its type, needed in practice',
      run: (api) => api.post('/v3/mfa-status', { clientRequestId: crypto.randomUUID() }),
    },
    {
      name: 'bind-too-early',
      label: 'Bind too early',
      note: 'before a status asked for possession: 8003',
      run: async (api) => {
        const correlationId = await openFlow(api, NONE);
        await api.post('/v3/mfa-bind', { correlationId, phoneNumber: '2001004011' });
      },
    },
    {
      name: 'phone-in-later-call',
      label: 'phoneNumber in a status',
      note: 'only allowed when the flow began with "none"',
      run: async (api) => {
        const correlationId = await openFlow(api, MOBILE);
        if (correlationId !== undefined) await askStatus(api, correlationId, { phoneNumber: '2001004014' });
      },
    },
    {
      name: 'polling-too-fast',
      label: 'Polling too fast',
      note: 'a status every 100 ms',
      run: async (api) => {
        const correlationId = await openFlow(api, MOBILE);
        if (correlationId !== undefined) await pollStatus(api, correlationId, TOO_FAST);
      },
    },
    {
      name: 'unknown-phone',
      label: 'A phone number that the sandbox lacks',
      note: 'the body is valid, the API refuses it: 8007',
      run: (api) => api.post('/v3/mfa', mfaBody({ possessionType: 'mobile', phoneNumber: '2125550100' })),
    },
    {
      name: 'bad-token',
      label: 'A wrong bearer token',
      note: 'refused with 401 and 8002',
      run: (api) => api.post('/v3/mfa', mfaBody(MOBILE), { Authorization: 'Bearer not-a-token' }),
    },
  ],
};
