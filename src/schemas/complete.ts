import { evaluation } from './evaluation.ts';
import { body, document, flag, list, type Needs, needing } from './field.ts';
import { idv, kyc } from './identity-check.ts';
import type { Operation } from './operation.ts';
import { dob, emails, firstName, lastName, ssn, takenAddress } from './person.ts';
import { sdkMethods } from './sdk.ts';
import { laterCorrelationId, next, startFlow } from './start-flow.ts';

/** Without one of these the API answers 400. */
const enoughToIdentify: Needs = [['firstName', 'lastName'], ['ssn']];

export const complete: Operation = {
  ...startFlow,
  id: 'complete',
  path: '/v3/complete',
  title: 'Complete',
  summary: 'Sends what the person confirmed, and ends the flow.',
  remarks: [
    'The KYC add-on needs both names, dob, and either ssn or an address.',
    'changeDetected in the answer was dropped on 2024-06-24, when idv and kyc came.',
  ],
  sdk: sdkMethods('v3', 'v3CompleteRequest'),
  genericPath: false,
  request: body({
    correlationId: laterCorrelationId(),
    individual: document(
      needing(
        body({
          addresses: list(takenAddress(), {
            doc: 'The address of the person. Only the first of the list counts.',
            alsoCalled: ['address'],
          }).optional(),
          dob: dob('The date of birth: YYYY-MM-DD, YYYY-MM or MM-DD.').optional(),
          emailAddresses: emails(
            'The e-mail address of the person. Only the first of the list counts.',
          ).optional(),
          firstName: firstName().optional(),
          lastName: lastName().optional(),
          ssn: ssn('All nine digits of the social security number, or the last four.', {
            example: '265228370',
          }).optional(),
        }),
        enoughToIdentify,
      ),
      {
        doc: 'The person, as confirmed or corrected. Both names or the social security number are needed.',
        alsoCalled: ['person'],
        needs: enoughToIdentify,
      },
    ),
  }),
  response: body({
    evaluation: evaluation('2025-07-24').optional(),
    idv: idv().optional(),
    kyc: kyc().optional(),
    next: next({ done: 'done' }),
    success: flag({ doc: 'Whether the person was verified.', example: true }),
  }),
  exampleRequest: {
    correlationId: '713189b8-5555-4b08-83ba-75d08780aebd',
    individual: { firstName: 'Tod', lastName: 'Weedall', dob: '1981-01', ssn: '265228370' },
  },
  exampleResponse: { success: true, next: { done: 'done' } },
};
