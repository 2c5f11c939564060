import { formatDuration } from '../format.ts';
import type { Severity } from '../problems/problem.ts';
import { tn } from '../words/words.ts';
import { answerOf, timeOf, titleOf } from './describe-step.ts';
import { exchangesOf, type Step, spanOf } from './flow-steps.ts';

/** All in CSS pixels from the top left corner. */
export interface Diagram {
  width: number;
  height: number;
  page: Lifeline;
  /** Of what the client SDK calls, between the two others; only where it was called. */
  device: Lifeline | undefined;
  api: Lifeline;
  bands: readonly Band[];
  gaps: readonly Gap[];
  /** Where texts begin in a line of the foot. */
  footTop: number;
}

export interface Lifeline {
  x: number;
  label: string;
  labelX: number;
  anchor: 'start' | 'middle' | 'end';
}

/** A text, and where its line begins, is centred or ends. */
export interface Label {
  x: number;
  y: number;
  text: string;
}

interface Line {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** The part of the picture that tells one step. */
export interface Band {
  step: Step;
  top: number;
  height: number;
  time: Label;
  title: Label;
  /** From the page to the API; ends halfway where no answer came. */
  call: Line;
  answer: Line | undefined;
  answerLabel: Label | undefined;
  /** In the middle of the broken arrow. */
  brokenAt: { x: number; y: number } | undefined;
  notes: readonly Note[];
}

/** A problem at its arrow, in lines. */
export interface Note {
  severity: Severity;
  x: number;
  y: number;
  lines: readonly string[];
}

/** Time in which nothing happened, too long to be drawn to scale. */
export interface Gap {
  y: number;
  height: number;
  text: string;
}

/** A problem as it is written beside its arrow. */
export interface NoteText {
  severity: Severity;
  text: string;
}

export interface DiagramOptions {
  width: number;
  /** When the flow began, in ms since the epoch. */
  startedAt: number;
  labels: { page: string; device: string; api: string };
  /** The width of a text in the picture's font, in CSS pixels. */
  measure: (text: string) => number;
  notesOf: (step: Step) => readonly NoteText[];
}

/** From this width on problems stand beside their arrow, under it in narrower pictures. */
const WIDE = 640;
const HEAD = 34;
const LINE = 16;
/** The fall of an arrow, which shows that time passes on the way. */
const FALL = 6;
/** Height of the handle of an unfolded run. */
const HANDLE = 26;
const PIXELS_A_SECOND = 10;
const LEAST_GAP = 10;
const MOST_GAP = 40;
/** From so many ms on, a gap that is not drawn to scale is marked with its length. */
const MARKED = 5000;
/** Between a call and its answer. */
const LEAST_WAIT = 6;
const MOST_WAIT = 36;
/** So many problems are written out; the rest are counted. */
const MOST_NOTES = 3;

/** Names of lifelines are bold, which takes so much more room than the picture's other texts. */
const BOLD = 1.12;

interface Columns {
  gutter: number;
  page: number;
  device: number | undefined;
  api: number;
  /** Undefined where problems stand below. */
  notes: { x: number; width: number } | undefined;
}

/** Puts the steps of a flow on a picture: pure, so that it can be drawn, exported and tested alike. */
export function layOutDiagram(steps: readonly Step[], options: DiagramOptions): Diagram {
  const { width } = options;
  const columns = columnsOf(
    width,
    steps.some(({ kind }) => kind === 'sdk'),
  );
  const bands: Band[] = [];
  const gaps: Gap[] = [];
  let y = HEAD;
  let end: number | undefined;
  for (const step of steps) {
    const { from, to } = spanOf(step);
    const inRun = step.kind === 'call' && step.runId !== undefined;
    if (end !== undefined) {
      const idle = from - end;
      const height = gapHeight(idle);
      if (idle >= MARKED && height === MOST_GAP) gaps.push({ y, height, text: formatDuration(idle) });
      y += height;
    } else if (inRun) y += LEAST_GAP;
    const band = layOutBand(step, y, columns, options);
    bands.push(band);
    y += band.height;
    // The first of an unfolded run begins when the run does.
    end = step.kind === 'run' && step.open ? undefined : Math.max(end ?? to, to);
  }
  return { width, height: y + 14, ...lifelinesOf(columns, options), bands, gaps, footTop: y + 14 };
}

function lifelinesOf(
  { page, device, api, notes }: Columns,
  { width, labels, ...options }: DiagramOptions,
): Pick<Diagram, 'page' | 'device' | 'api'> {
  const measure = (text: string) => options.measure(text) * BOLD;
  const centred = (x: number, text: string, room: number): Lifeline => ({
    x,
    label: ellipsize(text, room, measure),
    labelX: x,
    anchor: 'middle',
  });
  const middle = (room: number) => (device === undefined ? undefined : centred(device, labels.device, room));
  if (notes) {
    const room = Math.min(220, (api - page) / (device === undefined ? 1 : 2) - 12);
    return {
      page: centred(page, labels.page, room),
      device: middle(room),
      api: centred(api, labels.api, room),
    };
  }
  // At the edges, beside what stands in the middle.
  const between = middle(width / 3);
  const half = between ? measure(between.label) / 2 : 0;
  const left = (device ?? width / 2) - half - 12;
  const right = width - (device ?? width / 2) - half - 12;
  return {
    page: { x: page, label: ellipsize(labels.page, left, measure), labelX: 4, anchor: 'start' },
    device: between,
    api: { x: api, label: ellipsize(labels.api, right, measure), labelX: width - 4, anchor: 'end' },
  };
}

function columnsOf(width: number, withDevice: boolean): Columns {
  // Upright lines of one pixel are sharp in the middle of a pixel.
  const between = (page: number, api: number) =>
    withDevice ? Math.round((page + api) / 2) + 0.5 : undefined;
  if (width < WIDE) {
    const page = 52.5;
    const api = Math.max(160, Math.floor(width) - 16) + 0.5;
    return { gutter: 4, page, device: between(page, api), api, notes: undefined };
  }
  const page = 118.5;
  const api = Math.min(page + 620, Math.round(width * 0.68) + 0.5);
  const notes = { x: api + 38, width: Math.min(380, width - api - 54) };
  return { gutter: 14, page, device: between(page, api), api, notes };
}

function gapHeight(ms: number): number {
  return Math.round(Math.min(MOST_GAP, Math.max(LEAST_GAP, (ms / 1000) * PIXELS_A_SECOND)));
}

function layOutBand(step: Step, top: number, columns: Columns, options: DiagramOptions): Band {
  const { page, gutter, notes: beside } = columns;
  const api = step.kind === 'sdk' ? (columns.device ?? columns.api) : columns.api;
  const middle = (page + api) / 2;
  // What is too long to stand over its own arrow goes on over the next lifeline.
  const room = columns.api - page - 24;
  const over = (y: number, words: string): Label => {
    const text = ellipsize(words, room, options.measure);
    return { x: Math.max(middle, page + 12 + options.measure(text) / 2), y, text };
  };
  const [exchange] = exchangesOf(step);
  const sent = top + LINE + 4;
  const time = { x: gutter, y: sent + 4, text: timeOf(step, options.startedAt) };
  const title = over(top + 13, titleOf(step));
  if (step.kind === 'run' && step.open) {
    const line = { x1: page, y1: sent, x2: page, y2: sent };
    return {
      step,
      top,
      height: HANDLE,
      time: { ...time, y: title.y },
      title,
      call: line,
      answer: undefined,
      answerLabel: undefined,
      brokenAt: undefined,
      notes: [],
    };
  }
  const broken = exchange.response === undefined;
  const reach = broken ? middle : api;
  const wait = Math.min(MOST_WAIT, Math.max(LEAST_WAIT, (exchange.duration / 1000) * PIXELS_A_SECOND));
  const answered = sent + FALL + wait;
  const below = broken ? sent + FALL + 2 : answered + FALL;
  const answerLabel = over(below + 14, answerOf(step));
  let bottom = below + LINE + 4;
  const texts = options.notesOf(step);
  const notes: Note[] = [];
  let noteY = beside ? top + 13 : bottom + 14;
  const shown = texts.slice(0, MOST_NOTES);
  const more = texts.length - shown.length;
  for (const { severity, text } of [
    ...shown,
    ...(more > 0
      ? [
          {
            severity: 'hint' as const,
            text: tn(more, { one: 'and {count} more', other: 'and {count} more' }),
          },
        ]
      : []),
  ]) {
    const width = beside ? beside.width : room - 24;
    const lines = wrap(text, width, options.measure);
    notes.push({ severity, x: beside ? beside.x : page + 34, y: noteY, lines });
    noteY += lines.length * LINE + 6;
    bottom = Math.max(bottom, noteY - 12);
  }
  return {
    step,
    top,
    height: bottom - top + 4,
    time,
    title,
    call: { x1: page, y1: sent, x2: reach, y2: sent + (broken ? FALL / 2 : FALL) },
    answer: broken ? undefined : { x1: api, y1: answered, x2: page, y2: answered + FALL },
    answerLabel,
    brokenAt: broken ? { x: middle, y: sent + FALL / 2 } : undefined,
    notes,
  };
}

/** A text cut to a width, with an ellipsis where it was cut. */
export function ellipsize(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text;
  let length = Math.max(1, Math.floor((text.length * width) / measure(text)));
  while (length > 1 && measure(`${text.slice(0, length)}…`) > width) length--;
  return `${text.slice(0, length).trimEnd()}…`;
}

/** A text in lines of a width; a word that is longer than a line is cut. */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) line = longer;
    else {
      if (line !== '') lines.push(line);
      line = ellipsize(word, width, measure);
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}
