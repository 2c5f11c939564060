import { body, document, flag, integer, list, text } from './field.ts';
import { z } from './zod.ts';

/** The answers of the add-ons of complete: what data sources say of a person. */

const matches = (what: string) => flag({ doc: `Whether ${what} is the same as in this source.` }).optional();
const score = (what: string) => integer({ doc: `How well ${what} fits, as a number.` }).optional();

const dataSource = (which: string) =>
  document(
    body({
      address: document(
        body({
          addressScore: score('the address as a whole'),
          city: matches('the city'),
          distance: document(z.number(), { doc: 'How far apart the two addresses are.' }).optional(),
          postalCode: matches('the ZIP code'),
          region: matches('the state'),
          street: matches('the street'),
          streetNumber: score('the street number'),
        }),
        { doc: 'How the address compares.' },
      ).optional(),
      cipConfidence: text({ doc: 'How sure this source is of the person.' }).optional(),
      email: document(body({ emailAddress: matches('the e-mail address') }), {
        doc: 'How the e-mail address compares.',
      }).optional(),
      identifiers: document(
        body({
          dob: matches('the date of birth'),
          last4: matches('the end of the social security number'),
          ssn: matches('the social security number'),
        }),
        { doc: 'How dates and numbers compare.' },
      ).optional(),
      name: document(
        body({
          firstName: score('the given name'),
          lastName: score('the family name'),
          nameScore: score('the name as a whole'),
        }),
        { doc: 'How the name compares.' },
      ).optional(),
      reasonCodes: list(text({ doc: 'The code of a reason.' }), {
        doc: 'Why the source says so, in codes.',
      }).optional(),
    }),
    { doc: `What the ${which} source says.` },
  );

/** The answer of the KYC/CIP add-on. */
export const idv = () =>
  document(
    body({
      dataSource1: dataSource('first').optional(),
      dataSource2: dataSource('second').optional(),
      multiCIPConfidence: text({ doc: 'How sure the sources are together.' }).optional(),
    }),
    {
      doc: 'How the person compares with data sources. There with the CIP add-on only.',
      since: '2024-06-24',
    },
  );

const listedField = () =>
  body({
    name: text({ doc: 'What the field is called.' }).optional(),
    source: text({ doc: 'Where it comes from.' }).optional(),
    value: text({ doc: 'What it holds.', sensitivity: 'name' }).optional(),
  });

/** The answer of the KYC/AML add-on. */
export const kyc = () =>
  document(
    body({
      amlTypeLists: list(
        body({
          amlType: text({ doc: 'The kind of the lists.' }).optional(),
          fields: list(listedField(), { doc: 'What the lists say of the person.' }).optional(),
          listHits: integer({ doc: 'How often the person stands on lists of this kind.' }).optional(),
        }),
        { doc: 'Hits on lists against money laundering, by the kind of the lists.' },
      ).optional(),
      totalHits: integer({ doc: 'How often the person stands on any list.' }).optional(),
    }),
    { doc: 'Whether the person stands on watch lists. There with the AML add-on only.', since: '2024-06-24' },
  );
