import { parseArgs } from 'node:util';
import { startDemo } from '../demo/demo.ts';
import { startSandbox } from './sandbox.ts';

/**
 * Starts the sandbox and the demo page: `npx tsx e2e/sandbox/main.ts [--port N] [--demo-port N] [--prove-names]`.
 * The last option is for a browser that maps Prove's host names to loopback.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'demo-port': { type: 'string', default: '0' },
    'prove-names': { type: 'boolean', default: false },
  },
});

const sandbox = await startSandbox({ port: Number(values.port) });
const demo = await startDemo({
  sandboxUrl: sandbox.url,
  port: Number(values['demo-port']),
  proveNames: values['prove-names'],
});
process.stdout.write(`Sandbox V3 API: ${sandbox.url}\nDemo page: ${demo.url}\n`);

const stop = async () => {
  await Promise.all([sandbox.close(), demo.close()]);
  process.exit(0);
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
