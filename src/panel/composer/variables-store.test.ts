import { signal } from '@preact/signals';
import { beforeEach, describe, expect, test } from 'vitest';
import { VariablesStore } from './variables-store.ts';

const bearer = signal<string | undefined>(undefined);
let variables: VariablesStore;

beforeEach(() => {
  bearer.value = undefined;
  variables = new VariablesStore(bearer);
});

describe('what is filled in by itself', () => {
  test('a GUID is the same within a request, and the one that was shown; the next request has another', () => {
    const shown = variables.look('guid');
    expect(shown).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/);
    expect(variables.snapshot()('guid')).toBe(shown);
    variables.renew();
    expect(variables.look('guid')).not.toBe(shown);
  });

  test('the time is one time within a request', () => {
    const look = variables.snapshot();
    expect(look('now')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(look('now')).toBe(look('now'));
  });

  test('the token is the one at hand, and secret', () => {
    expect(variables.look('bearerToken')).toBeUndefined();
    bearer.value = 't';
    expect(variables.describe('bearerToken')).toMatchObject({ value: 't', secret: true, editable: false });
  });
});

describe('what answers give', () => {
  test('stays until another answer, or its user, says otherwise', () => {
    variables.learn({ correlationId: 'a', authToken: 't' }, 'the answer');
    variables.learn({}, 'another answer');
    expect(variables.describe('correlationId')).toMatchObject({
      value: 'a',
      from: 'the answer',
      secret: false,
    });
    expect(variables.describe('authToken')).toMatchObject({ value: 't', secret: true });
    variables.set('correlationId', 'mine');
    expect(variables.describe('correlationId')).toMatchObject({ value: 'mine', from: 'typed here' });
    variables.learn({ correlationId: 'b' }, 'the next answer');
    expect(variables.look('correlationId')).toBe('b');
  });

  test('of one flow is never mixed with that of another', () => {
    variables.learn({ correlationId: 'a', authToken: 't' }, '');
    variables.learn({ correlationId: 'b' }, '');
    expect(variables.look('authToken')).toBeUndefined();
    variables.learn({ correlationId: 'b', authToken: 'u' }, '');
    variables.learn({ correlationId: 'b' }, '');
    expect(variables.look('authToken')).toBe('u');
  });
});

describe('one’s own', () => {
  test('is listed, changed and taken away', () => {
    variables.set('phone', '2001004014');
    expect(variables.names.value).toContain('phone');
    expect(variables.look('phone')).toBe('2001004014');
    variables.remove('phone');
    expect(variables.names.value).not.toContain('phone');
    expect(variables.look('phone')).toBeUndefined();
  });

  test('is unknown as long as it is empty', () => {
    variables.set('phone', '');
    expect(variables.names.value).toContain('phone');
    expect(variables.look('phone')).toBeUndefined();
  });

  test('is covered where its name says that it is secret', () => {
    variables.set('clientSecret', 'x');
    expect(variables.describe('clientSecret').secret).toBe(true);
  });

  test('may have the name of anything', () => {
    expect(variables.look('constructor')).toBeUndefined();
    expect(variables.describe('toString').value).toBeUndefined();
  });
});
