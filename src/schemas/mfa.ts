import { commonErrors } from './error-status.ts';
import { body, text } from './field.ts';
import type { Operation } from './operation.ts';
import { mfaSdkMethods } from './sdk.ts';
import {
  answeredPhone,
  authToken,
  clientCustomerId,
  clientRequestId,
  correlationId,
  finalTargetUrl,
  ipAddress,
  openedCorrelationId,
  phoneNumber,
  possessionType,
  smsMessage,
} from './shared-fields.ts';

/** `success` of all MFA answers is a string; the list is open, since only samples are published. */
const success = (doc: string) =>
  text({
    doc,
    example: 'pending',
    knownValues: ['true', 'false', 'pending', 'possession_required', 'success'],
  });

const boundPhone = () =>
  text({
    doc: 'The number that the customer proved to hold. Only allowed when the flow began with possessionType "none"; required on its third call.',
    example: '2001004011',
    shape: 'phone',
    sensitivity: 'phone',
    alsoCalled: ['phone', 'mobileNumber', 'mobile', 'phoneNo'],
  });

const laterRequest = () =>
  body({
    clientRequestId: clientRequestId().optional(),
    correlationId: correlationId(
      'The id of the flow, as the mfa call returned it. It cannot be used outside of that one flow.',
    ).optional(),
    phoneNumber: boundPhone().optional(),
  });

const laterResponse = (doc: string) =>
  body({
    phoneNumber: answeredPhone('The number that was given or found out.'),
    success: success(doc),
  });

const laterExample = {
  clientRequestId: '71010d88-d0e7-4a24-9297-d1be6fefde81',
  correlationId: '713189b8-5555-4b08-83ba-75d08780aebd',
  phoneNumber: '2001004011',
};

const shared = {
  method: 'POST',
  bodyKind: 'json',
  bodyRequired: true,
  bearer: true,
  regions: ['us', 'eu'],
  genericPath: false,
  errorStatuses: commonErrors,
} as const;

/** Seed V3MFARequest. */
export const mfa: Operation = {
  ...shared,
  id: 'mfa',
  sdk: mfaSdkMethods('v3MFARequest'),
  path: '/v3/mfa',
  title: 'Start MFA',
  summary: 'Opens a multi-factor flow: returns its correlationId and a token for the client SDK.',
  since: '2025-02-18',
  removed: { on: '2025-04-04', replacedBy: 'unify' },
  request: body({
    clientCustomerId: clientCustomerId().optional(),
    clientRequestId: clientRequestId().optional(),
    emailAddress: text({
      doc: 'The e-mail address of the customer.',
      example: 'user@example.com',
      shape: 'email',
      sensitivity: 'email',
      alsoCalled: ['email', 'mail'],
    }).optional(),
    // The length is documented since 2025-07-21, when this operation was gone.
    finalTargetUrl: finalTargetUrl('possessionType').optional(),
    ipAddress: ipAddress().optional(),
    phoneNumber: phoneNumber(
      'The number of the mobile phone: optional in the US, required in the EU, not allowed with possessionType "none". US and Canada numbers with or without +1, others with + and the country code.',
      {
        conditions: [
          {
            code: 'mfa.phone-not-allowed',
            demand: 'absent',
            when: [{ field: 'possessionType', is: ['none'] }],
          },
          {
            code: 'mfa.phone-required-eu',
            demand: 'present',
            when: [{ region: 'eu' }, { field: 'possessionType', isNot: ['none'] }],
          },
        ],
      },
    ).optional(),
    possessionType: possessionType(),
    smsMessage: smsMessage({
      doc: 'Your own wording of the SMS. #### stands for the link (desktop), or four to six # for the code and its length (mobile). Later versions document 160 characters at most.',
      example: '#### is your verification code',
      maxLength: { limit: 160, severity: 'warning' },
    }).optional(),
  }),
  response: body({
    authToken: authToken().optional(),
    correlationId: openedCorrelationId(),
    success: success('How far the flow is: usually "pending".'),
  }),
  exampleRequest: {
    possessionType: 'mobile',
    phoneNumber: '2001004011',
    clientCustomerId: 'e0f78bc2-f748-4eda-9d29-d756844507fc',
    clientRequestId: '71010d88-d0e7-4a24-9297-d1be6fefde81',
    emailAddress: 'user@example.com',
    ipAddress: '192.168.1.1',
    smsMessage: '#### is your verification code',
  },
  exampleResponse: {
    authToken: 'eyJhbGciOi...',
    correlationId: '713189b8-5555-4b08-83ba-75d08780aebd',
    success: 'success',
  },
};

/** Seed V3MFAStatusRequest. */
export const mfaStatus: Operation = {
  ...shared,
  id: 'mfa-status',
  sdk: mfaSdkMethods('v3MFAStatusRequest'),
  path: '/v3/mfa-status',
  title: 'MFA status',
  summary: 'Asks how a flow stands; polled while success is "pending".',
  since: '2025-02-18',
  removed: { on: '2025-04-04', replacedBy: 'unify-status' },
  remarks: ['Before 2025-03-05 a repeated status carried the number that mfa-bind takes since.'],
  request: laterRequest(),
  response: laterResponse(
    '"pending" while the check runs, then "true" or "false"; "possession_required" when the check is yours to make.',
  ),
  exampleRequest: laterExample,
  exampleResponse: { phoneNumber: '2001004011', success: 'success' },
};

/** Catalogue V3MFABindRequest: the third call of a flow whose possession check the customer makes. */
export const mfaBind: Operation = {
  ...shared,
  id: 'mfa-bind',
  sdk: mfaSdkMethods('v3MFABindRequest'),
  path: '/v3/mfa-bind',
  title: 'MFA bind',
  summary: 'Binds the number that you checked yourself to the flow (possessionType "none").',
  since: '2025-03-05',
  removed: { on: '2025-04-04', replacedBy: 'unify-bind' },
  request: laterRequest(),
  response: laterResponse('"true" when the number is bound, else "false".'),
  exampleRequest: laterExample,
  exampleResponse: { phoneNumber: '2001004011', success: 'success' },
};
