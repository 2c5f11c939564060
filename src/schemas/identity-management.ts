import { commonErrors } from './error-status.ts';
import { body, flag, integer, list, text } from './field.ts';
import { identityIds } from './identity.ts';
import type { Operation } from './operation.ts';
import { sdkMethods } from './sdk.ts';
import { answeredPhone, clientRequestId, deviceId, echoedId, proveId } from './shared-fields.ts';

const shared = {
  bearer: true,
  since: '2025-06-18',
  regions: ['us', 'eu'],
  genericPath: true,
  errorStatuses: commonErrors,
} as const;

const withoutBody = { ...shared, bodyKind: 'none', bodyRequired: false } as const;
const withOptionalBody = { ...shared, method: 'POST', bodyKind: 'json', bodyRequired: false } as const;

const requestIdInQuery = () => body({ clientRequestId: clientRequestId().optional() });

const identityInPath = () =>
  body({
    proveId: proveId('The id of the identity. Called identityId until 2026-04-15, at the same place.', {
      example: 'e0f78bc2-f748-4eda-9d29-d756844507fc',
    }),
  });

const done = (doc: string) => body({ success: flag({ doc, example: true }) });

const managedIdentity = () =>
  body({
    active: flag({ doc: 'Whether webhooks tell of changes.', example: true }).optional(),
    carrier: text({ doc: 'The name of the carrier.', example: 'Verizon' }).optional(),
    clientCustomerId: echoedId('customer').optional(),
    countryCode: text({ doc: 'The country in two letters (ISO 3166-1).', example: 'US' }).optional(),
    createdAt: integer({
      doc: 'When it was enrolled, in seconds since 1970.',
      example: 1747671792,
    }).optional(),
    creationString: text({
      doc: 'When it was enrolled, as text.',
      example: '2025-05-19T16:23:12.475Z',
    }).optional(),
    deviceId: deviceId('The id of the Prove Key on the device.').optional(),
    lineType: text({ doc: 'The kind of the line.', example: 'mobile' }).optional(),
    phoneNumber: answeredPhone('The number of the person.', { example: '2001001695' }),
    ...identityIds(),
  });

export const identityList: Operation = {
  ...withoutBody,
  id: 'identity-list',
  method: 'GET',
  path: '/v3/identity',
  trailingSlashUntil: '2025-08-28',
  title: 'List identities',
  summary: 'Lists the enrolled identities, a page at a time.',
  remarks: ['Enroll has the same path; the method tells them apart.'],
  sdk: sdkMethods('identity', 'v3BatchGetIdentities'),
  queryParameters: body({
    clientRequestId: clientRequestId().optional(),
    limit: integer({ doc: 'The most identities of one page, 100 by default.', example: 50 }).optional(),
    startKey: text({
      doc: 'Where the page begins: lastKey of the page before, percent-encoded.',
      example: 'fNqtI2wVPka+yAFC5qRtrQ==',
    }).optional(),
    showInactive: flag({
      doc: 'Whether deactivated identities are listed too. False by default.',
      example: true,
    }).optional(),
  }),
  response: body({
    lastKey: text({
      doc: 'The startKey of the next page. Missing on the last.',
      example: 'fNqtI2wVPka+yAFC5qRtrQ==',
    }).optional(),
    results: list(body(identityIds()), { doc: 'The identities of this page.' }),
  }),
  exampleResponse: {
    lastKey: 'fNqtI2wVPka+yAFC5qRtrQ==',
    results: [
      { proveId: '4a6317c1-4855-4900-b369-bed138f4ec00' },
      { proveId: 'e53c0597-1cce-4d8f-bd1b-e0a10f875ac9' },
    ],
  },
};

export const identityGet: Operation = {
  ...withoutBody,
  id: 'identity-get',
  method: 'GET',
  path: '/v3/identity/{proveId}',
  title: 'Get identity',
  summary: 'Says what is kept of one identity.',
  sdk: sdkMethods('identity', 'v3GetIdentity'),
  pathParameters: identityInPath(),
  queryParameters: requestIdInQuery(),
  response: managedIdentity(),
  exampleResponse: {
    active: true,
    carrier: 'Verizon',
    countryCode: 'US',
    createdAt: 1747671792,
    creationString: '2025-05-19T16:23:12.475Z',
    lineType: 'mobile',
    phoneNumber: '2001004031',
    proveId: 'e0f78bc2-f748-4eda-9d29-d756844507fc',
  },
};

export const identityLookup: Operation = {
  ...withoutBody,
  id: 'identity-lookup',
  method: 'GET',
  path: '/v3/identity/{mobileNumber}/lookup',
  title: 'Look up identities',
  summary: 'Finds the identities of a phone number.',
  sdk: sdkMethods('identity', 'v3GetIdentitiesByPhoneNumber'),
  pathParameters: body({
    mobileNumber: answeredPhone('The number. A leading + is written as %2B.', {
      example: '2001001695',
      shape: 'phone',
      alsoCalled: ['phoneNumber'],
    }),
  }),
  queryParameters: requestIdInQuery(),
  response: body({
    items: list(managedIdentity(), { doc: 'The identities with this number.' }).optional(),
  }),
  exampleResponse: {
    items: [
      {
        active: true,
        countryCode: 'US',
        lineType: 'mobile',
        phoneNumber: '2001001695',
        proveId: 'e0f78bc2-f748-4eda-9d29-d756844507fc',
      },
    ],
  },
};

export const identityDisenroll: Operation = {
  ...withoutBody,
  id: 'identity-disenroll',
  method: 'DELETE',
  path: '/v3/identity/{proveId}',
  title: 'Disenroll identity',
  summary: 'Takes a phone number out of identity management.',
  sdk: sdkMethods('identity', 'v3DisenrollIdentity'),
  pathParameters: identityInPath(),
  queryParameters: requestIdInQuery(),
  response: done('Whether the identity is gone.'),
  exampleResponse: { success: true },
};

const example = { clientRequestId: '71010d88-d0e7-4a24-9297-d1be6fefde81' };

export const identityActivate: Operation = {
  ...withOptionalBody,
  id: 'identity-activate',
  path: '/v3/identity/{proveId}/activate',
  title: 'Activate identity',
  summary: 'Lets webhooks tell of changes to an identity again. The body may be left out.',
  sdk: sdkMethods('identity', 'v3ActivateIdentity'),
  pathParameters: identityInPath(),
  request: requestIdInQuery(),
  response: done('Whether the identity is active.'),
  exampleRequest: example,
  exampleResponse: { success: true },
};

export const identityDeactivate: Operation = {
  ...withOptionalBody,
  id: 'identity-deactivate',
  path: '/v3/identity/{proveId}/deactivate',
  title: 'Deactivate identity',
  summary: 'Stops the webhooks of an identity without taking it out. The body may be left out.',
  sdk: sdkMethods('identity', 'v3DeactivateIdentity'),
  pathParameters: identityInPath(),
  request: requestIdInQuery(),
  response: done('Whether the identity is inactive.'),
  exampleRequest: example,
  exampleResponse: { success: true },
};
