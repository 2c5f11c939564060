import { body, document, integer, list, text } from './field.ts';
import { firstName, lastName, zipAddress } from './person.ts';

/** What the answers of verify say of people and businesses. */

export const assuranceLevel = () =>
  text({
    doc: 'How sure the match is, from "AL-1" to "AL3".',
    example: 'AL2',
    knownValues: ['AL-1', 'AL0', 'AL1', 'AL2', 'AL3'],
  });

const verifiedPerson = () =>
  body({
    addresses: list(zipAddress(), { doc: 'Where the person lives or lived.' }).optional(),
    assuranceLevel: assuranceLevel(),
    dateOfBirth: text({ doc: 'The date of birth.', example: '1981-01-17', sensitivity: 'dob' }).optional(),
    emails: list(text({ doc: 'An e-mail address.', sensitivity: 'email' }), {
      doc: 'The e-mail addresses of the person.',
    }).optional(),
    firstName: firstName().optional(),
    lastName: lastName().optional(),
    maxAge: integer({ doc: 'The person is at most so old, in years.' }).optional(),
    minAge: integer({ doc: 'The person is at least so old, in years.' }).optional(),
    nationalId: text({ doc: 'The national number, such as the SSN.', sensitivity: 'ssn' }).optional(),
    reasons: list(text({ doc: 'The code of a reason.', example: 'AL2a' }), {
      doc: 'Why the assurance level is what it is.',
      example: ['AL2a'],
    }),
  });

export const identity = () => document(verifiedPerson(), { doc: 'The person whom the number belongs to.' });

export const additionalIdentities = () =>
  list(verifiedPerson(), { doc: 'Other people whom the number may belong to.' });

export const businesses = () =>
  list(
    body({
      businessAddress: document(zipAddress(), { doc: 'Where the business is.' }).optional(),
      businessName: text({ doc: 'The registered name.' }).optional(),
      registrationFiling: document(
        body({
          date: text({ doc: 'When it was registered.' }).optional(),
          region: text({ doc: 'The state of the register.', example: 'TX' }).optional(),
          registrationNumber: text({ doc: 'The number in the register.' }).optional(),
          registrationType: text({ doc: 'The kind of the registration.' }).optional(),
        }),
        { doc: 'How the business is registered.' },
      ).optional(),
      relatedPersons: list(body({ firstName: firstName().optional(), lastName: lastName().optional() }), {
        doc: 'People who belong to the business.',
      }).optional(),
      taxId: text({ doc: 'The number that the tax office gave it.', sensitivity: 'ssn' }).optional(),
      tradeName: text({ doc: 'The name that it trades under.' }).optional(),
    }),
    { doc: 'The businesses of the person, with verificationType "prefillForBiz".', since: '2025-11-24' },
  );
