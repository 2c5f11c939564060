import { version } from '../../../package.json';
import type { Exchange } from '../../model/exchange.ts';
import { writeHar } from '../../model/har/write-har.ts';
import type { StandInCount } from '../../model/masking/export-stand-ins.ts';
import { ExchangeMask } from '../../model/masking/mask-exchange.ts';
import { CaptureCheck } from '../../model/report/capture-check.ts';
import { toReport } from '../../model/report/report.ts';
import { toMarkdown } from '../../model/report/report-markdown.ts';
import type { Route } from '../../model/routes/route.ts';
import { givingWay, inTurns } from './give-way.ts';

export type ExportFormat = 'har' | 'markdown' | 'json';

export const exportFormats: Record<ExportFormat, { ending: string; type: string }> = {
  har: { ending: 'har', type: 'application/json' },
  markdown: { ending: 'md', type: 'text/markdown' },
  json: { ending: 'json', type: 'application/json' },
};

/** What is to be masked in exchanges. */
export interface Masking {
  mask: ExchangeMask;
  counts: StandInCount[];
}

/** Looks for what is to be masked, in slices. Undefined where it was stopped. */
export async function learnMask(
  exchanges: readonly Exchange[],
  signal: AbortSignal,
): Promise<Masking | undefined> {
  const mask = new ExchangeMask();
  const giveWay = givingWay();
  for (const exchange of exchanges) {
    await inTurns(mask.learnSteps(exchange), giveWay);
    await giveWay();
    if (signal.aborted) return undefined;
  }
  return { mask, counts: mask.counts() };
}

interface FileOptions {
  format: ExportFormat;
  /** Masks what is written, where it is given. */
  mask: ExchangeMask | undefined;
  routes: readonly Route[];
}

/** The file of an export, made in slices. What reports quote they hide by themselves, masked or not. */
export async function makeFile(
  exchanges: readonly Exchange[],
  { format, mask, routes }: FileOptions,
): Promise<Blob> {
  const { type } = exportFormats[format];
  const masked: Exchange[] = [];
  const giveWay = givingWay();
  for (const exchange of exchanges) {
    masked.push(mask ? await inTurns(mask.maskSteps(exchange), giveWay) : exchange);
    await giveWay();
  }
  if (format === 'har') {
    const pieces: string[] = [];
    for (const piece of writeHar(masked, version)) {
      pieces.push(piece);
      await giveWay();
    }
    return new Blob(pieces, { type });
  }
  const check = new CaptureCheck(routes);
  check.beginFile('DevTools');
  for (const { id: _, origin: __, ...exchange } of masked) {
    check.add({
      kind: 'read',
      reading: { exchange, pending: false, viaServiceWorker: false, ofPage: true, key: '', scripts: [] },
    });
    await giveWay();
  }
  const result = check.result();
  const text = format === 'json' ? `${JSON.stringify(toReport(result), null, 2)}\n` : toMarkdown(result);
  return new Blob([text], { type });
}
