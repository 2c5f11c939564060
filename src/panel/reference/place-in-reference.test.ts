import { describe, expect, it } from 'vitest';
import { type Problem, severities } from '../../model/problems/problem.ts';
import { placeOfProblem, type ReferencePlace } from '../reference-door.ts';
import { codeRowId, fieldRowId, rowOfPlace } from './place-in-reference.ts';

const problem = (given: Partial<Problem>): Problem => {
  const code = given.code ?? 'field.type';
  return {
    severity: severities[code],
    code,
    in: 'request',
    path: '',
    line: 1,
    column: 1,
    from: 0,
    to: 0,
    details: {},
    ...given,
  };
};
const place = (given: Partial<ReferencePlace>): ReferencePlace => ({
  operationId: 'unify',
  side: 'request',
  code: 'field.type',
  path: '',
  ...given,
});

describe('the place of a problem in the reference', () => {
  it('is the row of its field', () => {
    expect(rowOfPlace(place({ path: '/phoneNumber' }))).toBe(fieldRowId('unify', 'request', 'phoneNumber'));
    expect(rowOfPlace(place({ side: 'response', path: '/success' }))).toBe(
      fieldRowId('unify', 'response', 'success'),
    );
  });

  it('is the row of a field within a list', () => {
    expect(rowOfPlace(place({ operationId: 'identity-batch-enroll', path: '/items/3/phoneNumber' }))).toBe(
      fieldRowId('identity-batch-enroll', 'request', 'items[].phoneNumber'),
    );
  });

  it('is the row of a parameter of the URL', () => {
    expect(rowOfPlace(place({ operationId: 'identity-list', path: '?limit' }))).toBe(
      fieldRowId('identity-list', 'query', 'limit'),
    );
    expect(rowOfPlace(place({ operationId: 'identity-get', path: '{proveId}' }))).toBe(
      fieldRowId('identity-get', 'path', 'proveId'),
    );
  });

  it('is the field that was meant, where another name was written', () => {
    const written = problem({ code: 'field.unknown', path: '/phone_number', suggestion: 'phoneNumber' });
    expect(rowOfPlace(placeOfProblem(written, 'unify-bind'))).toBe(
      fieldRowId('unify-bind', 'request', 'phoneNumber'),
    );
  });

  it('is the row of its code where it is about no field that is known', () => {
    for (const given of [{ code: 'body.syntax' as const }, { code: 'field.unknown' as const, path: '/x' }])
      expect(rowOfPlace(placeOfProblem(problem(given), 'unify'))).toBe(codeRowId(given.code));
  });
});
