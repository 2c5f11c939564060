import { describe, expect, it } from 'vitest';
import { findOperation, operations } from '../../schemas/operations.ts';
import { listFields } from './list-fields.ts';

const requestOf = (id: string) => {
  const schema = findOperation(id)?.request;
  if (!schema) throw new Error(`${id} has no request`);
  return listFields(schema);
};

describe('the fields of the reference', () => {
  it('names nested fields by their path', () => {
    expect(requestOf('complete').map(({ path }) => path)).toContain('individual.addresses[].city');
  });

  it('tells required fields from optional ones', () => {
    const fields = new Map(requestOf('mfa').map(({ path, required }) => [path, required]));
    expect(fields.get('possessionType')).toBe(true);
    expect(fields.get('phoneNumber')).toBe(false);
  });

  it.each(operations.map((operation) => [operation.id, operation] as const))(
    'of %s each say what they are',
    (_, { request, response }) => {
      const fields = [request, response].flatMap((schema) => (schema ? listFields(schema) : []));
      expect(fields.filter(({ doc }) => !doc?.doc).map(({ path }) => path)).toEqual([]);
    },
  );
});
