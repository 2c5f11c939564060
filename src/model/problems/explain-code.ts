import { describeProblem } from './describe-problem.ts';
import { type ProblemCode, severities } from './problem.ts';

/** All codes, in the order in which they were thought of. */
export const problemCodes: readonly ProblemCode[] = Object.keys(severities).filter(
  (key): key is ProblemCode => key in severities,
);

/** What a sentence says where no call is at hand. */
const anything: Readonly<Record<string, string | number>> = {
  allowed: '…',
  limit: '…',
  minutes: 15,
  success: '…',
  times: '…',
  code: '…',
  status: '…',
  name: 'variable',
  kind: 'phone',
};

const special: Partial<Record<ProblemCode, Readonly<Record<string, string | number>>>> = {
  'body.content-type': { expected: 'application/json' },
  'body.too-large': { limit: 4096 },
  'field.type': {},
  'field.length': { limit: 128 },
  'sms.length': { limit: 160 },
  'flow.polling-fast': { times: 3 },
  'field.format': { format: 'dob' },
  'field.shape': { shape: 'email' },
  'flow.correlation-id-reused': {},
  'flow.out-of-order': { next: '' },
};

/** What a code means, in one sentence, for any field. */
export const explainCode = (code: ProblemCode): string =>
  describeProblem({
    severity: severities[code],
    code,
    in: 'request',
    path: '/field',
    line: 1,
    column: 1,
    from: 0,
    to: 0,
    details: special[code] ?? anything,
  });
