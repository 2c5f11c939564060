import { lookupErrors } from './error-status.ts';
import { body, list, text } from './field.ts';
import type { Operation } from './operation.ts';
import { sdkMethods } from './sdk.ts';
import { clientRequestId, proveId } from './shared-fields.ts';

const shared = {
  method: 'GET',
  bodyKind: 'none',
  bodyRequired: false,
  bearer: true,
  regions: ['us', 'eu'],
  genericPath: true,
  errorStatuses: lookupErrors,
} as const;

const issuerId = (example: string) =>
  text({ doc: 'The id of the domain that keeps the attribute.', example });

const identityInQuery = () => proveId('The id of the identity.');

export const discover: Operation = {
  ...shared,
  id: 'discover',
  path: '/v3/discover',
  title: 'Discover attributes',
  summary: 'Lists which attributes there are of an identity, and who keeps them.',
  since: '2026-04-15',
  sdk: sdkMethods('identity', 'v3DiscoverRequest'),
  queryParameters: body({
    proveId: identityInQuery(),
    clientRequestId: clientRequestId().optional(),
  }),
  response: body({
    results: list(
      body({
        attributeId: text({
          doc: 'The id of the attribute, to fetch it by.',
          example: '123e4567-e89b-12d3-a456-426614174000',
        }).optional(),
        issuerId: issuerId('prove').optional(),
      }),
      { doc: 'The attributes.' },
    ).optional(),
  }),
  exampleResponse: {
    results: [{ attributeId: '123e4567-e89b-12d3-a456-426614174000', issuerId: 'prove' }],
  },
};

export const fetchAttribute: Operation = {
  ...shared,
  id: 'fetch',
  path: '/v3/fetch',
  title: 'Fetch attribute',
  summary: 'Reads one attribute of an identity.',
  since: '2026-02-27',
  sdk: sdkMethods('identity', 'v3FetchRequest'),
  queryParameters: body({
    proveId: identityInQuery(),
    attributeId: text({
      doc: 'The id of the attribute, as discover names it.',
      example: '550e8400-e29b-41d4-a716-446655440000',
    }),
    clientRequestId: clientRequestId().optional(),
  }),
  response: body({
    results: list(
      body({
        attributeId: text({
          doc: 'The id of the attribute.',
          example: '550e8400-e29b-41d4-a716-446655440000',
        }),
        attributeValue: text({ doc: 'Its value.', example: 'ext-wallet-992834', sensitivity: 'secret' }),
        issuerId: issuerId('Aeropay'),
      }),
      { doc: 'The attribute, once for each domain that keeps it.' },
    ),
  }),
  exampleResponse: {
    results: [
      {
        attributeId: '550e8400-e29b-41d4-a716-446655440000',
        attributeValue: 'ext-wallet-992834',
        issuerId: 'Aeropay',
      },
    ],
  },
};
