import { unifyIpCharacters } from './character-sets.ts';
import { commonErrors } from './error-status.ts';
import { evaluation } from './evaluation.ts';
import { body, flag, oneOf } from './field.ts';
import type { Operation } from './operation.ts';
import { sdkMethods } from './sdk.ts';
import {
  allowOTPRetry,
  answeredPhone,
  authToken,
  clientCustomerId,
  clientHumanId,
  clientRequestId,
  correlationId,
  deviceId,
  echoedId,
  emailAddress,
  finalTargetUrl,
  ipAddress,
  openedCorrelationId,
  phoneNumber,
  possessionType,
  proveId,
  smsMessage,
  URL_LENGTH,
} from './shared-fields.ts';

/** A string, never a boolean; "success" stands in old samples only. */
const success = (doc: string, example: string) =>
  oneOf(['true', 'false', 'pending', 'possession_required', 'success'], { doc, example });

const laterId = () =>
  correlationId('The id of the flow, as unify returned it. It cannot be used outside of that one flow.', {
    requiredSince: '2025-12-11',
  });

const laterAnswer = (doc: string) =>
  body({
    clientHumanId: echoedId('human', { since: '2025-10-22' }).optional(),
    clientRequestId: echoedId('request', { since: '2025-10-22' }).optional(),
    deviceId: deviceId(
      'The id of the Prove Key on the device, when success is "true" on mobile. A desktop has none.',
      { since: '2025-10-22' },
    ).optional(),
    evaluation: evaluation('2025-08-25').optional(),
    phoneNumber: answeredPhone('The number that was given or found out.').optional(),
    proveId: proveId('The id of the identity, when success is "true".', { since: '2025-10-22' }).optional(),
    success: success(doc, 'true'),
  });

const shared = {
  method: 'POST',
  bodyKind: 'json',
  bodyRequired: true,
  bearer: true,
  since: '2025-04-04',
  regions: ['us', 'eu'],
  genericPath: false,
  errorStatuses: commonErrors,
} as const;

export const unify: Operation = {
  ...shared,
  id: 'unify',
  path: '/v3/unify',
  title: 'Start Unify',
  summary: 'Opens a Unify flow: returns its correlationId and a token for the client SDK.',
  remarks: ['It took the place of mfa. Unlike mfa it allows a phone number with possessionType "none".'],
  sdk: sdkMethods('v3', 'v3UnifyRequest'),
  request: body({
    allowOTPRetry: allowOTPRetry().optional(),
    checkReputation: flag({
      doc: 'Whether the reputation of the number is looked up too.',
      example: true,
      since: '2025-08-25',
    }).optional(),
    clientCustomerId: clientCustomerId().optional(),
    clientHumanId: clientHumanId({ since: '2025-10-22' }).optional(),
    clientRequestId: clientRequestId({ requiredSince: '2025-10-22' }),
    deviceId: deviceId('The id of the Prove Key on the device, where an earlier flow returned it.', {
      since: '2025-10-22',
    }).optional(),
    emailAddress: emailAddress({ example: 'sbutrimovichb@who.int', since: '2025-10-22' }).optional(),
    finalTargetUrl: finalTargetUrl('possessionType', { maxLength: URL_LENGTH }).optional(),
    ipAddress: ipAddress({
      example: '192.168.0.1',
      characters: unifyIpCharacters,
      since: '2025-10-22',
    }).optional(),
    mobileAuthEnabled: flag({
      doc: 'A switch for single customers. The documents do not explain it.',
      example: true,
      since: '2026-04-15',
    }).optional(),
    phoneNumber: phoneNumber(
      'The number of the mobile phone. Needed unless proveId names the person or Mobile Auth finds the number out (US only). US and Canada numbers with or without +1, others with + and the country code.',
      {
        conditions: [
          {
            code: 'mfa.phone-required-eu',
            demand: 'present',
            when: [{ region: 'eu' }, { missing: 'proveId' }, { field: 'possessionType', isNot: ['none'] }],
          },
        ],
      },
    ).optional(),
    possessionType: possessionType(),
    proveId: proveId('The id of an identity, instead of its phone number.', {
      since: '2025-10-22',
    }).optional(),
    rebind: flag({
      doc: 'Whether the Prove Key of the device moves to the number of this flow.',
      example: true,
      since: '2025-06-06',
    }).optional(),
    smsMessage: smsMessage().optional(),
  }),
  response: body({
    authToken: authToken().optional(),
    correlationId: openedCorrelationId(),
    success: success('How far the flow is: "pending".', 'pending'),
  }),
  exampleRequest: {
    possessionType: 'mobile',
    phoneNumber: '2001004014',
    clientRequestId: '71010d88-d0e7-4a24-9297-d1be6fefde81',
    clientCustomerId: 'e0f78bc2-f748-4eda-9d29-d756844507fc',
    smsMessage: '#### is your verification code.',
    allowOTPRetry: true,
  },
  exampleResponse: {
    authToken: 'eyJhbGciOi...',
    correlationId: '713189b8-5555-4b08-83ba-75d08780aebd',
    success: 'pending',
  },
};

