#!/usr/bin/env node
import { run } from './run.ts';

// Whoever reads the output may have seen enough of it: `v3-inspector check a.har | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
});
