import type { ActionGroup, Api, Reply } from './api.ts';
import { runFlowWithSdk } from './client-sdk.ts';
import { DESKTOP, FAILING, MOBILE, NONE, runFlow } from './mfa.ts';

const fetchToken = (api: Api): Promise<Reply | undefined> =>
  api.send('/token', {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'demo-client',
      client_secret: 'demo-secret',
    }),
  });

export const goodCalls: ActionGroup = {
  title: 'As it should be',
  actions: [
    {
      name: 'flow-desktop',
      label: 'Flow on desktop',
      note: 'mfa with finalTargetUrl, then status until "true"',
      run: (api) => runFlow(api, DESKTOP),
    },
    {
      name: 'flow-mobile',
      label: 'Flow on mobile',
      note: 'mfa, then status until "true"',
      run: (api) => runFlow(api, MOBILE),
    },
    {
      name: 'flow-none',
      label: 'Flow with own possession check',
      note: 'status asks for possession, bind gives the number',
      run: async (api) => {
        const correlationId = await runFlow(api, NONE);
        if (correlationId === undefined) return;
        await api.post('/v3/mfa-bind', { correlationId, phoneNumber: '2001004011' });
      },
    },
    {
      name: 'flow-fails',
      label: 'Flow that ends with "false"',
      note: 'the person does not pass: a string, not a boolean',
      run: (api) => runFlow(api, FAILING),
    },
    {
      name: 'flows-interleaved',
      label: 'Two flows at once',
      note: 'their calls alternate, their correlationIds differ',
      run: (api) => Promise.all([runFlow(api, MOBILE), runFlow(api, DESKTOP)]),
    },
    {
      name: 'flow-with-sdk',
      label: 'Flow with the client SDK',
      note: 'it asks the device API for an OTP meanwhile',
      run: (api) => runFlowWithSdk(api, MOBILE, '1234'),
    },
    {
      name: 'token',
      label: 'Token',
      note: 'form-encoded, client credentials',
      run: fetchToken,
    },
    {
      name: 'flow-with-token',
      label: 'Token, then a flow with it',
      note: 'every call carries Authorization: Bearer',
      run: async (api) => {
        const token = (await fetchToken(api))?.fields.access_token;
        if (typeof token === 'string') await runFlow(api, MOBILE, { Authorization: `Bearer ${token}` });
      },
    },
    {
      name: 'identity-enroll',
      label: 'Enroll an identity',
      note: 'success is a boolean here',
      run: (api) =>
        api.post('/v3/identity', { clientRequestId: crypto.randomUUID(), phoneNumber: '2001001695' }),
    },
  ],
};
