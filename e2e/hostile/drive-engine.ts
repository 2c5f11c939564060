import { compareTexts } from '../../src/model/body/compare-texts.ts';
import { formatJson } from '../../src/model/body/format-json.ts';
import { completeJson } from '../../src/model/compose/complete-json.ts';
import { draftFromExchange } from '../../src/model/compose/draft.ts';
import { editField } from '../../src/model/compose/edit-field.ts';
import { readFieldRows } from '../../src/model/compose/field-rows.ts';
import { fillDraft } from '../../src/model/compose/fill-draft.ts';
import { inspectDraft } from '../../src/model/compose/inspect-draft.ts';
import { fromSavedDraft, toSavedDraft } from '../../src/model/compose/saved-draft.ts';
import { urlProblem } from '../../src/model/compose/url-problem.ts';
import { copyAsCurl } from '../../src/model/copy/copy-as-curl.ts';
import { copyAsFetch } from '../../src/model/copy/copy-as-fetch.ts';
import { copyDraft, copyFormats } from '../../src/model/copy/copy-draft.ts';
import type { Exchange } from '../../src/model/exchange.ts';
import { CallList } from '../../src/model/filter/call-list.ts';
import { callColumns } from '../../src/model/filter/call-order.ts';
import { completeFilter } from '../../src/model/filter/complete-filter.ts';
import { compileFilter } from '../../src/model/filter/match-filter.ts';
import { parseFilter } from '../../src/model/filter/parse-filter.ts';
import { carryDraft, learnCarried, NOTHING_CARRIED } from '../../src/model/flows/carry.ts';
import { compareFlows, firstDifference, firstProblem } from '../../src/model/flows/compare-flows.ts';
import { nameOf, titleOf } from '../../src/model/flows/describe-step.ts';
import { flowAsMarkdown } from '../../src/model/flows/flow-as-markdown.ts';
import { toSteps } from '../../src/model/flows/flow-steps.ts';
import { flowValuesOf } from '../../src/model/flows/flow-values.ts';
import { layOutDiagram } from '../../src/model/flows/lay-out-diagram.ts';
import { nextCalls } from '../../src/model/flows/next-call.ts';
import { planReplay } from '../../src/model/flows/replay-flow.ts';
import { describeHarTrouble } from '../../src/model/har/describe-har-trouble.ts';
import { HarFile, type HarItem } from '../../src/model/har/har-file.ts';
import { writeHar } from '../../src/model/har/write-har.ts';
import { readImport } from '../../src/model/import/read-import.ts';
import { UnreadableText } from '../../src/model/import/unreadable-text.ts';
import { Log } from '../../src/model/log.ts';
import { maskExchanges } from '../../src/model/masking/mask-exchange.ts';
import { describeFix } from '../../src/model/problems/describe-fix.ts';
import { describeProblem } from '../../src/model/problems/describe-problem.ts';
import { CaptureCheck } from '../../src/model/report/capture-check.ts';
import { toReport } from '../../src/model/report/report.ts';
import { toMarkdown } from '../../src/model/report/report-markdown.ts';
import { toText } from '../../src/model/report/report-text.ts';
import { looksLikeV3 } from '../../src/model/routes/looks-like-v3.ts';
import { parseRoute } from '../../src/model/routes/parse-route.ts';
import { hostOf, pathOf } from '../../src/model/url.ts';
import { findOperation } from '../../src/schemas/operations.ts';

/** What a report, a diagram and a HAR made of the exchanges: to look whether something got through. */
export interface Driven {
  har: string;
  masked: string;
  items: HarItem[];
  reports: string[];
}

/**
 * Puts exchanges through all that the panel and `check` do with them, one part after the other.
 * None of it may throw; whoever calls this need not look at anything else.
 */
export function driveEngine(exchanges: readonly Exchange[]): Driven {
  const log = new Log();
  for (const exchange of exchanges) {
    log.add(exchange);
    looksLikeV3(exchange);
  }
  driveLists(log);
  driveFlows(log);
  for (const call of log.calls) {
    for (const problem of log.problemsOf(call)) {
      describeProblem(problem);
      describeFix(problem);
    }
    driveDraft(call.exchange, call.operation.id);
  }
  const har = [...writeHar(exchanges, '0.0.0')].join('');
  const masked = [...writeHar(maskExchanges(exchanges), '0.0.0')].join('');
  return { har, masked, ...checkHar(har) };
}

