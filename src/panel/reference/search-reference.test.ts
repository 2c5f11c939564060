import { describe, expect, it } from 'vitest';
import { explainCode, problemCodes } from '../../model/problems/explain-code.ts';
import { apiErrorMeanings } from '../../schemas/api-error.ts';
import { apiErrorRemedies } from '../../schemas/api-error-remedies.ts';
import { operations } from '../../schemas/operations.ts';
import { searchReference } from './search-reference.ts';

const ids = (query: string) => searchReference(query).operations.map(({ operation }) => operation.id);

describe('the search of the reference', () => {
  it('shows all there is without a word', () => {
    expect(ids('')).toEqual(operations.map(({ id }) => id));
    expect(searchReference(' ').errors).toEqual([...apiErrorMeanings.keys()]);
    expect(searchReference('').problems).toEqual(problemCodes);
    expect(searchReference('').operations.every(({ fields }) => fields.length === 0)).toBe(true);
  });

  it('finds a field by its name, and says where it stands', () => {
    const [first] = searchReference('finalTargetUrl').operations;
    expect(first?.fields[0]).toMatchObject({ part: 'request', path: 'finalTargetUrl' });
    expect(ids('finaltargeturl')).toContain('unify');
    expect(ids('finaltargeturl')).not.toContain('token');
  });

  it('finds a field by a name that people use by mistake, by a value, and by the code of its rule', () => {
    expect(ids('last4SSN')).not.toEqual([]);
    expect(ids('humanAssurance')).toContain('verify');
    const found = searchReference('mfa.target-url-required');
    expect(found.operations.map(({ operation }) => operation.id)).toEqual(
      expect.arrayContaining(['mfa', 'unify']),
    );
    expect(found.operations.every(({ operation }) => operation.id !== 'mfa-status')).toBe(true);
    expect(found.problems).toEqual(['mfa.target-url-required']);
  });

  it('names the operation of that name first, before others that speak of it', () => {
    expect(ids('mfa-bind')[0]).toBe('mfa-bind');
    expect(ids('unify')[0]).toBe('unify');
  });

  it('finds a path, and a method of an SDK', () => {
    expect(ids('/v3/unify-bind')).toEqual(['unify-bind']);
    expect(ids('v3UnifyBindRequest')).toEqual(['unify-bind']);
  });

  it('finds the number of a refusal, with what to do about it', () => {
    expect(searchReference('8008').errors).toEqual([8008]);
    expect(searchReference('bearer token').errors).toContain(8002);
    expect([...apiErrorRemedies.keys()].sort()).toEqual([...apiErrorMeanings.keys()].sort());
  });

  it('asks for all words, in whatever order', () => {
    expect(ids('unify status')).toContain('unify-status');
    expect(ids('unify xyzzy')).toEqual([]);
  });

  it('has a whole sentence for every problem', () => {
    for (const code of problemCodes) expect(explainCode(code), code).toMatch(/^[“\w].*\.$/);
    for (const code of problemCodes) expect(explainCode(code), code).not.toMatch(/undefined|NaN/);
  });
});
