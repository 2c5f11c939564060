import type { PanelSize, Target, Theme } from '../browser/driver.ts';

/** One picture of a state. */
export interface Picture {
  /** Path from the root of the project. */
  file: string;
  theme: Theme;
  /** Of the panel, in CSS pixels. */
  size: PanelSize;
}

const themes = ['light', 'dark'] as const;

/** States that the README may show, by the names of their pictures. */
const readme: Readonly<Record<string, string>> = {
  'empty log': 'empty',
  flow: 'flows',
  comparison: 'comparison',
  calls: 'calls',
  'call with problems': 'details',
  'composer, text and form': 'composer',
  'reference, an operation': 'reference',
};
const readmeSizes = { wide: { width: 1280, height: 640 }, narrow: { width: 340, height: 640 } };

/** What the stores show: the whole of DevTools at 1280 × 800, its tab strip included. */
const store: Readonly<Record<string, { name: string; theme: Theme }>> = {
  'call with problems': { name: '1-call-with-problems', theme: 'light' },
  flow: { name: '2-flow', theme: 'dark' },
  'composer, text and form': { name: '3-composer', theme: 'light' },
  comparison: { name: '4-comparison', theme: 'dark' },
  'reference, an operation': { name: '5-reference', theme: 'light' },
};
const storeSize = { width: 1280, height: 773 };

const allWidths = [320, 700, 1400];

/** The pictures to take of a state: the README's and the stores', and with `all` every theme and width. */
export function picturesOf(state: string, { all, target }: { all: boolean; target: Target }): Picture[] {
  const pictures: Picture[] = [];
  const name = readme[state];
  if (name && target === 'chromium')
    for (const theme of themes)
      for (const [width, size] of Object.entries(readmeSizes))
        pictures.push({ file: `e2e/pictures/${name}-${theme}-${width}.png`, theme, size });
  const shown = store[state];
  if (shown && target === 'chromium')
    pictures.push({ file: `.store/${shown.name}.png`, theme: shown.theme, size: storeSize });
  if (all)
    for (const theme of themes)
      for (const width of allWidths) {
        const file = `test-results/pictures/${target}/${state.replace(/\W+/g, '-')}-${theme}-${width}.png`;
        pictures.push({ file, theme, size: { width, height: 700 } });
      }
  return pictures;
}
