import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component whose code is loaded when it is first shown; until then there is nothing in its place. */
export function lazy<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  let loaded: FunctionComponent<Props> | undefined;
  let loading: Promise<void> | undefined;
  const start = async () => {
    try {
      loaded = await load();
    } catch (error) {
      console.error(error);
    }
  };
  return (props) => {
    const Loaded = loaded;
    const [, setReady] = useState(Loaded !== undefined);
    // At once, and not when this has been drawn: somebody is waiting for it.
    if (!Loaded) loading ??= start();
    useEffect(() => {
      if (!Loaded) void loading?.then(() => setReady(true));
    }, []);
    return Loaded ? <Loaded {...props} /> : null;
  };
}
