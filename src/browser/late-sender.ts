import type { ExpectedSend } from './recorder-messages.ts';
import type { Sender } from './sender.ts';

/** A sender whose code is loaded when it is first asked. */
export function createLateSender(expect: (send: ExpectedSend) => void): Sender {
  let made: Promise<Sender> | undefined;
  const make = async () => (await import('./sender.ts')).createSender(expect);
  const sender = () => {
    made ??= make();
    return made;
  };
  return {
    send: async (request, options) => (await sender()).send(request, options),
    hostAccess: {
      has: async (origin) => (await sender()).hostAccess.has(origin),
      request: async (origin) => (await sender()).hostAccess.request(origin),
    },
    pageOrigin: async () => (await sender()).pageOrigin(),
  };
}
