import type { SendOptions } from '../model/compose/send.ts';
import type { Failure } from '../model/exchange.ts';

/** Aborted when the sender cancels, and when the time limit is over. */
export const stopSignal = ({ signal, timeLimit }: Pick<SendOptions, 'signal' | 'timeLimit'>): AbortSignal =>
  AbortSignal.any([signal, AbortSignal.timeout(timeLimit)]);

/** Which of the two it was. */
export function failureOfStop(stop: AbortSignal): Failure {
  const reason: unknown = stop.reason;
  const late = reason instanceof DOMException && reason.name === 'TimeoutError';
  return { kind: late ? 'timeout' : 'aborted', detail: '' };
}

/** The result of some work, or a rejection as soon as the signal stops it: a paused page never answers. */
export function unlessStopped<T>(stop: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const onStop = () => reject(stop.reason);
    if (stop.aborted) onStop();
    stop.addEventListener('abort', onStop);
    work.then(resolve, reject).finally(() => stop.removeEventListener('abort', onStop));
  });
}
