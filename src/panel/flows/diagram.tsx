import type { Step } from '../../model/flows/flow-steps.ts';
import type { Band, Diagram, Gap, Lifeline } from '../../model/flows/lay-out-diagram.ts';
import { DiagramBand } from './diagram-band.tsx';

interface Props {
  diagram: Diagram;
  startedAt: number;
  /** The steps to draw: those in view, or all. */
  bands: readonly Band[];
  /** The step whose details are shown. */
  selectedId?: string | undefined;
  /** The step that Tab reaches. */
  activeId?: string | undefined;
  onOpen: (step: Step) => void;
}

/** The sequence diagram itself: an SVG in real pixels, of what was laid out. */
export const DiagramPicture = ({ diagram, startedAt, bands, selectedId, activeId, onOpen }: Props) => (
  <svg
    class="diagram"
    width={diagram.width}
    height={diagram.height}
    viewBox={`0 0 ${diagram.width} ${diagram.height}`}
    role="presentation"
  >
    <LifelineMark line={diagram.page} height={diagram.height} />
    {diagram.device && <LifelineMark line={diagram.device} height={diagram.height} />}
    <LifelineMark line={diagram.api} height={diagram.height} />
    {diagram.gaps.map((gap) => (
      <GapMark key={gap.y} gap={gap} diagram={diagram} />
    ))}
    {bands.map((band) => (
      <DiagramBand
        key={band.step.id}
        band={band}
        diagram={diagram}
        startedAt={startedAt}
        selected={band.step.id === selectedId}
        active={band.step.id === activeId}
        onOpen={onOpen}
      />
    ))}
  </svg>
);

const LifelineMark = ({ line, height }: { line: Lifeline; height: number }) => (
  <>
    <text class="lifeline-label" x={line.labelX} y="15" text-anchor={line.anchor}>
      {line.label}
    </text>
    <path class="lifeline" d={`M${line.x} 22V${height}`} />
  </>
);

/** Time that was left out: both lifelines are interrupted, and the length of the pause stands between. */
const GapMark = ({
  gap: { y, height, text },
  diagram: { page, device, api },
}: {
  gap: Gap;
  diagram: Diagram;
}) => {
  const middle = y + height / 2;
  return (
    <g class="gap">
      {[page, device, api].map(
        (line) =>
          line && (
            <g key={line.x}>
              <rect x={line.x - 5} y={middle - 6} width="10" height="12" />
              <path d={`M${line.x - 5} ${middle - 3}l10-5M${line.x - 5} ${middle + 7}l10-5`} />
            </g>
          ),
      )}
      <text x={(page.x + api.x) / 2} y={middle + 4} text-anchor="middle">
        {text}
      </text>
    </g>
  );
};
