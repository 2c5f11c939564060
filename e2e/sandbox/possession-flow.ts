import { randomUUID } from 'node:crypto';
import { type Answer, answerJson, refuseMalformed, refuseOutOfOrder, refuseUnknownUser } from './answer.ts';
import type { ExpiringMap } from './expiring-map.ts';
import { type ApiRequest, echo, type Handler, readText } from './handler.ts';
import { makeAuthToken } from './jwt.ts';
import { findRunningFlow } from './running-flow.ts';
import { findUser } from './sandbox-users.ts';
import type { PossessionFlow, SandboxState } from './state.ts';

/** In what MFA and Unify differ. */
export interface PossessionKind {
  flowsOf(state: SandboxState): ExpiringMap<PossessionFlow>;
  /** The number that a first call speaks of; `unknown` where it names somebody whom the sandbox does not know. */
  numberFor(fields: ApiRequest['fields'], state: SandboxState): string | undefined | 'unknown';
  /** A status may carry the number: before mfa-bind existed, a repeated one was the third call. */
  statusBinds: boolean;
  /** What a later call answers besides `success`. */
  details(flow: PossessionFlow, success: string, fields: ApiRequest['fields'], state: SandboxState): object;
}

/** Opens a flow. */
export const openPossession =
  (kind: PossessionKind): Handler =>
  ({ fields, url }, state) => {
    const phoneNumber = kind.numberFor(fields, state);
    if (phoneNumber === 'unknown') return refuseUnknownUser();
    const correlationId = randomUUID();
    kind.flowsOf(state).set(correlationId, {
      possessionType: readText(fields, 'possessionType') ?? '',
      phoneNumber,
      polls: 0,
      possessionRequired: false,
      bound: undefined,
      ended: false,
      echoed: echo(fields, 'clientRequestId', 'clientHumanId', 'deviceId'),
      checkReputation: fields.checkReputation === true,
    });
    const authToken = makeAuthToken(correlationId, url.origin, state.clock);
    return answerJson({ authToken, correlationId, success: 'pending' });
  };

/** Says how a flow stands; the final answer uses the correlationId up. */
export const answerPossessionStatus =
  (kind: PossessionKind): Handler =>
  ({ fields }, state) => {
    const found = findRunningFlow(fields, kind.flowsOf(state), hasEnded);
    if ('refusal' in found) return found.refusal;
    const { flow } = found;
    const bringsOwn = flow.possessionType === 'none';
    const given = kind.statusBinds ? readText(fields, 'phoneNumber') : undefined;
    if (given !== undefined && !bringsOwn)
      return refuseMalformed('phoneNumber: only allowed when the flow began with possessionType "none"');
    flow.polls++;
    const answer = (success: string) =>
      answerJson({ ...kind.details(flow, success, fields, state), success });
    const end = (passes: boolean): Answer => {
      flow.ended = true;
      return answer(String(passes));
    };

    if (flow.bound !== undefined) return end(flow.bound);
    const user = findUser(flow.phoneNumber ?? '');
    if (flow.polls <= (user?.immediate ? 0 : state.pendingPolls)) return answer('pending');
    if (!bringsOwn) return end(user?.passes ?? false);
    if (flow.possessionRequired && given !== undefined) {
      const bound = findUser(given);
      if (!bound) return refuseUnknownUser();
      flow.phoneNumber = given;
      return end(bound.passes);
    }
    flow.possessionRequired = true;
    return answer('possession_required');
  };

/** Binds the number that the customer checked itself: the third call of a flow with possessionType "none". */
export const bindPossession =
  (kind: PossessionKind): Handler =>
  ({ fields }, state) => {
    const found = findRunningFlow(fields, kind.flowsOf(state), hasEnded);
    if ('refusal' in found) return found.refusal;
    const { flow } = found;
    if (flow.possessionType !== 'none')
      return refuseOutOfOrder('this flow has no bind: it did not begin with possessionType "none"');
    if (!flow.possessionRequired)
      return refuseOutOfOrder('bind comes after a status that answered possession_required');
    if (flow.bound !== undefined) return refuseOutOfOrder('this flow is bound already');
    const phoneNumber = readText(fields, 'phoneNumber');
    if (phoneNumber === undefined) return refuseMalformed('phoneNumber: the number to bind is missing');
    const user = findUser(phoneNumber);
    if (!user) return refuseUnknownUser();
    flow.phoneNumber = phoneNumber;
    flow.bound = user.passes;
    const success = String(user.passes);
    return answerJson({ ...kind.details(flow, success, fields, state), success });
  };

const hasEnded = (flow: PossessionFlow) => flow.ended;
