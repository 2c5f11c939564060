import { measureFirstKey } from './first-key.ts';
import { measureImport } from './import.ts';
import { panelCosts } from './panel/panel-costs.ts';
import { median, say, sayWithin } from './say.ts';

// What the panel costs in its browsers; `model.ts` has what the model costs. One line of JSON a figure.

async function firstKey(): Promise<void> {
  for (const target of ['chromium', 'firefox'] as const) {
    const times = await measureFirstKey(target, 11);
    say(
      `opening an empty editor again until it is drawn, in ${target}`,
      median(times.map(({ open }) => open)),
      'ms',
    );
    const both = median(times.map(({ open, key }) => open + key));
    sayWithin(100, `the same and the first key press until its letter is drawn, in ${target}`, both, 'ms');
  }
}

async function importing(): Promise<void> {
  for (const view of ['Calls', 'Flows'] as const) {
    const times = await measureImport(1000, view);
    say('size of a HAR of 10,000 calls', times.megabytes, 'MB');
    say('JSON.parse of it', times.parse, 'ms');
    say(`import of it at the view ${view}`, times.import, 'ms');
    sayWithin(3, 'ratio of the two', times.import / times.parse, '');
    sayWithin(50, 'longest task of the main thread meanwhile', times.longestTask, 'ms');
  }
}

await firstKey();
await importing();
await panelCosts();
