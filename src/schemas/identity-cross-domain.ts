import { commonErrors } from './error-status.ts';
import { body, integer, list, needing, text } from './field.ts';
import type { Operation } from './operation.ts';
import { sdkMethods } from './sdk.ts';
import { clientRequestId } from './shared-fields.ts';

const linkedIdentities = (more: { since?: string; removed?: string }) =>
  list(
    body({
      clientName: text({ doc: 'The name of the other domain.', example: 'Client A' }),
      identityId: text({
        doc: 'The id of the identity there.',
        example: '64ec34e4-6b91-427c-839c-b443dd1570fc',
      }),
      pcid: text({ doc: 'The id of the other domain.', example: '12345' }),
    }),
    { doc: 'The same person in other domains.', ...more },
  );

export const identityCrossDomain: Operation = {
  id: 'identity-cross-domain',
  method: 'POST',
  path: '/v3/identity/{identityId}/cross-domain',
  title: 'Cross-domain identities',
  summary: 'Finds the same person in linked domains.',
  since: '2025-08-28',
  remarks: ['The list of the answer was misspelt identites until 2025-11-24.'],
  sdk: sdkMethods('identity', 'v3CrossDomainIdentity'),
  bodyKind: 'json',
  bodyRequired: false,
  bearer: true,
  regions: ['us', 'eu'],
  genericPath: false,
  errorStatuses: commonErrors,
  pathParameters: body({
    identityId: text({
      doc: 'The id of the identity. Here it has kept the name that is proveId elsewhere.',
      example: '64ec34e4-6b91-427c-839c-b443dd1570fc',
      alsoCalled: ['proveId'],
    }),
  }),
  request: body({ clientRequestId: clientRequestId().optional() }),
  response: needing(
    body({
      count: integer({ doc: 'How many there are.', example: 1 }),
      identities: linkedIdentities({ since: '2025-11-24' }).optional(),
      identites: linkedIdentities({ removed: '2025-11-24' }).optional(),
    }),
    [['identities'], ['identites']],
  ),
  exampleRequest: { clientRequestId: '71010d88-d0e7-4a24-9297-d1be6fefde81' },
  exampleResponse: {
    count: 1,
    identities: [
      { clientName: 'Client A', identityId: '64ec34e4-6b91-427c-839c-b443dd1570fc', pcid: '12345' },
    ],
  },
};
