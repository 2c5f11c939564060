import { performance } from 'node:perf_hooks';
import { flowAsMarkdown } from '../../src/model/flows/flow-as-markdown.ts';
import { toSteps } from '../../src/model/flows/flow-steps.ts';
import { layOutDiagram } from '../../src/model/flows/lay-out-diagram.ts';
import { Log } from '../../src/model/log.ts';
import { filterCosts } from './filters.ts';
import { addingCosts, ingestCosts } from './ingest.ts';
import { maskingCosts } from './masking.ts';
import { median, say } from './say.ts';
import { soak } from './soak.ts';
import { exchanges } from './story.ts';

// What the model costs without a browser; built as the extension is before it runs.

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

addingCosts();
ingestCosts();
maskingCosts();
picture();
filterCosts();
if (globalThis.gc) soak(globalThis.gc);
