import { measureFirstKey } from './first-key.ts';
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

await firstKey();
