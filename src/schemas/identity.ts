import { commonErrors } from './error-status.ts';
import { body, flag, list, needing, text } from './field.ts';
import { identityAttributes } from './identity-attributes.ts';
import type { Operation } from './operation.ts';
import { sdkMethods } from './sdk.ts';
import {
  clientCustomerId,
  clientHumanId,
  clientRequestId,
  deviceId,
  phoneNumber,
  proveId,
} from './shared-fields.ts';

const shared = {
  method: 'POST',
  bodyKind: 'json',
  bodyRequired: true,
  bearer: true,
  since: '2025-06-18',
  regions: ['us', 'eu'],
  genericPath: true,
  errorStatuses: commonErrors,
} as const;

/** The id of an identity in an answer, under both names that it has had. */
export const identityIds = () => ({
  proveId: proveId('The id of the identity.', {
    example: 'e0f78bc2-f748-4eda-9d29-d756844507fc',
    since: '2026-04-15',
    alsoCalled: [],
  }).optional(),
  identityId: text({
    doc: 'The name of proveId until 2026-04-15.',
    example: '64ec34e4-6b91-427c-839c-b443dd1570fc',
    removed: '2026-04-15',
  }).optional(),
});

const enrolledNumber = () =>
  phoneNumber('The number of the person to enroll. US numbers with or without +1.', {
    example: '2001001695',
  });

const keyId = () => deviceId('The id of the Prove Key on the device. Only of use together with Prove Unify.');

/** Seed V3EnrollIdentityRequest, with the fields that the catalogue adds since. */
export const identityEnroll: Operation = {
  ...shared,
  id: 'identity-enroll',
  path: '/v3/identity',
  trailingSlashUntil: '2025-09-01',
  title: 'Enroll identity',
  summary: 'Puts a phone number under identity management and returns its id.',
  remarks: ['The SDKs since 2026-04-15 refuse an answer with the old name identityId.'],
  sdk: sdkMethods('identity', 'v3EnrollIdentity'),
  request: body({
    clientCustomerId: clientCustomerId().optional(),
    clientHumanId: clientHumanId({
      example: 'aad25769-23bb-458c-80db-50296a82c91b',
      since: '2026-04-15',
    }).optional(),
    clientRequestId: clientRequestId().optional(),
    deviceId: keyId().optional(),
    identityAttributes: identityAttributes().optional(),
    phoneNumber: enrolledNumber(),
  }),
  response: needing(
    body({
      ...identityIds(),
      success: flag({ doc: 'Whether the identity is enrolled.', example: true }),
    }),
    [['proveId'], ['identityId']],
  ),
  exampleRequest: {
    clientCustomerId: 'e0f78bc2-f748-4eda-9d29-d756844507fc',
    clientRequestId: '71010d88-d0e7-4a24-9297-d1be6fefde81',
    deviceId: 'bf9ea15d-7dfa-4bb4-a64c-6c26b53472fc',
    phoneNumber: '2001001695',
  },
  exampleResponse: { proveId: '863189q5-5555-4c15-89ba-15d08710aecz', success: true },
};

export const identityBatchEnroll: Operation = {
  ...shared,
  id: 'identity-batch-enroll',
  path: '/v3/identity/batch',
  title: 'Enroll identities',
  summary: 'Puts up to 100 phone numbers under identity management in one call.',
  remarks: [
    'The items of the SDKs since 2025-08-28 are those of another operation by mistake (clientName, pcid): call the API without the SDK.',
    'One page of the documents calls the list identities.',
  ],
  sdk: sdkMethods('identity', 'v3BatchEnrollIdentities'),
  large: true,
  request: body({
    clientRequestId: clientRequestId().optional(),
    items: list(
      body({
        clientCustomerId: clientCustomerId().optional(),
        deviceId: keyId().optional(),
        phoneNumber: enrolledNumber(),
      }),
      { doc: 'The numbers to enroll, 100 at most.', maxItems: 100, alsoCalled: ['identities'] },
    ).optional(),
  }),
  response: body({
    results: list(
      body({
        error: text({ doc: 'What went wrong with this number.', example: 'Invalid Phone Number' }).optional(),
        ...identityIds(),
      }),
      { doc: 'What came of each number, in their order.' },
    ).optional(),
  }),
  exampleRequest: {
    clientRequestId: '71010d88-d0e7-4a24-9297-d1be6fefde81',
    items: [{ phoneNumber: '2001004031' }, { phoneNumber: '2001004035' }],
  },
  exampleResponse: {
    results: [{ proveId: 'e0f78bc2-f748-4eda-9d29-d756844507fc' }, { error: 'Invalid Phone Number' }],
  },
};
