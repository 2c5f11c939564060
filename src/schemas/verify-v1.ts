import { commonErrors } from './error-status.ts';
import { evaluation } from './evaluation.ts';
import { body, oneOf, text } from './field.ts';
import type { Operation } from './operation.ts';
import { firstName, lastName } from './person.ts';
import { sdkMethods } from './sdk.ts';
import {
  allowOTPRetry,
  authToken,
  clientCustomerId,
  clientRequestId,
  correlationId,
  emailAddress,
  finalTargetUrl,
  openedCorrelationId,
  phoneNumber,
  possessionType,
  smsMessage,
  URL_LENGTH,
} from './shared-fields.ts';

const shared = {
  method: 'POST',
  bodyKind: 'json',
  bodyRequired: true,
  bearer: true,
  since: '2024-12-05',
  removed: { on: '2025-10-22', replacedBy: 'verify' },
  regions: ['us', 'eu'],
  errorStatuses: commonErrors,
} as const;

/** The documents spell the last value in two ways. */
const result = (doc: string) =>
  oneOf(['success', 'pending', 'failed', 'not_applicable', 'not applicable'], { doc, example: 'pending' });

const results = {
  possessionResult: () => result('How the possession check stands.'),
  verifyResult: () => result('How the check of the name stands.'),
  success: () =>
    oneOf(['true', 'pending', 'false'], {
      doc: 'Both checks together: "pending" until both are done or one has failed.',
      example: 'pending',
    }),
};

/** The former shape of `POST /v3/verify`, with a possession check and a status call. */
export const verifyV1: Operation = {
  ...shared,
  id: 'verify-v1',
  path: '/v3/verify',
  title: 'Verify (until 2025-10-22)',
  summary: 'Opens a check of name and possession: returns its correlationId and a token for the client SDK.',
  remarks: ['The same path takes another body since, without possessionType (verify).'],
  sdk: sdkMethods('v3', 'v3VerifyRequest'),
  chosenBy: 'possessionType',
  genericPath: true,
  request: body({
    allowOTPRetry: allowOTPRetry().optional(),
    clientCustomerId: clientCustomerId().optional(),
    clientRequestId: clientRequestId().optional(),
    emailAddress: emailAddress().optional(),
    finalTargetUrl: finalTargetUrl('possessionType', { maxLength: URL_LENGTH }).optional(),
    firstName: firstName({ example: 'Sheilakathryn' }),
    lastName: lastName({ example: 'Butrimovich' }),
    phoneNumber: phoneNumber('The number of the mobile phone of the person.'),
    possessionType: possessionType(),
    smsMessage: smsMessage().optional(),
  }),
  response: body({
    authToken: authToken().optional(),
    correlationId: openedCorrelationId(),
    evaluation: evaluation('2025-08-25').optional(),
    possessionResult: results.possessionResult(),
    success: results.success(),
    verifyResult: results.verifyResult(),
  }),
  exampleRequest: {
    possessionType: 'mobile',
    firstName: 'Sheilakathryn',
    lastName: 'Butrimovich',
    phoneNumber: '2001004011',
    clientRequestId: '71010d88-d0e7-4a24-9297-d1be6fefde81',
    clientCustomerId: 'e0f78bc2-f748-4eda-9d29-d756844507fc',
    smsMessage: '#### is your verification code.',
  },
  exampleResponse: {
    success: 'pending',
    correlationId: '713189b8-5555-4b08-83ba-75d08780aebd',
    authToken: 'eyJhbGciOi...',
    possessionResult: 'pending',
    verifyResult: 'pending',
  },
};

export const verifyStatus: Operation = {
  ...shared,
  id: 'verify-status',
  path: '/v3/verify-status',
  title: 'Verify status (until 2025-10-22)',
  summary: 'Asks how both checks of a verify flow stand; polled while success is "pending".',
  remarks: ['verify answers at once today, so that no status call is needed.'],
  sdk: sdkMethods('v3', 'v3VerifyStatusRequest'),
  genericPath: false,
  request: body({
    clientRequestId: clientRequestId().optional(),
    correlationId: correlationId(
      'The id of the flow, as verify returned it. It cannot be used outside of that one flow.',
    ).optional(),
  }),
  response: body({
    evaluation: evaluation('2025-08-25').optional(),
    identityId: text({ doc: 'The id of the identity.', since: '2025-06-06' }).optional(),
    possessionResult: results.possessionResult(),
    success: results.success(),
    verifyResult: results.verifyResult(),
  }),
  exampleRequest: {
    clientRequestId: '71010d88-d0e7-4a24-9297-d1be6fefde81',
    correlationId: '713189b8-5555-4b08-83ba-75d08780aebd',
  },
  exampleResponse: { success: 'pending', possessionResult: 'pending', verifyResult: 'pending' },
};