/** Reads a HAR as `check` does, in pieces that end anywhere. */
export function checkHar(har: string): { items: HarItem[]; reports: string[]; end: string | undefined } {
  const check = new CaptureCheck();
  check.beginFile('<img src=x>\u202e\u0000.har');
  const items: HarItem[] = [];
  const file = new HarFile((item) => {
    items.push(item);
    check.add(item);
  });
  const bytes = new TextEncoder().encode(har);
  const piece = Math.max(7, Math.ceil(bytes.length / 97));
  for (let at = 0; at < bytes.length; at += piece) file.push(bytes.subarray(at, at + piece));
  const end = file.end();
  const result = check.result();
  const reports = [toText(result), toMarkdown(result), JSON.stringify(toReport(result))];
  return { items, reports, end: end && describeHarTrouble(end) };
}

function driveLists(log: Log): void {
  const texts = log.calls.flatMap(({ exchange: { request, response } }) => [
    request.url.slice(0, 300),
    `host:${hostOf(request.url)} -path:${pathOf(request.url)}`,
    `"${response?.statusText}" header:${request.headers.at(1)?.name} body:"${request.body?.text.slice(0, 100)}"`,
  ]);
  for (const text of new Set(texts)) {
    completeFilter(text, text.length, () => texts);
    const parsed = parseFilter(text);
    const list = new CallList(log, compileFilter(parsed.terms));
    list.work(() => false);
  }
  for (const column of callColumns) new CallList(log, compileFilter([]), { column, descending: true });
}

function driveFlows(log: Log): void {
  const now = Date.UTC(2026, 0, 15, 12, 1);
  const flows = log.flows.opened();
  log.flows.withoutFlow();
  log.counts();
  for (const flow of flows) {
    const steps = toSteps(flow, log, { sdkCalls: log.sdkCallsOf(flow) });
    for (const step of steps) [titleOf(step), nameOf(step, flow.startedAt)];
    layOutDiagram(steps, {
      width: 700,
      startedAt: flow.startedAt,
      labels: { page: 'page', device: 'device', api: 'api' },
      measure: (text) => text.length * 6,
      notesOf: (step) =>
        step.problems.map((problem) => ({ severity: problem.severity, text: describeProblem(problem) })),
    });
    flowAsMarkdown(flow, log, now, log.sdkCallsOf(flow));
    flowValuesOf(flow.calls.map(({ exchange }) => exchange));
    nextCalls(flow, now);
    planReplay(flow);
    for (const other of flows) {
      const pairs = compareFlows(flow, other, log);
      firstProblem(pairs);
      firstDifference(pairs);
    }
  }
}

function driveDraft(exchange: Exchange, operationId: string): void {
  const operation = findOperation(operationId);
  const { request, response } = exchange;
  copyAsCurl(request);
  copyAsFetch(request);
  const draft = draftFromExchange(exchange, operation);
  const typed = { ...draft, verbatim: false };
  for (const { id } of copyFormats) copyDraft(id, draft, operation);
  urlProblem(draft.url);
  fillDraft(typed, (name) => (name === 'correlationId' ? '{{x}}' : undefined));
  inspectDraft(typed, operation, () => undefined);
  const { saved } = toSavedDraft(draft, {
    id: '1',
    name: draft.body.slice(0, 50),
    savedAt: 0,
    keepPersonal: false,
  });
  fromSavedDraft(saved);
  parseRoute(`POST ${draft.url} = mfa`);
  const answer = response?.body?.text ?? '';
  compareTexts(draft.body, answer);
  carryDraft(draft, learnCarried(NOTHING_CARRIED, draft.body, answer));
  const inUrl = { ...draft, url: 'https://shop.example.com/v3/mfa?id=1234567890123456' };
  carryDraft(inUrl, learnCarried(NOTHING_CARRIED, '{"correlationId":"1234567890123456"}', answer));
  formatJson(draft.body);
  if (operation) {
    readFieldRows(operation, draft.body);
    completeJson(operation, draft.body, draft.body.length >> 1, { newGuid: () => '' });
    editField(draft.body, { do: 'set', path: '/phoneNumber', value: '' });
    editField(draft.body, { do: 'remove', path: '/__proto__' });
    editField(draft.body, { do: 'append', path: '/constructor', value: 1 });
  }
  const encoded = `curl 'https://a.example/v3/mfa' --data-urlencode 'x=${draft.body}'`;
  for (const pasted of [draft.body, `curl '${draft.url}' -d '${draft.body}'`, copyAsCurl(request), encoded])
    importAny(pasted);
}

/** Takes over a text, or refuses it with a sentence. */
function importAny(text: string): void {
  try {
    readImport(text);
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
  }
}
