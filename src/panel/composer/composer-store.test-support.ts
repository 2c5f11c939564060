import type { SendOptions, SendOutcome, WireRequest } from '../../model/compose/send.ts';
import type { Exchange } from '../../model/exchange.ts';
import { operation } from '../../model/fixtures.test-support.ts';
import { ComposerStore } from './composer-store.ts';
import type { ComposerSurroundings } from './composer-surroundings.ts';

/** What a send comes to, where nothing else matters. */
export const answered: SendOutcome = {
  startedAt: 1,
  duration: 2,
  response: { status: 200, statusText: 'OK', headers: [], body: { text: '{}', bytes: 2 } },
};

/** Lets promises that are settled already have their effect. */
export const settle = () => new Promise((resolve) => setTimeout(resolve));

/** A composer with a draft for mfa, and a host that a test moves by hand. */
export function playComposer(around: Partial<ComposerSurroundings> = {}) {
  const sent: { wire: WireRequest; options: SendOptions }[] = [];
  const recorded: Exchange[] = [];
  const finish: ((outcome: SendOutcome) => void)[] = [];
  const asked: string[] = [];
  const access = { has: true, grants: true, asked };
  const composer = new ComposerStore({
    host: {
      send: (wire, options) => {
        sent.push({ wire, options });
        return new Promise((resolve) => finish.push(resolve));
      },
      hostAccess: {
        has: async () => access.has,
        request: async (origin) => {
          access.asked.push(origin);
          return access.grants;
        },
      },
      pageOrigin: async () => 'http://localhost',
    },
    record: (exchange) => recorded.push(exchange),
    baseUrl: () => 'http://localhost:8080',
    ...around,
  });
  composer.openBlank(operation('mfa'));
  return { sent, recorded, finish, access, composer };
}
