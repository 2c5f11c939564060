import type { Flow } from '../../model/flows/flow.ts';
import { type Step, toSteps } from '../../model/flows/flow-steps.ts';
import { type Diagram, layOutDiagram, type NoteText } from '../../model/flows/lay-out-diagram.ts';
import type { Log } from '../../model/log.ts';
import { describeProblem } from '../../model/problems/describe-problem.ts';
import { parseUrl } from '../../model/url.ts';
import { t } from '../../model/words/words.ts';
import { hostOf } from './flow-host.ts';
import { measureText } from './measure-text.ts';

export interface FlowPicture {
  steps: readonly Step[];
  diagram: Diagram;
}

/** Lays the picture of a flow out for a width. */
export function pictureOf(
  flow: Flow,
  log: Log,
  { width, unfolded, sdkCalls }: { width: number; unfolded?: ReadonlySet<string>; sdkCalls: boolean },
): FlowPicture {
  const shown = sdkCalls ? log.sdkCallsOf(flow) : [];
  const steps = toSteps(flow, log, { ...(unfolded && { unfolded }), sdkCalls: shown });
  const page = pageOf(flow);
  const diagram = layOutDiagram(steps, {
    width,
    startedAt: flow.startedAt,
    labels: {
      page: page ? t('page · {origin}', { origin: page }) : t('page'),
      device: t('device API'),
      api: t('V3 API · {host}', { host: hostOf(flow) }),
    },
    measure: measureText,
    notesOf,
  });
  return { steps, diagram };
}

const notesOf = ({ problems }: Step): NoteText[] =>
  problems.map((problem) => ({ severity: problem.severity, text: describeProblem(problem) }));

/** The host of the page that called, as its calls tell it. */
function pageOf(flow: Flow): string | undefined {
  for (const { exchange } of flow.calls)
    for (const { name, value } of exchange.request.headers)
      if (/^(?:origin|referer)$/i.test(name)) {
        const host = parseUrl(value)?.host;
        if (host) return host;
      }
  return undefined;
}
