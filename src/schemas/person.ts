import { body, document, type FieldDoc, list, text } from './field.ts';

/** What is known of a person: fields of start, challenge, complete and verify. */

type More = Partial<FieldDoc>;

/** Names that former versions and integrators give to the social security number. */
const ssnNames = ['last4SSN', 'lastFourSSN', 'last4', 'socialSecurityNumber', 'nationalId'];

export const ssn = (doc: string, more: More = {}) =>
  text({ doc, example: '0596', format: 'ssn', sensitivity: 'ssn', alsoCalled: ssnNames, ...more });

export const dob = (doc: string, more: More = {}) =>
  text({
    doc,
    example: '1981-01',
    format: 'dob',
    sensitivity: 'dob',
    alsoCalled: ['dateOfBirth', 'birthDate', 'birthday'],
    ...more,
  });

export const firstName = (more: More = {}) =>
  text({
    doc: 'The given name of the person.',
    example: 'Tod',
    sensitivity: 'name',
    alsoCalled: ['givenName', 'forename'],
    ...more,
  });

export const lastName = (more: More = {}) =>
  text({
    doc: 'The family name of the person.',
    example: 'Weedall',
    sensitivity: 'name',
    alsoCalled: ['familyName', 'surname'],
    ...more,
  });

const line = (doc: string, example: string, alsoCalled: readonly string[], more: More = {}) =>
  text({ doc, example, sensitivity: 'address', alsoCalled, ...more }).optional();

const place = {
  address: () =>
    line('Street and number.', '39 South Trail', ['street', 'streetAddress', 'address1', 'line1']),
  city: () => line('The city.', 'San Antonio', ['town']),
  extendedAddress: () => line('Flat, suite or floor.', 'Apt 23', ['address2', 'line2', 'unit', 'apartment']),
  region: () => line('The state, in two letters.', 'TX', ['state', 'province']),
};

const postalCodeNames = ['zipCode', 'zip', 'postCode'];

/** An address as complete takes it. */
export const takenAddress = () =>
  body({
    address: place.address(),
    city: place.city(),
    extendedAddress: place.extendedAddress(),
    postalCode: line('The ZIP code: five digits, or nine as 12345-6789.', '78285', postalCodeNames, {
      format: 'postalCode',
    }),
    region: place.region(),
  });

/** An address as challenge gives it. */
export const givenAddress = () =>
  body({
    address: place.address(),
    city: place.city(),
    extendedAddress: place.extendedAddress(),
    postalCode: line('The ZIP code.', '78285', postalCodeNames),
    region: place.region(),
  });

/** An address as verify gives it: here the field is called zipCode. */
export const zipAddress = () =>
  body({
    address: place.address(),
    city: place.city(),
    extendedAddress: place.extendedAddress(),
    region: place.region(),
    zipCode: line('The ZIP code.', '78285', ['postalCode']),
  });

export const emails = (doc: string) =>
  list(
    text({
      doc: 'An e-mail address.',
      example: 'jdoe@example.com',
      shape: 'email',
      sensitivity: 'email',
    }),
    { doc, alsoCalled: ['emails', 'emailAddress', 'email'] },
  );

/** The person that challenge knows. */
export const knownIndividual = () =>
  document(
    body({
      addresses: list(givenAddress(), { doc: 'Where the person lives or lived.' }).optional(),
      dob: text({
        doc: 'The date of birth.',
        example: '1981-01-17T00:00:00Z',
        sensitivity: 'dob',
      }).optional(),
      emailAddresses: emails('The e-mail addresses of the person.').optional(),
      firstName: firstName().optional(),
      lastName: lastName().optional(),
      ssn: text({
        doc: 'The social security number.',
        example: '265228370',
        sensitivity: 'ssn',
      }).optional(),
    }),
    { doc: 'What is known of the person, to fill a form with. There on success only.' },
  );
