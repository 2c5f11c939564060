import { lookupErrors } from './error-status.ts';
import { body, flag } from './field.ts';
import type { Operation } from './operation.ts';
import { sdkMethods } from './sdk.ts';
import { clientRequestId, deviceId } from './shared-fields.ts';

export const deviceRevoke: Operation = {
  id: 'device-revoke',
  method: 'POST',
  path: '/v3/device/revoke',
  title: 'Revoke device',
  summary: 'Makes the Prove Key of a device worthless.',
  since: '2026-02-27',
  sdk: sdkMethods('v3', 'v3DeviceRevokeRequest'),
  bodyKind: 'json',
  bodyRequired: true,
  bearer: true,
  regions: ['us', 'eu'],
  genericPath: false,
  errorStatuses: lookupErrors,
  request: body({
    clientRequestId: clientRequestId(),
    deviceId: deviceId('The id of the Prove Key on the device, as unify-status returned it.'),
  }),
  response: body({ success: flag({ doc: 'Whether the key is revoked.', example: true }) }),
  exampleRequest: {
    clientRequestId: '71010d88-d0e7-4a24-9297-d1be6fefde81',
    deviceId: 'bf9ea15d-7dfa-4bb4-a64c-6c26b53472fc',
  },
  exampleResponse: { success: true },
};
