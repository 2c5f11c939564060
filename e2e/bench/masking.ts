import { TextMask } from '../../src/model/masking/mask-text.ts';
import { measure, median, say, sayWithin } from './say.ts';

const ROUNDS = 5;

/** Bodies of about a length: what a list of customers is, what says nothing of anybody, and a great many keys. */
const bodies: Readonly<Record<string, (length: number) => string>> = {
  'full of personal data': (length) =>
    listOf(length / 190, (n) => ({
      possessionType: 'mobile',
      phoneNumber: String(2001004011 + n),
      firstName: 'Tod',
      lastName: `Weedall${n}`,
      note: `something said about it number ${n}`,
      correlationId: '713189b8-5555-4b08-83ba-75d08780aebd',
    })),
  'without personal data': (length) =>
    listOf(length / 60, (n) => ({ possessionType: 'mobile', n, colour: 'some words that say' })),
  'of a million keys': () => `{${Array.from({ length: 1_000_000 }, (_, n) => `"k${n}":${n}`).join()}}`,
};

const listOf = (count: number, item: (n: number) => object): string =>
  JSON.stringify({ items: Array.from({ length: Math.ceil(count) }, (_, n) => item(n)) });

/** What it costs to mask a body of 8 MB, beside `JSON.parse` of it; that it grows with its length; and how well it gives way. */
export function maskingCosts(): void {
  for (const [what, make] of Object.entries(bodies)) {
    const [body, quarter] = [make(8_000_000), make(2_000_000)];
    const rounds = Array.from({ length: ROUNDS }, () => ({
      masking: measure(() => new TextMask().body(body)).processor,
      quarter: measure(() => new TextMask().body(quarter)).processor,
      parsing: measure(() => JSON.parse(body)).processor,
    }));
    const masking = median(rounds.map((round) => round.masking));
    const parsing = median(rounds.map((round) => round.parsing));
    const perByte = median(rounds.map((round) => round.quarter)) / quarter.length;
    say(`masking a body of ${(body.length / 1e6).toFixed(0)} MB ${what}`, masking, 'ms', {
      parsing,
      ratio: Number((masking / parsing).toPrecision(3)),
    });
    if (quarter.length < body.length)
      sayWithin(1.5, 'cost of its byte against that of a quarter of it', masking / body.length / perByte, '');
    sayWithin(50, 'its longest step', longestStep(body), 'ms');
  }
}

function longestStep(body: string): number {
  const steps = new TextMask().bodySteps(body);
  let longest = 0;
  for (let done: boolean | undefined = false; !done; ) {
    const begin = performance.now();
    done = steps.next().done;
    longest = Math.max(longest, performance.now() - begin);
  }
  return longest;
}
