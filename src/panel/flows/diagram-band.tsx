import { nameOf } from '../../model/flows/describe-step.ts';
import { exchangesOf, type Step } from '../../model/flows/flow-steps.ts';
import type { Band, Diagram } from '../../model/flows/lay-out-diagram.ts';
import type { Severity, Verdict } from '../../model/problems/problem.ts';
import { t } from '../../model/words/words.ts';
import { iconPaths } from '../icons.tsx';

interface Props {
  band: Band;
  diagram: Diagram;
  startedAt: number;
  selected: boolean;
  /** The one arrow that Tab reaches. */
  active: boolean;
  onOpen: (step: Step) => void;
}

/** One step of the flow: the arrow of its call, the arrow of its answer, and what is wrong with them. */
export function DiagramBand({ band, diagram, startedAt, selected, active, onOpen }: Props) {
  const { step, call, answer, title, answerLabel, brokenAt, time } = band;
  const [exchange] = exchangesOf(step);
  const handle = step.kind === 'run' && step.open;
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onOpen(step);
  };
  return (
    <g
      class={looksOf(step, selected)}
      role="button"
      id={bandId(step.id)}
      tabindex={active ? 0 : -1}
      aria-label={nameOf(step, startedAt)}
      {...(step.kind === 'run' ? { 'aria-expanded': step.open } : { 'aria-pressed': selected })}
      onClick={() => onOpen(step)}
      onKeyDown={key}
    >
      <rect
        class="band-back"
        x="3"
        y={band.top}
        width={Math.max(0, diagram.width - 6)}
        height={band.height}
        rx="5"
      />
      {step.kind === 'run' && (
        <rect
          class="run-back"
          x={diagram.page.x - 8}
          y={band.top + 1}
          width={diagram.api.x - diagram.page.x + 16}
          height={(answerLabel?.y ?? title.y) - band.top + 5}
          rx="5"
        />
      )}
      {[diagram.page, diagram.device, diagram.api].map(
        (line) => line && <path key={line.x} class="lifeline" d={`M${line.x} ${band.top}v${band.height}`} />,
      )}
      <text class="time" x={time.x} y={time.y}>
        {time.text}
      </text>
      <text class="title" x={title.x} y={title.y} text-anchor="middle">
        {title.text}
        {step.kind === 'run' && <tspan class="fold">{step.open ? '  ▾' : '  ▸'}</tspan>}
        {step.kind === 'call' && exchange.origin === 'replay' && <tspan class="fold"> · {t('replay')}</tspan>}
      </text>
      {!handle && (
        <>
          <path class="call" d={`M${call.x1} ${call.y1}L${call.x2} ${call.y2}`} />
          {!brokenAt && <path class="head" d={arrowHead(call, 9)} />}
          {brokenAt && <path class="broken" d={`M${brokenAt.x} ${brokenAt.y}m-5-5l10 10m0-10l-10 10`} />}
          {answer && (
            <>
              <rect
                class="busy"
                x={answer.x1 - 2}
                y={call.y2}
                width="4"
                height={Math.max(0, answer.y1 - call.y2)}
                rx="1"
              />
              <path class="answer" d={`M${answer.x1} ${answer.y1}L${answer.x2} ${answer.y2}`} />
              <path class="answer-head" d={arrowHead(answer, 8)} />
            </>
          )}
          {step.verdict && (
            <VerdictMark verdict={step.verdict} severity={worstOf(step)} x={call.x1} y={call.y1} />
          )}
          {answerLabel && (
            <text class="answer-label" x={answerLabel.x} y={answerLabel.y} text-anchor="middle">
              {answerLabel.text}
            </text>
          )}
        </>
      )}
      {band.notes.map((note) => (
        <g key={note.y} class={`note-text is-${note.severity}`}>
          <path
            class="note-mark"
            d={iconPaths[note.severity]}
            transform={`translate(${note.x - 20} ${note.y - 11}) scale(0.875)`}
          />
          <text x={note.x} y={note.y}>
            {note.lines.map((line, index) => (
              <tspan key={line} x={note.x} dy={index === 0 ? 0 : 16}>
                {line}
              </tspan>
            ))}
          </text>
        </g>
      ))}
    </g>
  );
}

/** DOM id of a step's arrow. */
export const bandId = (stepId: string): string => `step-${stepId}`;

function looksOf(step: Step, selected: boolean): string {
  const [exchange] = exchangesOf(step);
  const wrong = step.verdict === 'invalid' || step.verdict === 'unreadable';
  const looks = ['band'];
  if (step.kind !== 'call') looks.push(step.kind);
  if (wrong || !exchange.response) looks.push('is-error');
  if (!exchange.response) looks.push('lost');
  else if (exchange.response.status >= 400) looks.push('refused');
  if (exchange.origin === 'replay') looks.push('replay');
  if (selected) looks.push('selected');
  return looks.join(' ');
}

const worstOf = ({ problems }: Step): Severity | undefined => problems[0]?.severity;

/** A filled head at the end of a line. */
function arrowHead({ x1, y1, x2, y2 }: { x1: number; y1: number; x2: number; y2: number }, size: number) {
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const corner = (turn: number) =>
    `${(x2 - size * Math.cos(angle + turn)).toFixed(1)} ${(y2 - size * Math.sin(angle + turn)).toFixed(1)}`;
  return `M${x2} ${y2}L${corner(0.45)}L${corner(-0.45)}Z`;
}

const marks: Record<Verdict, { sign: string; tone: string }> = {
  valid: { sign: 'm-3 .2l2.200 2.200 3.800-4.600', tone: 'ok' },
  invalid: { sign: 'm-2.600-2.600l5.200 5.200m0-5.200l-5.200 5.200', tone: 'error' },
  unreadable: { sign: 'm-2.600-2.600l5.200 5.200m0-5.200l-5.200 5.200', tone: 'error' },
  truncated: { sign: 'm-3 0h6', tone: 'quiet' },
  absent: { sign: 'm-3 0h6', tone: 'quiet' },
};

/** The verdict on the body, where its arrow begins; a valid body with warnings has their colour. */
function VerdictMark({
  verdict,
  severity,
  x,
  y,
}: {
  verdict: Verdict;
  severity: Severity | undefined;
  x: number;
  y: number;
}) {
  const { sign, tone } = marks[verdict];
  return (
    <g class={`verdict-mark is-${tone === 'ok' && severity === 'warning' ? 'warning' : tone}`}>
      <circle cx={x} cy={y} r="7" />
      <path d={`M${x} ${y}${sign}`} />
    </g>
  );
}
