import { answerJson, refuseUnknownUser } from '../answer.ts';
import type { Handler } from '../handler.ts';
import { enroll } from '../identity-store.ts';

/** Puts a number under identity management; the same number gets the same id again. */
export const answerIdentityEnroll: Handler = ({ fields }, state) => {
  const identity = enroll(fields, state);
  return identity ? answerJson({ proveId: identity.proveId, success: true }) : refuseUnknownUser();
};
