import { performance } from 'node:perf_hooks';
import { flowAsMarkdown } from '../../src/model/flow-as-markdown.ts';
import { toSteps } from '../../src/model/flow-steps.ts';
import { layOutDiagram } from '../../src/model/lay-out-diagram.ts';
import { Log } from '../../src/model/log.ts';
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
  const log = new Log(UNBOUNDED);
  const small = costOf(log, all, 1_000);
  const large = costOf(log, all, 100_000);
  say('median cost of adding a call at 1,000 calls', small, 'µs');
  say('median cost of adding a call at 100,000 calls', large, 'µs');
  say('ratio of the two', large / small, '', { limit: 1.2, kept: large / small <= 1.2 });
}

/** Fills a log up to a size, then takes the median of a thousand more calls, in µs. */
function costOf(log: Log, all: ReturnType<typeof exchanges>, size: number): number {
  for (const exchange of all.slice(log.calls.length, size)) log.add(exchange);
  const costs: number[] = [];
  for (const exchange of all.slice(size, size + SAMPLE)) {
    const begin = performance.now();
    log.add(exchange);
    // Brings the problems of the flow that was touched up to date, as the footer does.
    log.counts();
    costs.push((performance.now() - begin) * 1000);
  }
  return median(costs);
}

function measureAdding(all: ReturnType<typeof exchanges>): number {
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
  const steps = () => toSteps(flow, log, new Set(['run-p0']));
  const times = Array.from({ length: 21 }, () => {
    const begin = performance.now();
    layOutDiagram(steps(), {
      width: 960,
      startedAt: flow.startedAt,
      labels: { page: 'page', api: 'API' },
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

addingCosts();
ingest();
picture();
