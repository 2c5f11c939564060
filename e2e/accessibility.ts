import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect } from '@playwright/test';
import type axe from 'axe-core';
import type { Surface } from './browser/surface.ts';
import type { Inspector } from './inspector-page.ts';

declare global {
  interface Window {
    /** Put into the document by `violationsIn`. */
    axe?: typeof axe;
  }
}

const library = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * What axe finds wrong in a document as it is shown now, one line for each element. A heading of the first level is
 * not asked for: the panel is a part of DevTools, and no page of its own.
 */
export async function violationsIn(surface: Surface): Promise<string[]> {
  if (!(await surface.evaluate(() => window.axe !== undefined)))
    await surface.load(await readFile(library, 'utf8'));
  return surface.evaluate(async () => {
    const found = await window.axe?.run(document, { rules: { 'page-has-heading-one': { enabled: false } } });
    if (!found) throw new Error('axe was not loaded.');
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary?.replace(/\s+/g, ' ')}`,
      ),
    );
  });
}

/** Shows a state of the panel in both themes to axe, which must find nothing. */
export async function expectAccessible(inspector: Inspector, what: string): Promise<void> {
  for (const theme of ['dark', 'light'] as const) {
    await inspector.setTheme(theme);
    expect(await violationsIn(inspector.panel), `${what}, ${theme}`).toEqual([]);
  }
}
