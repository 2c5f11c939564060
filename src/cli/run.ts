import pkg from '../../package.json' with { type: 'json' };
import { check } from './check.ts';
import { parseCheckArguments } from './check-arguments.ts';
import { HELP } from './help.ts';
import type { ExitStatus, Streams } from './streams.ts';

/** Runs the command; what it returns is the exit status. */
export async function run(args: readonly string[], streams: Streams): Promise<ExitStatus> {
  const end = args.indexOf('--');
  const options = new Set(end < 0 ? args : args.slice(0, end));
  if (options.has('--help') || options.has('-h')) {
    streams.stdout.write(HELP);
    return 0;
  }
  if (options.has('--version')) {
    streams.stdout.write(`${pkg.version}\n`);
    return 0;
  }
  const [command, ...rest] = args;
  if (command !== 'check') {
    const what = command === undefined ? 'There is no command.' : `There is no command “${command}”.`;
    return refuse(streams, `${what} Did you mean “v3-inspector check FILE…”?`);
  }
  const parsed = parseCheckArguments(rest);
  return 'error' in parsed ? refuse(streams, parsed.error) : check(parsed, streams);
}

function refuse({ stderr }: Streams, reason: string): ExitStatus {
  stderr.write(`v3-inspector: ${reason} See v3-inspector --help.\n`);
  return 2;
}
