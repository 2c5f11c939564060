import type { Surface } from './surface.ts';
import { until } from './until.ts';

/** Waits until the panel has the width (CSS pixels) that DevTools was given: it hears of it later, in its own process. */
export const panelToBeWide = (panel: Surface, width: number): Promise<boolean> =>
  until(
    () => panel.evaluate((wanted) => innerWidth === wanted, width),
    `the panel to be ${width} pixels wide`,
  );
