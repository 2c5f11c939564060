import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Surface } from './browser/surface.ts';

declare global {
  interface Window {
    /** Put into the document by `violationsIn`. */
    axe?: typeof axe;
  }
}

const library = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

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
