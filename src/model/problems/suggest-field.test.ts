import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { text } from '../../schemas/field.ts';
import { suggestField } from './suggest-field.ts';

const shape = {
  phoneNumber: text({ doc: 'x', alsoCalled: ['msisdn'] }).optional(),
  proveId: z.string(),
  dob: z.string(),
  postalCode: text({ doc: 'x', alsoCalled: ['zipCode'] }),
  portalCode: z.string(),
};

describe('the field that an unknown name means', () => {
  it.each([
    ['another case style', 'phone_number', 'phoneNumber'],
    ['another case style in capitals', 'PHONE-NUMBER', 'phoneNumber'],
    ['a letter dropped', 'phoneNumbr', 'phoneNumber'],
    ['a letter too many', 'phoneNumbber', 'phoneNumber'],
    ['a letter changed', 'phoneNumbar', 'phoneNumber'],
    ['two letters swapped', 'phoenNumber', 'phoneNumber'],
    ['two letters wrong', 'phonNumbr', 'phoneNumber'],
    ['a former name', 'zipCode', 'postalCode'],
    ['a former name in another case style', 'zip_code', 'postalCode'],
    ['the nearer of two', 'postalCod', 'postalCode'],
    ['the first of two that are equally near', 'poxtalCode', 'postalCode'],
    ['two letters swapped and one dropped', 'phoenNumbr', 'phoneNumber'],
    ['a short name one letter off', 'dab', 'dob'],
    ['a short name with two letters swapped', 'dbo', 'dob'],
    ['three letters wrong', 'phoNumer', undefined],
    ['a short name two letters off', 'dxx', undefined],
    ['a name of two letters', 'do', undefined],
    ['a name of signs', '___', undefined],
    ['the empty name', '', undefined],
    ['a name of another field kind', 'email', undefined],
    ['a name longer than any field', 'phoneNumber'.repeat(10_000), undefined],
    ['a name that every object has', 'constructor', undefined],
    ['the name of the prototype', '__proto__', undefined],
  ])('%s: %s', (_, name, field) => expect(suggestField(name, shape)).toBe(field));
});
