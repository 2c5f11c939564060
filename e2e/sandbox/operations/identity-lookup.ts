import { answerJson } from '../answer.ts';
import type { Handler } from '../handler.ts';
import { describeIdentity, identitiesOf } from '../identity-store.ts';

export const answerIdentityLookup: Handler = ({ path }, state) =>
  answerJson({ items: identitiesOf(state, path.mobileNumber ?? '').map(describeIdentity) });