export const unifyStatus: Operation = {
  ...shared,
  id: 'unify-status',
  path: '/v3/unify-status',
  title: 'Unify status',
  summary: 'Asks how a flow stands; polled while success is "pending".',
  remarks: ['Fields that have no value are left out of the answer.'],
  sdk: sdkMethods('v3', 'v3UnifyStatusRequest'),
  request: body({
    clientRequestId: clientRequestId().optional(),
    correlationId: laterId(),
    phoneNumber: phoneNumber(
      'The number that the customer proved to hold, in a flow with possessionType "none". Today unify-bind takes it.',
      { removed: '2026-02-10' },
    ).optional(),
  }),
  response: laterAnswer(
    '"pending" while the check runs, then "true" or "false"; "possession_required" when the check is yours to make.',
  ),
  exampleRequest: {
    correlationId: '713189b8-5555-4b08-83ba-75d08780aebd',
    clientRequestId: '71010d88-d0e7-4a24-9297-d1be6fefde81',
  },
  exampleResponse: {
    success: 'true',
    proveId: 'a07b94ce-218c-461f-beda-d92480e40f61',
    phoneNumber: '2001004014',
    clientHumanId: '7bfbb91d-9df8-4ec0-99a6-de05ecc23a9e',
    clientRequestId: '71010d88-d0e7-4a24-9297-d1be6fefde81',
    deviceId: 'bf9ea15d-7dfa-4bb4-a64c-6c26b53472fc',
    evaluation: { authentication: { result: 'pass' }, identification: { result: 'pass' } },
  },
};

export const unifyBind: Operation = {
  ...shared,
  id: 'unify-bind',
  path: '/v3/unify-bind',
  title: 'Unify bind',
  summary: 'Binds the number that you checked yourself to the flow (possessionType "none").',
  remarks: ['It may be called once a status has answered "possession_required".'],
  sdk: sdkMethods('v3', 'v3UnifyBindRequest'),
  request: body({
    clientRequestId: clientRequestId().optional(),
    correlationId: laterId(),
    phoneNumber: phoneNumber('The number that the customer proved to hold.', {
      requiredSince: '2026-02-10',
    }),
  }),
  response: laterAnswer('"true" when the number is bound, else "false".'),
  exampleRequest: {
    correlationId: '713189b8-5555-4b08-83ba-75d08780aebd',
    phoneNumber: '2001004014',
    clientRequestId: '71010d88-d0e7-4a24-9297-d1be6fefde81',
  },
  exampleResponse: {
    success: 'true',
    phoneNumber: '2001004014',
    proveId: 'a07b94ce-218c-461f-beda-d92480e40f61',
  },
};
