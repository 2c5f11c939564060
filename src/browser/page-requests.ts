import type { PageRequest } from '../model/diagnose-empty-log.ts';
import { z } from '../schemas/zod.ts';
import { evaluateInPage } from './evaluate-in-page.ts';
import { within } from './within.ts';

/** A page held by a debugger never answers. */
const TIMEOUT = 1_000;

/** What the page's own timeline holds, the latest 500: all but the kind of a request, by the clock of its recorder. */
const TIMELINE = `performance.getEntriesByType('resource')
  .filter(({ initiatorType }) => /^(fetch|xmlhttprequest|beacon)$/.test(initiatorType))
  .slice(-500)
  .map(({ name, startTime, responseEnd }) => [name, startTime, responseEnd]
    .map((part) => typeof part === 'number' ? Date.now() - performance.now() + part : part))`;

const timelineSchema = z.array(z.tuple([z.string(), z.number(), z.number()]));

/** The fetches that the page knows to have made, whoever listened; none where it does not answer. */
export async function pageRequests(): Promise<PageRequest[]> {
  const answer = await within(
    TIMEOUT,
    evaluateInPage(TIMELINE).catch(() => undefined),
  );
  const { data: timeline = [] } = timelineSchema.safeParse(answer);
  return timeline.map(([url, startedAt, endedAt]) => ({ url, startedAt, endedAt }));
}
