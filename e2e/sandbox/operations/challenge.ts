import { answerJson, refuseMalformed } from '../answer.ts';
import type { Handler } from '../handler.ts';
import { findStep, knowsPerson, nextStep } from '../start-flow.ts';

/** Gives what is known of the person; any date of birth or social security number will do. */
export const answerChallenge: Handler = ({ fields }, state) => {
  const found = findStep(fields, state, 'v3-challenge');
  if ('refusal' in found) return found.refusal;
  const { flow, user } = found;
  if (!flow.identified && !knowsPerson(fields)) return refuseMalformed('one of dob and ssn is needed');
  flow.next = 'v3-complete';
  return answerJson({
    success: true,
    individual: {
      firstName: user.firstName,
      lastName: user.lastName,
      addresses: [
        {
          address: '39 South Trail',
          city: 'San Antonio',
          extendedAddress: 'Apt 23',
          postalCode: '78285',
          region: 'TX',
        },
      ],
      emailAddresses: ['jdoe@example.com'],
      dob: '1981-01-17T00:00:00Z',
      ssn: '265228370',
    },
    next: nextStep(flow.next),
  });
};
