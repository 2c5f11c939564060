interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A card narrower than this is hard to read, in CSS pixels. */
const NARROW = 240;
const WIDE = 400;

/**
 * Where the card of a chosen offer stands: beside the list where there is room, else below or above it. CodeMirror's
 * own way would hide the list in a narrow panel.
 */
export function placeCard(list: Box, option: Box, card: Box, space: Box): { style: string; class: string } {
  const height = card.bottom - card.top;
  const beside = Math.max(space.top, Math.min(option.top, space.bottom - height)) - list.top;
  const right = space.right - list.right;
  const left = list.left - space.left;
  if (Math.max(right, left) >= NARROW) {
    const side = right >= NARROW ? 'right' : 'left';
    const width = Math.min(WIDE, side === 'right' ? right : left);
    return { style: `top: ${beside}px; max-width: ${width}px`, class: `cm-completionInfo-${side}` };
  }
  const width = Math.min(WIDE, space.right - list.left);
  const edge = space.bottom - list.bottom >= height ? 'top' : 'bottom';
  return { style: `${edge}: 100%; left: 0; width: ${width}px; max-width: none`, class: '' };
}
