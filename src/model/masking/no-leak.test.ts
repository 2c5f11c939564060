import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOperation } from '../../schemas/operations.ts';
import { draftFromExchange } from '../compose/draft.ts';
import { copyDraft, copyFormats } from '../copy/copy-draft.ts';
import type { Exchange } from '../exchange.ts';
import { exchange, NOON } from '../fixtures.test-support.ts';
import { flowAsMarkdown } from '../flows/flow-as-markdown.ts';
import { toSteps } from '../flows/flow-steps.ts';
import { layOutDiagram } from '../flows/lay-out-diagram.ts';
import { writeHar } from '../har/write-har.ts';
import { Log } from '../log.ts';
import { describeProblem } from '../problems/describe-problem.ts';
import { CaptureCheck } from '../report/capture-check.ts';
import { toReport } from '../report/report.ts';
import { toMarkdown } from '../report/report-markdown.ts';
import { toText } from '../report/report-text.ts';
import { maskExchanges } from './mask-exchange.ts';
import { MaskedLog } from './masked-log.ts';
import { named, type Planted, planted, type Scene, unnamed, writings } from './planted.test-support.ts';

function logOf(exchanges: readonly Exchange[]): Log {
  const log = new Log();
  for (const one of exchanges) log.add(one);
  return log;
}

function checked(exchanges: readonly Exchange[]) {
  const check = new CaptureCheck();
  check.beginFile('export');
  for (const { id: _, origin: __, ...read } of exchanges)
    check.add({
      kind: 'read',
      reading: {
        exchange: read,
        pending: false,
        viaServiceWorker: false,
        ofPage: true,
        key: '',
        scripts: [],
      },
    });
  return check.result();
}

/** The texts of a flow's picture, and the flow as Markdown. */
function pictured(log: Log): string {
  return log.flows
    .opened()
    .map((flow) => {
      const diagram = layOutDiagram(toSteps(flow, log, {}), {
        width: 900,
        startedAt: flow.startedAt,
        labels: { page: 'page', device: 'device', api: 'API' },
        measure: (text) => text.length * 7,
        notesOf: ({ problems }) =>
          problems.map((problem) => ({ severity: problem.severity, text: describeProblem(problem) })),
      });
      return `${JSON.stringify(diagram)}\n${flowAsMarkdown(flow, log, NOON + 1000)}`;
    })
    .join('\n');
}

/** Everything that leaves the panel masked, and what it shows while Mask is on. */
function outputsOf(exchanges: readonly Exchange[]): Record<string, string> {
  const masked = maskExchanges(exchanges);
  const result = checked(masked);
  const screen = new MaskedLog(logOf(exchanges));
  screen.work();
  const mfa = findOperation('mfa');
  const copies = copyFormats.map(({ id }) => [
    id,
    masked.map((one) => JSON.stringify(copyDraft(id, draftFromExchange(one, mfa), mfa))).join('\n'),
  ]);
  return {
    har: [...writeHar(masked, '1')].join(''),
    markdown: toMarkdown(result),
    json: JSON.stringify(toReport(result)),
    text: toText(result),
    picture: pictured(logOf(masked)),
    screen: JSON.stringify(screen.log.exchanges()),
    'screen, drawn': pictured(screen.log),
    ...Object.fromEntries(copies),
  };
}

function leaksOf(scenes: readonly Scene[], { value }: Planted): string[] {
  const exchanges = scenes.map((scene, at) =>
    exchange({ operation: 'mfa', host: 'shop.example.com', at, ...scene }),
  );
  return Object.entries(outputsOf(exchanges)).flatMap(([format, output]) =>
    writings(value).flatMap((written) => {
      const at = output.indexOf(written);
      return at < 0 ? [] : [`${format} holds ${written}: ${output.slice(Math.max(0, at - 80), at + 80)}`];
    }),
  );
}

describe('nothing that is masked holds a planted value, in no encoding', () => {
  it.each(named.map((place, at) => [at, place] as const))('where a field names it (%i)', (_, place) => {
    fc.assert(
      fc.property(planted, (one) => {
        expect(leaksOf([place(one)], one)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it.each(unnamed.map((place, at) => [at, place] as const))(
    'where only another call names it (%i)',
    (_, place) => {
      fc.assert(
        fc.property(planted, fc.constantFrom(...named), fc.boolean(), (one, naming, first) => {
          const scenes = [naming(one), place(one)];
          expect(leaksOf(first ? scenes : scenes.reverse(), one)).toEqual([]);
        }),
        { numRuns: 15 },
      );
    },
  );
});
