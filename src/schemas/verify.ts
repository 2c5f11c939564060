import { commonErrors } from './error-status.ts';
import { evaluation } from './evaluation.ts';
import { body, type Condition, flag, list, oneOf, text } from './field.ts';
import { identityAttributes } from './identity-attributes.ts';
import type { Operation } from './operation.ts';
import { firstName, lastName } from './person.ts';
import { sdkMethods } from './sdk.ts';
import {
  answeredPhone,
  clientCustomerId,
  clientHumanId,
  clientRequestId,
  correlationId,
  echoedId,
  emailAddress,
  ipAddress,
  phoneNumber,
  proveId,
  userAgent,
} from './shared-fields.ts';
import { additionalIdentities, assuranceLevel, businesses, identity } from './verified-identity.ts';

const shared = {
  method: 'POST',
  bodyKind: 'json',
  bodyRequired: true,
  bearer: true,
  since: '2025-10-22',
  regions: ['us', 'eu'],
  genericPath: true,
  errorStatuses: commonErrors,
} as const;

const verificationType = () =>
  oneOf(
    ['humanAssurance', 'verifiedUser', 'accountOpening', 'prefill', 'prefillForBiz', 'identityResolution'],
    {
      doc: 'What is wanted: a match of name and number ("verifiedUser", "accountOpening"), that there is a human being ("humanAssurance"), the data of a person ("prefill") or of a business ("prefillForBiz"), or who it is ("identityResolution").',
      example: 'verifiedUser',
      formerValues: { bot: 'humanAssurance' },
      alsoCalled: ['verifyType'],
    },
  );

/** Only these two compare a name. */
const whereNamesAreCompared: readonly Condition[] = [
  {
    code: 'field.required',
    demand: 'present',
    when: [{ field: 'verificationType', is: ['verifiedUser', 'accountOpening'] }],
  },
];

const verifiedNumber = () =>
  phoneNumber('The number of the mobile phone of the person.', { example: '2001004053' });

const success = () =>
  oneOf(['true', 'false'], { doc: '"true" where the person was verified, else "false".', example: 'true' });

const phoneAlias = (more: { since?: string } = {}) =>
  text({ doc: 'A lasting stand-in for the phone number.', ...more }).optional();

/** The current shape of `POST /v3/verify`; `verifyV1` is the former. */
export const verify: Operation = {
  ...shared,
  id: 'verify',
  path: '/v3/verify',
  title: 'Verify',
  summary: 'Checks a person against a phone number in one call, without the client SDK.',
  remarks: [
    'Until 2025-10-22 this path took another body, with possessionType (verify-v1).',
    'Addresses of the answer have a zipCode, where challenge and complete say postalCode.',
  ],
  sdk: sdkMethods('v3', 'v3VerifyRequest'),
  request: body({
    clientCustomerId: clientCustomerId().optional(),
    clientHumanId: clientHumanId().optional(),
    clientRequestId: clientRequestId().optional(),
    emailAddress: emailAddress({ example: 'ecoldman1h@storify.com' }).optional(),
    firstName: firstName({
      doc: 'The given name of the person. Required with "verifiedUser" and "accountOpening".',
      example: 'Elena',
      conditions: whereNamesAreCompared,
    }).optional(),
    identityAttributes: identityAttributes().optional(),
    ipAddress: ipAddress().optional(),
    lastName: lastName({
      doc: 'The family name of the person. Required with "verifiedUser" and "accountOpening".',
      example: 'Coldman',
      conditions: whereNamesAreCompared,
    }).optional(),
    phoneNumber: verifiedNumber(),
    proveId: proveId('The id of the identity. Named by the documents, yet not by the SDKs.').optional(),
    userAgent: userAgent().optional(),
    verificationType: verificationType(),
  }),
  response: body({
    additionalIdentities: additionalIdentities().optional(),
    businesses: businesses().optional(),
    clientCustomerId: echoedId('customer', { since: '2025-11-24' }).optional(),
    clientHumanId: echoedId('human', { since: '2025-11-24' }).optional(),
    clientRequestId: echoedId('request').optional(),
    correlationId: correlationId('The id of this call. No other call follows.'),
    evaluation: evaluation().optional(),
    identity: identity().optional(),
    isEnrolled: flag({
      doc: 'Whether the number is under identity management.',
      since: '2026-04-16',
    }).optional(),
    phoneNumber: answeredPhone('The number that was checked.', { example: '2001004053' }),
    proveId: proveId('The id of the identity.', { since: '2025-11-24' }).optional(),
    provePhoneAlias: phoneAlias({ since: '2025-11-24' }),
    success: success(),
  }),
  exampleRequest: {
    verificationType: 'verifiedUser',
    phoneNumber: '2001004053',
    firstName: 'Elena',
    lastName: 'Coldman',
    emailAddress: 'ecoldman1h@storify.com',
    ipAddress: '203.0.113.7',
    clientRequestId: '71010d88-d0e7-4a24-9297-d1be6fefde81',
    clientCustomerId: 'e0f78bc2-f748-4eda-9d29-d756844507fc',
    clientHumanId: '7bfbb91d-9df8-4ec0-99a6-de05ecc23a9e',
  },
  exampleResponse: {
    success: 'true',
    correlationId: '713189b8-5555-4b08-83ba-75d08780aebd',
    phoneNumber: '2001004053',
    identity: { assuranceLevel: 'AL2', reasons: ['AL2a'] },
  },
};

