import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

interface Props {
  /** Width of the first part in CSS pixels, where there is room for two. */
  width: number;
  label: string;
  onResize: (width: number) => void;
  /** The first part, and the second, or nothing where nothing is chosen. */
  children: [ComponentChildren, ComponentChildren];
}

const MIN = 160;
const STEP = 24;

/** Two parts beside each other with a divider to drag or to move by the arrow keys; narrow panels stack them. */
export function Splitter({ width, label, onResize, children: [first, second] }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const limit = (value: number) => Math.max(MIN, Math.min(value, (root.current?.clientWidth ?? 800) - MIN));
  const drag = (event: PointerEvent) => {
    const left = root.current?.getBoundingClientRect().left;
    if (left === undefined || event.buttons !== 1) return;
    onResize(limit(event.clientX - left));
  };
  const key = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onResize(limit(width + step));
  };
  // The first part stays where it is in the document, so that it keeps its focus and its place when the second comes.
  return (
    <div class={second ? 'split' : 'split only'} ref={root} style={{ '--first': `${width}px` }}>
      <div class="split-first">{first}</div>
      {second && (
        <>
          <div
            class="divider"
            role="separator"
            tabIndex={0}
            aria-orientation="vertical"
            aria-label={label}
            aria-valuenow={Math.round(width)}
            aria-valuemin={MIN}
            aria-valuemax={4000}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={drag}
            onKeyDown={key}
          />
          <div class="split-second">{second}</div>
        </>
      )}
    </div>
  );
}
