import { describeHarTrouble } from '../model/har/describe-har-trouble.ts';
import { HarFile } from '../model/har/har-file.ts';
import { printable } from '../model/printable.ts';
import { CaptureCheck, type CheckResult } from '../model/report/capture-check.ts';
import { toReport } from '../model/report/report.ts';
import { toMarkdown } from '../model/report/report-markdown.ts';
import { noPaint, toText } from '../model/report/report-text.ts';
import type { CheckArguments, Format } from './check-arguments.ts';
import { colours, wantsColours } from './colours.ts';
import { Progress } from './progress.ts';
import { attachedTo, readBytes, reasonOf, sizeOf } from './read-bytes.ts';
import type { ExitStatus, Streams } from './streams.ts';

/** Checks the files and prints one report about all of them. */
export async function check(
  { files, format, routes }: CheckArguments,
  streams: Streams,
): Promise<ExitStatus> {
  const capture = new CaptureCheck(routes);
  let failed = 0;
  for (const file of files) {
    const reason = await readInto(capture, file, streams);
    if (reason === undefined) continue;
    failed++;
    streams.stderr.write(`v3-inspector: ${printable(nameOf(file))}: ${reason}.\n`);
  }
  const result = capture.result();
  // Where nothing could be read, that has been said; programs still get their object.
  if (failed < files.length || result.entries > 0 || format === 'json')
    streams.stdout.write(render(result, format, streams));
  if (failed > 0) return 2;
  return result.calls.some(({ problems }) => problems.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

const nameOf = (file: string) => (file === '-' ? 'standard input' : file);

/** Reads a file entry by entry; returns why it could not be read to its end, where it could not. */
async function readInto(capture: CaptureCheck, file: string, streams: Streams): Promise<string | undefined> {
  const har = new HarFile((item) => capture.add(item), {
    wants: capture.wants,
    ...(file !== '-' && { attached: attachedTo(file) }),
  });
  capture.beginFile(nameOf(file));
  const progress = new Progress(nameOf(file), sizeOf(file), streams.stderr);
  try {
    for await (const bytes of readBytes(file, streams.stdin)) {
      har.push(bytes);
      progress.add(bytes.length);
    }
    const trouble = har.end();
    return trouble && describeHarTrouble(trouble);
  } catch (error) {
    return reasonOf(error);
  } finally {
    progress.end();
  }
}

function render(result: CheckResult, format: Format, { stdout, env }: Streams): string {
  if (format === 'json') return `${JSON.stringify(toReport(result), null, 2)}\n`;
  if (format === 'markdown') return toMarkdown(result);
  return toText(result, wantsColours(stdout, env) ? colours : noPaint);
}
