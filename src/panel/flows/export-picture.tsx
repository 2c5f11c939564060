import { render } from 'preact';
import { encodePart } from '../../model/compose/variables.ts';
import { stateNames } from '../../model/flows/describe-flow.ts';
import { describeFlowState } from '../../model/flows/describe-flow-state.ts';
import type { Flow } from '../../model/flows/flow.ts';
import type { Log } from '../../model/log.ts';
import { maskId } from '../../model/masking/mask.ts';
import diagramStyle from './diagram.css?inline';
import { DiagramPicture } from './diagram.tsx';
import { pictureOf } from './flow-picture.ts';
import { fontFamily } from './measure-text.ts';
import { saveFile } from './save-file.ts';

const WIDTH = 960;
const FOOT = 56;
const SCALE = 2;
const NAMESPACE = 'http://www.w3.org/2000/svg';

/** Saves the picture of a flow as an SVG that needs nothing beside itself. */
export function exportSvg(flow: Flow, log: Log, sdkCalls: boolean): void {
  const { text } = drawPicture(flow, log, sdkCalls);
  saveFile(fileName(flow, 'svg'), new Blob([text], { type: 'image/svg+xml' }));
}

/** Saves the picture of a flow as a PNG. */
export async function exportPng(flow: Flow, log: Log, sdkCalls: boolean): Promise<void> {
  const { text, width, height } = drawPicture(flow, log, sdkCalls);
  const image = new Image();
  image.src = `data:image/svg+xml,${encodePart(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('The picture is too large for a PNG; save it as SVG.');
  saveFile(fileName(flow, 'png'), blob);
}

/** The whole picture with its state at the foot, in the colours of the theme. */
function drawPicture(
  flow: Flow,
  log: Log,
  sdkCalls: boolean,
): { text: string; width: number; height: number } {
  const { diagram } = pictureOf(flow, log, { width: WIDTH, sdkCalls });
  const place = document.createElement('div');
  render(
    <DiagramPicture
      diagram={diagram}
      bands={diagram.bands}
      startedAt={flow.startedAt}
      onOpen={() => undefined}
    />,
    place,
  );
  const svg = place.querySelector('svg');
  if (!svg) throw new Error('The picture was not drawn.');
  const height = diagram.height + FOOT;
  svg.setAttribute('role', 'img');
  svg.setAttribute('height', String(height));
  svg.setAttribute('viewBox', `0 0 ${WIDTH} ${height}`);
  for (const band of svg.querySelectorAll('.band')) {
    for (const name of ['role', 'tabindex', 'aria-pressed', 'aria-expanded', 'id'])
      band.removeAttribute(name);
  }
  svg.prepend(
    element('style', {}, styleText()),
    element('rect', { class: 'ground', width: '100%', height: '100%' }),
  );
  const now = Date.now();
  const state = `${stateNames[flow.stateAt(now)]()}: ${describeFlowState(flow, now)}`;
  const id = flow.correlationId === null ? '' : maskId(flow.correlationId);
  const foot = { x: String(diagram.page.x), y: String(diagram.footTop + 12) };
  svg.append(
    element('text', { ...foot, class: 'foot' }, state),
    element(
      'text',
      { ...foot, y: String(diagram.footTop + 30), class: 'time' },
      `${flow.kind?.id ?? ''} ${id}`,
    ),
  );
  const text = new XMLSerializer().serializeToString(svg);
  render(null, place);
  return { text, width: WIDTH, height };
}

function element(name: string, attributes: Readonly<Record<string, string>>, text = ''): SVGElement {
  const made = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

/** The picture's own style with every colour and font written out, so that any program can show it. */
function styleText(): string {
  const root = getComputedStyle(document.documentElement);
  const rules = `${diagramStyle}\n.diagram { font-family: ${fontFamily()}; background: var(--bg); }\n.ground { fill: var(--bg); }`;
  return rules.replace(/var\((--[\w-]+)\)/g, (_, name: string) => root.getPropertyValue(name).trim());
}

const fileName = (flow: Flow, ending: string): string =>
  `${flow.kind?.id ?? 'flow'}-${flow.id.slice(0, 8).replace(/[^\w-]/g, '') || 'flow'}.${ending}`;
