import type { ComposerDoor } from '../composer-door.ts';
import type { Host } from '../host.ts';
import { lazy } from '../lazy.tsx';
import type { Store } from '../store.ts';
import type { Composer } from './composer.tsx';
import { SentMemory } from './sent-memory.ts';

/** A composer whose code is loaded, and which is made, when something first leads into it. */
export function createLateComposer(store: Store, host: Host): Composer {
  const sends = new SentMemory();
  let made: Promise<Composer> | undefined;
  const make = async () => (await import('./composer.tsx')).createComposer(store, host, sends);
  const ready = () => {
    made ??= make();
    return made;
  };
  const enter = (go: (door: ComposerDoor) => void): void => {
    ready().then(go, (error: unknown) => console.error(error));
  };
  return {
    View: lazy(async () => (await ready()).View),
    Replay: lazy(async () => (await ready()).Replay),
    complete: (seen) => sends.complete(seen),
    edit: (call) => enter((door) => door.edit(call)),
    compose: (operation) => enter((door) => door.compose(operation)),
    composeDraft: (draft) => enter((door) => door.composeDraft(draft)),
  };
}
