import { performance } from 'node:perf_hooks';
import type { Exchange } from '../../src/model/exchange.ts';
import { CallList } from '../../src/model/filter/call-list.ts';
import { byStart } from '../../src/model/filter/call-order.ts';
import { compileFilter } from '../../src/model/filter/match-filter.ts';
import { parseFilter } from '../../src/model/filter/parse-filter.ts';
import { flowAsMarkdown } from '../../src/model/flows/flow-as-markdown.ts';
import { toSteps } from '../../src/model/flows/flow-steps.ts';
import { layOutDiagram } from '../../src/model/flows/lay-out-diagram.ts';
import { Log } from '../../src/model/log.ts';
import { SLICE } from '../../src/panel/run-in-slices.ts';
import { measureFirstKey } from './first-key.ts';
import { exchanges } from './story.ts';

// `npm run bench`: what the promises about speed cost here and now, one line of JSON a figure.

const SAMPLE = 1000;
const UNBOUNDED = { calls: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY };

const say = (figure: string, value: number, unit: string, more: object = {}) =>
  console.log(JSON.stringify({ figure, value: Number(value.toPrecision(4)), unit, ...more }));

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

function addingCosts(): void {
  const all = exchanges(100_000 + SAMPLE);
  // So that the compiler has done its work before anything counts.
  measureAdding(all.slice(0, 20_000));
  const small = { log: filled(all, 1_000), size: 1_000, costs: [] as number[] };
  const large = { log: filled(all, 100_000), size: 100_000, costs: [] as number[] };
  // In turns, so that whatever else the machine does meets both.
  for (let i = 0; i < SAMPLE; i++)
    for (const { log, size, costs } of [small, large]) {
      const exchange = all[size + i];
      if (exchange) costs.push(costOf(log, exchange));
    }
  const [few, many] = [median(small.costs), median(large.costs)];
  say('median cost of adding a call at 1,000 calls', few, 'µs');
  say('median cost of adding a call at 100,000 calls', many, 'µs');
  say('ratio of the two', many / few, '', { limit: 1.2, kept: many / few <= 1.2 });
}

function filled(all: readonly Exchange[], size: number): Log {
  const log = new Log(UNBOUNDED);
  for (const exchange of all.slice(0, size)) log.add(exchange);
  log.counts();
  return log;
}

/** Adds a call and brings the problems of its flow up to date, as the footer does; in µs. */
function costOf(log: Log, exchange: Exchange): number {
  const begin = performance.now();
  log.add(exchange);
  log.counts();
  return (performance.now() - begin) * 1000;
}

function measureAdding(all: readonly Exchange[]): number {
  const log = new Log(UNBOUNDED);
  const begin = performance.now();
  for (const exchange of all) log.add(exchange);
  return performance.now() - begin;
}

function ingest(): void {
  const all = exchanges(10_000);
  const parse = () => {
    const begin = performance.now();
    for (const { request, response } of all) {
      JSON.parse(request.body?.text ?? '');
      JSON.parse(response?.body?.text ?? '');
    }
    return performance.now() - begin;
  };
  const rounds = [0, 1, 2, 3, 4];
  const took = median(rounds.map(() => measureAdding(all)));
  const parsed = median(rounds.map(parse));
  say('ingest of 10,000 calls', took, 'ms');
  say('JSON.parse of the same bodies', parsed, 'ms');
  say('ratio of the two', took / parsed, '');
}

function picture(): void {
  const log = new Log();
  const [first, ...rest] = exchanges(10);
  if (!first) return;
  log.add(first);
  const [poll] = rest;
  for (let i = 0; poll && i < 499; i++)
    log.add({ ...poll, id: `p${i}`, startedAt: first.startedAt + (i + 1) * 2000 });
  const [flow] = log.flows.opened();
  if (!flow) return;
  const steps = () => toSteps(flow, log, { unfolded: new Set(['run-p0']) });
  const times = Array.from({ length: 21 }, () => {
    const begin = performance.now();
    layOutDiagram(steps(), {
      width: 960,
      startedAt: flow.startedAt,
      labels: { page: 'page', device: 'device', api: 'API' },
      measure: (text) => text.length * 7,
      notesOf: () => [],
    });
    return performance.now() - begin;
  });
  say('layout of a flow of 500 calls, unfolded', median(times), 'ms', { steps: steps().length });
  const begin = performance.now();
  flowAsMarkdown(flow, log, Date.now());
  say('the same flow as Markdown', performance.now() - begin, 'ms');
}

/** What a filter takes over 100,000 calls with 50 MB of bodies, in the slices that the panel works in. */
function filters(): void {
  const log = new Log(UNBOUNDED);
  let bytes = 0;
  for (const exchange of exchanges(100_000, 'Lorem ipsum dolor sit amet, consectetur. '.repeat(8))) {
    log.add(exchange);
    bytes += (exchange.request.body?.bytes ?? 0) + (exchange.response?.body?.bytes ?? 0);
  }
  const list = new CallList(log);
  const apply = (text: string) => {
    const begin = performance.now();
    let longest = 0;
    let done = false;
    list.arrange(compileFilter(parseFilter(text).terms), byStart);
    while (!done) {
      const sliceBegin = performance.now();
      done = list.work(() => performance.now() - sliceBegin > SLICE);
      longest = Math.max(longest, performance.now() - sliceBegin);
    }
    return { took: performance.now() - begin, longest };
  };
  const figure = (name: string, text: string, limit: number) => {
    const rounds = Array.from({ length: 9 }, () => apply(text));
    const took = median(rounds.map((round) => round.took));
    const longest = Math.max(...rounds.map((round) => round.longest));
    const more = { filter: text, shown: list.calls, limit, kept: took <= limit };
    say(name, took, 'ms', more);
    say(`${name}: longest slice`, longest, 'ms', { limit: 50, kept: longest <= 50 });
  };
  say('bodies of the 100,000 calls', bytes / 1e6, 'MB');
  figure('filter of 100,000 calls by keys', 'operation:mfa-status -is:valid status:2xx host:uat', 50);
  figure('filter of 100,000 calls by flow', 'is:valid flow:00000000-0000-4000-8000-00000000', 50);
  figure('filter of 100,000 calls by text in their bodies', 'nowhere-to-be-found', 400);
  figure('filter of 100,000 calls by text that all have', 'lorem', 400);
}

async function firstKey(): Promise<void> {
  for (const target of ['chromium', 'firefox'] as const) {
    const times = await measureFirstKey(target, 11);
    say(
      `opening an empty editor again until it is drawn, in ${target}`,
      median(times.map(({ open }) => open)),
      'ms',
    );
    const both = median(times.map(({ open, key }) => open + key));
    say(`the same and the first key press until its letter is drawn, in ${target}`, both, 'ms', {
      limit: 100,
      kept: both <= 100,
    });
  }
}

addingCosts();
ingest();
picture();
await firstKey();
filters();