export const verifyBatch: Operation = {
  ...shared,
  id: 'verify-batch',
  path: '/v3/verify/batch',
  title: 'Verify batch',
  summary: 'Checks up to 1,000 people against their phone numbers in one call.',
  remarks: [
    'What went wrong with one item stands in its error; the others are not touched by it.',
    'Whether the limit of 4 KB holds for a batch is not known.',
  ],
  sdk: sdkMethods('v3', 'v3VerifyBatchRequest'),
  large: true,
  request: body({
    clientRequestId: clientRequestId().optional(),
    items: list(
      body({
        clientCustomerId: clientCustomerId().optional(),
        clientHumanId: clientHumanId().optional(),
        emailAddress: emailAddress().optional(),
        firstName: firstName({ example: 'Elena' }),
        ipAddress: ipAddress().optional(),
        lastName: lastName({ example: 'Coldman' }),
        phoneNumber: verifiedNumber(),
        proveId: proveId('The id of the identity.').optional(),
        userAgent: userAgent().optional(),
        verificationType: verificationType(),
      }),
      { doc: 'The people to check, 1,000 at most.', maxItems: 1000, alsoCalled: ['identities'] },
    ),
  }),
  response: body({
    clientRequestId: echoedId('request').optional(),
    correlationId: correlationId('The id of this call. No other call follows.'),
    results: list(
      body({
        additionalIdentities: additionalIdentities().optional(),
        assuranceLevel: assuranceLevel(),
        clientCustomerId: echoedId('customer'),
        clientHumanId: echoedId('human').optional(),
        error: text({ doc: 'What went wrong with this item.', example: 'Invalid Phone Number' }).optional(),
        evaluation: evaluation().optional(),
        identity: identity().optional(),
        phoneNumber: answeredPhone('The number that was checked.', { example: '2001004053' }),
        proveId: proveId('The id of the identity.').optional(),
        provePhoneAlias: phoneAlias(),
        success: success(),
      }),
      { doc: 'What came of each item, in their order.' },
    ).optional(),
  }),
  exampleRequest: {
    clientRequestId: '71010d88-d0e7-4a24-9297-d1be6fefde81',
    items: [
      {
        verificationType: 'verifiedUser',
        phoneNumber: '2001004053',
        firstName: 'Elena',
        lastName: 'Coldman',
        clientCustomerId: 'e0f78bc2-f748-4eda-9d29-d756844507fc',
      },
    ],
  },
  exampleResponse: {
    correlationId: '713189b8-5555-4b08-83ba-75d08780aebd',
    results: [
      {
        success: 'true',
        assuranceLevel: 'AL2',
        clientCustomerId: 'e0f78bc2-f748-4eda-9d29-d756844507fc',
        phoneNumber: '2001004053',
      },
    ],
  },
};
