import type { Surface } from './browser/surface.ts';

/**
 * Texts that cannot be read where they stand now, a line each: cut off without an ellipsis, standing out of their
 * button or of the window, or over another text. Drawings and the editor are left out: they lay themselves out.
 */
export const cutTexts = (surface: Surface): Promise<string[]> =>
  surface.evaluate(() => {
    const SLACK = 1.5;
    const found: string[] = [];
    const texts: { rect: DOMRect; parent: Element; text: string }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (!parent || text === '' || parent.closest('svg, .cm-editor, .hidden, select, option, style'))
        continue;
      if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
      // What is scrolled away or ends in an ellipsis is there to be read.
      let clip = { left: 0, right: innerWidth, top: 0, bottom: innerHeight };
      let isCut = false;
      let told = false;
      for (let element: Element | null = parent; element; element = element.parentElement) {
        const style = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        if (style.textOverflow === 'ellipsis' && style.overflowX !== 'visible') told = true;
        if (style.overflowX === 'auto' || style.overflowX === 'scroll') told = true;
        const isButton = element.matches('button, .chip, .tag, [role=tab], [role=columnheader]');
        const clips = style.overflowX === 'hidden' || style.overflowX === 'clip' || isButton;
        if (element.matches('[role=option], [role=row], button'))
          isCut ||= rects.some(({ top, bottom }) => top < box.top - SLACK || bottom > box.bottom + SLACK);
        if (clips && !told)
          isCut ||= rects.some(({ left, right }) => left < box.left - SLACK || right > box.right + SLACK);
        if (style.overflowX !== 'visible' || style.overflowY !== 'visible')
          clip = {
            left: Math.max(clip.left, box.left),
            right: Math.min(clip.right, box.right),
            top: Math.max(clip.top, box.top),
            bottom: Math.min(clip.bottom, box.bottom),
          };
      }
      if (!told) isCut ||= rects.some(({ right }) => right > innerWidth + SLACK);
      if (isCut) found.push(`cut: ${text.slice(0, 80)}`);
      for (const { left, right, top, bottom } of rects) {
        const [x, y] = [Math.max(left, clip.left), Math.max(top, clip.top)];
        const [width, height] = [Math.min(right, clip.right) - x, Math.min(bottom, clip.bottom) - y];
        if (width > SLACK && height > SLACK)
          texts.push({ rect: new DOMRect(x, y, width, height), parent, text });
      }
    }
    // Of two texts at one place, the lower is hidden where the upper stands on a ground of its own.
    const isOnTop = ({ rect, parent }: (typeof texts)[number]) => {
      const at = document.elementFromPoint(rect.x + rect.width / 2, rect.y + rect.height / 2);
      return at !== null && (parent.contains(at) || at.contains(parent));
    };
    const shown = texts.filter(isOnTop);
    /** What lies over the rest on purpose. */
    const layerOf = (element: Element): Element | null => {
      const layer = element.closest('[role=dialog], [role=alertdialog], [role=menu]');
      if (layer) return layer;
      // What is scrolled goes under what stays.
      for (let at: Element | null = element; at; at = at.parentElement)
        if (getComputedStyle(at).position === 'sticky') return at;
      return null;
    };
    for (const [index, one] of shown.entries())
      for (const other of shown.slice(index + 1)) {
        if (one.parent === other.parent || layerOf(one.parent) !== layerOf(other.parent)) continue;
        const width = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
        const height = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
        if (width > SLACK && height > 4)
          found.push(`over each other: ${one.text.slice(0, 60)} / ${other.text.slice(0, 60)}`);
      }
    return [...new Set(found)];
  });
