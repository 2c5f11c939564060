import { answerJson, refuseMissing } from '../answer.ts';
import { type Handler, readText } from '../handler.ts';

/** Forgets a Prove Key: one that a Unify flow returned, or that came with an enrolled identity. */
export const answerDeviceRevoke: Handler = ({ fields }, { devices }) =>
  devices.delete(readText(fields, 'deviceId') ?? '')
    ? answerJson({ success: true })
    : refuseMissing('there is no Prove Key with this deviceId');
