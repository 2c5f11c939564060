import { tokenErrors } from './error-status.ts';
import { body, integer, oneOf, text } from './field.ts';
import type { Operation } from './operation.ts';
import { sdkMethods } from './sdk.ts';

/** `POST /token`: the one call that is form-encoded, and snake_case both ways. */
export const token: Operation = {
  id: 'token',
  method: 'POST',
  path: '/token',
  title: 'Token',
  summary: 'Exchanges client credentials for the bearer token that all other calls need.',
  since: '2024-06-13',
  remarks: [
    'It has no /v3 in its path, and is the one operation that is form-encoded.',
    'The server SDKs fetch the token themselves, C# excepted.',
  ],
  sdk: sdkMethods('v3', 'v3TokenRequest'),
  errorStatuses: tokenErrors,
  bodyKind: 'form',
  bodyRequired: true,
  bearer: false,
  regions: ['us', 'eu'],
  genericPath: true,
  request: body({
    client_id: text({ doc: 'The id of your API client.', example: 'customer_id', alsoCalled: ['username'] }),
    client_secret: text({
      doc: 'Its secret.',
      example: 'secret',
      sensitivity: 'secret',
      alsoCalled: ['password'],
    }),
    grant_type: oneOf(['client_credentials'], {
      doc: 'Always "client_credentials".',
      example: 'client_credentials',
    }),
  }),
  response: body({
    access_token: text({ doc: 'The bearer token.', example: 'eyJ...', sensitivity: 'token' }),
    expires_in: integer({ doc: 'Its life in seconds.', example: 3600 }),
    token_type: oneOf(['Bearer'], { doc: 'Always "Bearer".', example: 'Bearer' }),
    refresh_token: text({ doc: 'Not supported in practice.', sensitivity: 'token' }).optional(),
    refresh_expires_in: integer({ doc: 'Not supported in practice.', example: 3600 }).optional(),
  }),
  exampleRequest: { client_id: 'customer_id', client_secret: 'secret', grant_type: 'client_credentials' },
  exampleResponse: { access_token: 'eyJ...', token_type: 'Bearer', expires_in: 3600 },
};
