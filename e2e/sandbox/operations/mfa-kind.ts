import { readText } from '../handler.ts';
import type { PossessionKind } from '../possession-flow.ts';
import { discoveredNumber, findUser } from '../sandbox-users.ts';

export const mfaKind: PossessionKind = {
  flowsOf: ({ mfaFlows }) => mfaFlows,
  numberFor: (fields) => {
    if (readText(fields, 'possessionType') === 'none') return undefined;
    const given = readText(fields, 'phoneNumber') ?? discoveredNumber;
    return findUser(given) ? given : 'unknown';
  },
  statusBinds: true,
  details: ({ phoneNumber = '' }) => ({ phoneNumber }),
};
