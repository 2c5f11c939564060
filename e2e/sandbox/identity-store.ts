import { randomUUID } from 'node:crypto';
import { type ApiRequest, readItems, readText } from './handler.ts';
import { findUser, numberKey } from './sandbox-users.ts';
import { type Identity, proveIdOf, type SandboxState } from './state.ts';

/** Enrolls a number, or undefined where the sandbox does not know it; the same number keeps its id. */
export function enroll(fields: ApiRequest['fields'], state: SandboxState): Identity | undefined {
  const phoneNumber = readText(fields, 'phoneNumber') ?? '';
  if (!findUser(phoneNumber)) return undefined;
  const proveId = proveIdOf(state, phoneNumber);
  const known = state.identities.get(proveId);
  const deviceId = readText(fields, 'deviceId') ?? known?.deviceId;
  const attributes = readItems(fields, 'identityAttributes').map((attribute) => ({
    attributeId: randomUUID(),
    attributeValue: readText(attribute, 'attributeValue') ?? '',
  }));
  const identity: Identity = {
    proveId,
    phoneNumber,
    active: known?.active ?? true,
    createdAt: known?.createdAt ?? state.clock.now(),
    clientCustomerId: readText(fields, 'clientCustomerId') ?? known?.clientCustomerId,
    deviceId,
    attributes: [...(known?.attributes ?? []), ...attributes],
  };
  state.identities.set(proveId, identity);
  if (deviceId !== undefined) state.devices.add(deviceId);
  return identity;
}

/** The enrolled identities of a number. */
export const identitiesOf = ({ identities }: SandboxState, phoneNumber: string): Identity[] =>
  [...identities.values()].filter((identity) => numberKey(identity.phoneNumber) === numberKey(phoneNumber));

/** An identity as the API describes it; carrier and kind of line are this sandbox's choice. */
export const describeIdentity = (identity: Identity): object => ({
  active: identity.active,
  carrier: 'Verizon',
  ...(identity.clientCustomerId !== undefined && { clientCustomerId: identity.clientCustomerId }),
  countryCode: 'US',
  createdAt: Math.floor(identity.createdAt / 1000),
  creationString: new Date(identity.createdAt).toISOString(),
  ...(identity.deviceId !== undefined && { deviceId: identity.deviceId }),
  lineType: 'mobile',
  phoneNumber: identity.phoneNumber,
  proveId: identity.proveId,
});
