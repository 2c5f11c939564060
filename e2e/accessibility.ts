import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Theme } from './browser/driver.ts';
import type { Surface } from './browser/surface.ts';

declare global {
  interface Window {
    /** Put into the document by `violationsIn`. */
    axe?: typeof axe;
  }
}

const library = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The colours of a theme, at once: that the panel follows the theme of DevTools is tested elsewhere. */
export const wear = (surface: Surface, theme: Theme): Promise<void> =>
  surface.evaluate((name) => {
    document.documentElement.dataset.theme = name;
    // A page without colours of its own has the browser's.
    document.documentElement.style.colorScheme = name;
  }, theme);

/** What axe finds wrong in a page, in either theme. */
export async function violationsInThemes(surface: Surface): Promise<string[]> {
  await wear(surface, 'light');
  const light = await violationsIn(surface);
  await wear(surface, 'dark');
  const dark = await violationsIn(surface, 'colours');
  await wear(surface, 'light');
  return [...light, ...dark.map((violation) => `dark: ${violation}`)];
}

/**
 * What axe finds wrong in a document as it is shown now, one line for each element. A heading of the first level is
 * not asked for: the panel is a part of DevTools, and no page of its own. `about` leaves out what cannot be otherwise
 than before: another theme changes nothing but colours, another width all but them.
 */
export async function violationsIn(
  surface: Surface,
  about: 'all' | 'colours' | 'all but colours' = 'all',
): Promise<string[]> {
  if (!(await surface.evaluate(() => window.axe !== undefined)))
    await surface.load(await readFile(library, 'utf8'));
  return surface.evaluate(async (wanted) => {
    const found = await window.axe?.run(document, {
      ...(wanted === 'colours' && { runOnly: ['color-contrast'] }),
      ...(wanted !== 'colours' && {
        rules: {
          'page-has-heading-one': { enabled: false },
          'color-contrast': { enabled: wanted === 'all' },
        },
      }),
      // What passes is not listed, which would take most of the time.
      resultTypes: ['violations'],
    });
    if (!found) throw new Error('axe was not loaded.');
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary?.replace(/\s+/g, ' ')}`,
      ),
    );
  }, about);
}
