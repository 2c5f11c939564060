import { phoneCharacters } from './character-sets.ts';
import { body, document, text } from './field.ts';
import type { Operation } from './operation.ts';
import { clientCustomerId, clientHumanId, clientRequestId, deviceId } from './shared-fields.ts';
import { z } from './zod.ts';

/** Seed V3EnrollIdentityRequest, with the fields that the catalogue adds since. */
export const identityEnroll: Operation = {
  id: 'identity-enroll',
  method: 'POST',
  path: '/v3/identity',
  title: 'Enroll identity',
  summary: 'Puts a phone number under identity management and returns its id.',
  since: '2025-06-18',
  bodyKind: 'json',
  bodyRequired: true,
  bearer: true,
  regions: ['us', 'eu'],
  genericPath: true,
  request: body({
    clientCustomerId: clientCustomerId().optional(),
    clientHumanId: clientHumanId().optional(),
    clientRequestId: clientRequestId().optional(),
    deviceId: deviceId(
      'The id of the Prove Key on the device. Only of use together with Prove Unify.',
    ).optional(),
    identityAttributes: document(
      z.array(
        body({
          attributeType: text({ doc: 'What the attribute is.', example: 'myWalletId' }).optional(),
          attributeValue: text({ doc: 'Its value.', example: 'token123', sensitivity: 'secret' }).optional(),
        }),
      ),
      { doc: 'Attributes to keep with the identity.', since: '2026-02-27' },
    ).optional(),
    phoneNumber: text({
      doc: 'The number of the person to enroll. US numbers with or without +1.',
      example: '2001001695',
      characters: phoneCharacters,
      sensitivity: 'phone',
    }),
  }),
  response: body({
    proveId: text({
      doc: 'The id of the identity.',
      example: '863189q5-5555-4c15-89ba-15d08710aecz',
      since: '2026-04-15',
    }).optional(),
    identityId: text({ doc: 'The name of proveId until 2026-04-15.', removed: '2026-04-15' }).optional(),
    success: document(z.boolean(), { doc: 'Whether the identity is enrolled.', example: true }),
  }).refine((answer) => answer.proveId !== undefined || answer.identityId !== undefined, {
    path: ['proveId'],
    params: { code: 'field.required' },
  }),
  exampleRequest: {
    clientCustomerId: 'e0f78bc2-f748-4eda-9d29-d756844507fc',
    clientRequestId: '71010d88-d0e7-4a24-9297-d1be6fefde81',
    deviceId: 'bf9ea15d-7dfa-4bb4-a64c-6c26b53472fc',
    phoneNumber: '2001001695',
  },
  exampleResponse: { proveId: '863189q5-5555-4c15-89ba-15d08710aecz', success: true },
};
