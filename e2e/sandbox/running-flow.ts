import { type Answer, refuseCorrelationId } from './answer.ts';
import type { ExpiringMap } from './expiring-map.ts';
import { type ApiRequest, readText } from './handler.ts';

/** Finds the running flow that a later call belongs to, or the refusal that it gets. */
export function findRunningFlow<T>(
  fields: ApiRequest['fields'],
  flows: ExpiringMap<T>,
  hasEnded: (flow: T) => boolean,
): { flow: T } | { refusal: Answer } {
  const id = readText(fields, 'correlationId');
  if (id === undefined) return { refusal: refuseCorrelationId('correlationId is missing') };
  const flow = flows.get(id);
  if (!flow) return { refusal: refuseCorrelationId('correlationId is unknown, expired or of another flow') };
  if (hasEnded(flow))
    return { refusal: refuseCorrelationId('correlationId was used already: its flow has ended') };
  return { flow };
}
