import { randomUUID } from 'node:crypto';
import { checksOf } from '../checks.ts';
import { echo, readText } from '../handler.ts';
import type { PossessionKind } from '../possession-flow.ts';
import { discoveredNumber, findUser } from '../sandbox-users.ts';
import { numberOf, proveIdOf } from '../state.ts';

export const unifyKind: PossessionKind = {
  flowsOf: ({ unifyFlows }) => unifyFlows,
  numberFor: (fields, state) => {
    const given = readText(fields, 'phoneNumber');
    if (given !== undefined) return findUser(given) ? given : 'unknown';
    const proveId = readText(fields, 'proveId');
    if (proveId !== undefined) return numberOf(state, proveId) ?? 'unknown';
    return readText(fields, 'possessionType') === 'none' ? undefined : discoveredNumber;
  },
  statusBinds: false,
  details: (flow, success, fields, state) => {
    const { phoneNumber, possessionType, echoed } = flow;
    const told = {
      ...(phoneNumber !== undefined && { phoneNumber }),
      ...(echoed.clientRequestId !== undefined && { clientRequestId: echoed.clientRequestId }),
      ...echo(fields, 'clientRequestId'),
    };
    if (success !== 'true' && success !== 'false') return told;
    const checks = flow.checkReputation ? ['authentication', 'risk'] : ['authentication'];
    const evaluation = checksOf(checks, success === 'true');
    if (success === 'false') return { ...told, evaluation };
    const deviceId = possessionType === 'desktop' ? undefined : (echoed.deviceId ?? randomUUID());
    if (deviceId !== undefined) state.devices.add(deviceId);
    return {
      ...told,
      ...(echoed.clientHumanId !== undefined && { clientHumanId: echoed.clientHumanId }),
      ...(deviceId !== undefined && { deviceId }),
      proveId: proveIdOf(state, phoneNumber ?? ''),
      evaluation,
    };
  },
};
