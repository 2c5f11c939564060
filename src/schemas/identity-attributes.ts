import { body, list, text } from './field.ts';

/** Attributes of the client's own that are kept with an identity. */
export const identityAttributes = () =>
  list(
    body({
      attributeType: text({ doc: 'What the attribute is.', example: 'myWalletId' }).optional(),
      attributeValue: text({ doc: 'Its value.', example: 'token123', sensitivity: 'secret' }).optional(),
    }),
    { doc: 'Attributes to keep with the identity.', since: '2026-02-27', alsoCalled: ['attributes'] },
  );
