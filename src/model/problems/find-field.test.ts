import { expect, test } from 'vitest';
import { docOf } from '../../schemas/field.ts';
import { operation } from '../fixtures.test-support.ts';
import { findField } from './find-field.ts';

test.each([
  [['phoneNumber'], /number of the person/],
  [['identityAttributes', '3', 'attributeType'], /What the attribute is/],
])('the field at %j is found', (path, words) => {
  const { request } = operation('identity-enroll');
  const field = request && findField(request, path);
  expect(field && docOf(field)?.doc).toMatch(words);
});

test.each([[['nonsense']], [['phoneNumber', 'deeper']], [['toString']]])('there is none at %j', (path) => {
  const { request } = operation('identity-enroll');
  expect(request && findField(request, path)).toBeUndefined();
});
