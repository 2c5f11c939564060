import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { diagnoseEmptyLog, type EmptyLogReason, type PageRequest } from '../../model/diagnose-empty-log.ts';
import type { Host } from '../host.ts';
import type { Store } from '../store.ts';

/** So often an empty panel asks the page what it has requested, in ms. */
const PAUSE = 2_000;

/** Why the log is empty, as far as that can be known now. */
export function useReasons(store: Store, host: Host): EmptyLogReason[] {
  const requests = useSignal<readonly PageRequest[]>([]);
  const look = store.look.value;
  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = () => {
      if (!document.hidden)
        host.pageRequests().then(
          (answer) => {
            if (!gone) requests.value = answer;
          },
          (error: unknown) => console.error(error),
        );
      timer = setTimeout(ask, PAUSE);
    };
    ask();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [look]);
  return diagnoseEmptyLog({
    connected: !store.disconnected.value,
    recording: store.recording.value,
    openedAt: store.openedAt.value,
    since: store.since.value,
    seen: store.requestsSeen.value,
    pageRequests: requests.value,
    routes: store.log.options.routes ?? [],
    now: Date.now(),
  });
}
