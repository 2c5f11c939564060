const widths = new Map<string, number>();
let canvas: CanvasRenderingContext2D | null = null;

/** The width of a text in the picture's font, in CSS pixels. The same few words come again and again. */
export function measureText(text: string): number {
  const known = widths.get(text);
  if (known !== undefined) return known;
  canvas ??= context();
  const width = canvas ? canvas.measureText(text).width : text.length * 7;
  if (widths.size > 5000) widths.clear();
  widths.set(text, width);
  return width;
}

function context(): CanvasRenderingContext2D | null {
  const made = document.createElement('canvas').getContext('2d');
  if (made) made.font = `12px ${fontFamily()}`;
  return made;
}

/** The font of the panel's texts, as the picture is drawn in it. */
export const fontFamily = (): string =>
  getComputedStyle(document.getElementById('app') ?? document.body).fontFamily;
