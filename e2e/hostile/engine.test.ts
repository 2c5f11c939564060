import { afterEach, describe, expect, it } from 'vitest';
import { hostileBodies, hostileTexts, largeBodies } from './corpus.ts';
import { driveEngine } from './drive-engine.ts';
import { exchangeOf, exchangesOfBody, exchangesWith } from './exchanges.ts';

/** At this size a step in square time would not end within the minute that a test has. */
const LARGE = 300_000;

const ownKeys = () =>
  [Object.prototype, Array.prototype, Function.prototype].map((each) => Reflect.ownKeys(each));
const clean = ownKeys();

afterEach(() => {
  expect(ownKeys(), 'nothing has been added to a prototype').toEqual(clean);
});

describe('whatever a page, an API or a HAR says, nothing throws and nothing is lost', () => {
  it.each(Object.entries(hostileTexts))('%s in every place', (_, text) => {
    const { items } = driveEngine(exchangesWith(text));
    expect(items.map(({ kind }) => kind)).not.toContain('broken');
  });

  it.each(Object.entries(hostileBodies))('a body: %s', (_, text) => {
    driveEngine(exchangesOfBody(text));
  });

  it.each(Object.entries(largeBodies))('a body: %s', (_, make) => {
    const text = make(LARGE);
    driveEngine([exchangeOf({ body: text, answer: text })]);
  });
});
