import { useEffect, useMemo, useRef } from 'preact/hooks';
import { compareTexts } from '../../model/body/compare-texts.ts';
import { t } from '../../model/words/words.ts';
import './editor.css';

/** Beyond so many characters two texts are not laid out beside each other. */
const COMPARABLE = 2_000_000;

interface Props {
  /** What a screen reader calls the text. */
  label: string;
  /** What the two are called: "captured", "now". */
  names: readonly [before: string, after: string];
  before: string;
  after: string;
}

/** In what two bodies differ: in words, and line by line. What draws the lines is loaded when it is first needed. */
export function DifferenceView({ label, names, before, after }: Props) {
  const parent = useRef<HTMLDivElement>(null);
  const large = before.length + after.length > COMPARABLE;
  const compared = useMemo(() => (large ? undefined : compareTexts(before, after)), [large, before, after]);
  useEffect(() => {
    if (!compared || compared.same) return undefined;
    let remove: (() => void) | undefined;
    let gone = false;
    import('./mount-difference.ts')
      .then(({ mountDifference }) => {
        if (!gone && parent.current) remove = mountDifference(parent.current, { label, ...compared });
      })
      .catch((error: unknown) => console.error(error));
    return () => {
      gone = true;
      remove?.();
    };
  }, [compared, label]);
  if (!compared) return <p class="empty">{t('The two are too large to be compared here.')}</p>;
  return (
    <div class="difference-view">
      <p class="difference-summary">
        {compared.summary}{' '}
        {!compared.same && (
          <span class="quiet">
            <b class="tone-error">−</b> {names[0]} <b class="tone-ok">+</b> {names[1]}
          </span>
        )}
      </p>
      {!compared.same && <div class="difference-lines" ref={parent} />}
    </div>
  );
}
