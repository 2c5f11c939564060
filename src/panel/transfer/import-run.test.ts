import { expect, it } from 'vitest';
import { demoExchanges } from '../../model/demo/demo-flows.ts';
import { exchange, NOON } from '../../model/fixtures.test-support.ts';
import { Store } from '../store.ts';
import { ImportRun } from './import-run.ts';

it('takes away what came from files, and leaves the demo and the page’s calls', async () => {
  const store = new Store((work) => work());
  const demo = demoExchanges(NOON);
  store.recordAll(demo);
  store.record(exchange({ id: 'captured' }));
  store.recordAll(['imported-1', 'imported-2'].map((id) => ({ ...exchange({ id }), origin: 'imported' })));
  await new ImportRun(store).removeAll();
  const left = store.log.exchanges().map(({ id }) => id);
  expect(left.sort()).toEqual([...demo.map(({ id }) => id), 'captured'].sort());
});
