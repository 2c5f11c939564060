import { answerJson } from '../answer.ts';
import { type Handler, readItems } from '../handler.ts';
import { enroll } from '../identity-store.ts';

/** Enrolls each number by itself: one that the sandbox does not know spoils no other. */
export const answerIdentityBatchEnroll: Handler = ({ fields }, state) =>
  answerJson({
    results: readItems(fields, 'items').map((item) => {
      const identity = enroll(item, state);
      return identity ? { proveId: identity.proveId } : { error: 'Invalid Phone Number' };
    }),
  });
