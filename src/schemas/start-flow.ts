import { startIpCharacters } from './character-sets.ts';
import { commonErrors } from './error-status.ts';
import { evaluation } from './evaluation.ts';
import { body, flag, map, oneOf, text } from './field.ts';
import type { Operation } from './operation.ts';
import { dob, knownIndividual, ssn } from './person.ts';
import { sdkMethods } from './sdk.ts';
import {
  allowOTPRetry,
  answeredPhone,
  authToken,
  correlationId,
  emailAddress,
  finalTargetUrl,
  ipAddress,
  openedCorrelationId,
  phoneNumber,
  smsMessage,
  URL_LENGTH,
} from './shared-fields.ts';

/** What the four operations of the start flow have in common. */
export const startFlow = {
  method: 'POST',
  bodyKind: 'json',
  bodyRequired: true,
  bearer: true,
  since: '2024-05-22',
  regions: ['us'],
  errorStatuses: commonErrors,
} as const;

export const laterCorrelationId = () =>
  correlationId('The id of the flow, as start returned it. It cannot be used outside of that one flow.');

/** Which operations may follow, by name. */
export const next = (example: Readonly<Record<string, string>>) =>
  map(text({ doc: 'The path of the operation, or "done".', example: '/v3/complete' }), {
    doc: 'What may be called next: names of operations with their paths, or "done".',
    example,
    knownKeys: ['v3-validate', 'v3-challenge', 'v3-complete', 'done'],
  });

const startPhone = () =>
  phoneNumber(
    'The number of the mobile phone. It may be left out only where Mobile Auth finds it out (US) or the client SDK asks for it; the sandbox always needs it.',
    { example: '2001001695' },
  );

export const start: Operation = {
  ...startFlow,
  id: 'start',
  path: '/v3/start',
  title: 'Start',
  summary: 'Opens a Pre-Fill or Identity flow: returns its correlationId and a token for the client SDK.',
  remarks: [
    'last4SSN was renamed to ssn on 2024-06-20.',
    'Since late 2025 the documents advise against dob and ssn here; send them with challenge.',
  ],
  sdk: sdkMethods('v3', 'v3StartRequest'),
  genericPath: true,
  request: body({
    allowOTPRetry: allowOTPRetry().optional(),
    dob: dob('The date of birth: YYYY-MM-DD, YYYY-MM or MM-DD. Rather send it with challenge.').optional(),
    emailAddress: emailAddress({ example: 'mpinsonm@dyndns.org' }).optional(),
    finalTargetUrl: finalTargetUrl('flowType', { maxLength: URL_LENGTH }).optional(),
    flowType: oneOf(['desktop', 'mobile'], {
      doc: 'Where the person is: "desktop" for a desktop browser, "mobile" for an app or mobile web.',
      example: 'mobile',
      alsoCalled: ['possessionType'],
    }),
    ipAddress: ipAddress({ example: '10.0.0.1', characters: startIpCharacters }).optional(),
    phoneNumber: startPhone().optional(),
    smsMessage: smsMessage({ since: '2024-09-20' }).optional(),
    ssn: ssn(
      'All nine digits of the social security number, or the last four. Rather send it with challenge.',
      {
        since: '2024-06-20',
      },
    ).optional(),
  }),
  response: body({
    authToken: authToken(),
    correlationId: openedCorrelationId(),
    next: next({ 'v3-validate': '/v3/validate' }),
  }),
  exampleRequest: {
    flowType: 'mobile',
    phoneNumber: '2001001695',
    dob: '1981-01',
    ssn: '0596',
    emailAddress: 'mpinsonm@dyndns.org',
    ipAddress: '203.0.113.7',
    smsMessage: '#### is your verification code.',
    allowOTPRetry: true,
  },
  exampleResponse: {
    authToken: 'eyJhbGciOi...',
    correlationId: '713189b8-5555-4b08-83ba-75d08780aebd',
    next: { 'v3-validate': '/v3/validate' },
  },
};

export const validate: Operation = {
  ...startFlow,
  id: 'validate',
  path: '/v3/validate',
  title: 'Validate',
  summary: 'Asks how the possession check of the client SDK ended.',
  remarks: ['Challenge follows in a Pre-Fill flow, complete in an Identity flow; next says which.'],
  sdk: sdkMethods('v3', 'v3ValidateRequest'),
  genericPath: true,
  request: body({ correlationId: laterCorrelationId() }),
  response: body({
    challengeMissing: flag({
      doc: 'Whether challenge needs a date of birth or a social security number. Always false in an Identity flow.',
      example: true,
    }),
    evaluation: evaluation('2025-07-24').optional(),
    next: next({ 'v3-challenge': '/v3/challenge' }),
    phoneNumber: answeredPhone('The number that was given or found out.', {
      example: '2001001686',
      since: '2024-08-07',
    }).optional(),
    success: flag({ doc: 'Whether the person holds the phone.', example: true }),
  }),
  exampleRequest: { correlationId: '713189b8-5555-4b08-83ba-75d08780aebd' },
  exampleResponse: {
    success: true,
    challengeMissing: true,
    phoneNumber: '2001001686',
    next: { 'v3-challenge': '/v3/challenge' },
  },
};

export const challenge: Operation = {
  ...startFlow,
  id: 'challenge',
  path: '/v3/challenge',
  title: 'Challenge',
  summary: 'Checks a date of birth or social security number and returns what is known of the person.',
  remarks: [
    'One of dob and ssn is needed, unless start had it; what is sent here counts over what start had.',
    'last4SSN was renamed to ssn on 2024-06-20.',
  ],
  sdk: sdkMethods('v3', 'v3ChallengeRequest'),
  genericPath: false,
  request: body({
    correlationId: laterCorrelationId(),
    dob: dob(
      'The date of birth: YYYY-MM-DD, YYYY-MM or MM-DD. Needed unless ssn is sent or start had either.',
    ).optional(),
    ssn: ssn(
      'All nine digits of the social security number, or the last four. Needed unless dob is sent or start had either.',
      { since: '2024-06-20' },
    ).optional(),
  }),
  response: body({
    evaluation: evaluation('2025-07-24').optional(),
    individual: knownIndividual().optional(),
    next: next({ 'v3-complete': '/v3/complete' }),
    success: flag({ doc: 'Whether the person was found.', example: true }),
  }),
  exampleRequest: {
    correlationId: '713189b8-5555-4b08-83ba-75d08780aebd',
    dob: '1981-01',
    ssn: '0596',
  },
  exampleResponse: {
    success: true,
    individual: {
      firstName: 'Tod',
      lastName: 'Weedall',
      addresses: [
        {
          address: '39 South Trail',
          city: 'San Antonio',
          extendedAddress: 'Apt 23',
          postalCode: '78285',
          region: 'TX',
        },
      ],
      emailAddresses: ['jdoe@example.com', 'dsmith@example.com'],
      dob: '1981-01-17T00:00:00Z',
      ssn: '265228370',
    },
    next: { 'v3-complete': '/v3/complete' },
  },
};
