import type { BrowserUnderTest, Theme } from './browser/driver.ts';
import { until } from './browser/until.ts';
import type {} from './demo/page/main.ts';

/** Names that resolve to this machine in the browsers under test. */
export const proveHosts = ['platform.uat.proveapis.com', 'platform.uat.eu.proveapis.com'];

export type ViewName = 'Flows' | 'Calls' | 'Composer' | 'Reference';

/** A row of the calls grid as it is read. */
export interface ReadRow {
  verdict: string;
  operation: string;
  status: string;
  flow: string;
}

/** The panel as its user sees it: what can be read, and what can be done. */
export class Inspector {
  constructor(readonly browser: BrowserUnderTest) {}

  get panel() {
    return this.browser.panel;
  }

  /** Shows the panel, opened at a view. */
  async open(view?: ViewName): Promise<void> {
    await this.browser.openPanel();
    if (view) await this.openView(view);
  }

  openView(view: ViewName): Promise<void> {
    return this.panel
      .getByRole('tablist', { name: 'Views' })
      .getByRole('tab', { name: new RegExp(`^${view}`) })
      .click();
  }

  /** Changes the theme of DevTools, and waits until the panel wears it. */
  async setTheme(theme: Theme): Promise<void> {
    await this.browser.setTheme(theme);
    await until(
      () => this.panel.evaluate((name) => document.documentElement.dataset.theme === name, theme),
      `the ${theme} theme`,
    );
  }

  /** Opens a part of the composer's request that is closed until it is wanted. */
  openPart(name: 'Headers' | 'Token' | 'Variables' | 'Sending'): Promise<void> {
    return this.panel.locator('.composer-sections summary').having(name).click();
  }

  /** The rows of the calls grid, in one look. */
  rows(): Promise<ReadRow[]> {
    return this.panel
      .getByRole('grid', { name: 'Calls' })
      .locator('.grid-body [role=row]:not(.mark)')
      .evaluateAll((rows) => {
        const read = (row: Element, column: string) =>
          row.querySelector<HTMLElement>(`.col-${column}`)?.innerText ?? '';
        return rows.map((row) => ({
          verdict: read(row, 'verdict').trim(),
          operation: read(row, 'operation').trim().replace(/\s+/g, ' '),
          status: read(row, 'status'),
          flow: read(row, 'flow'),
        }));
      }, null);
  }

  /** Waits until the grid has so many calls, and returns them. */
  rowsWhen(count: number): Promise<ReadRow[]> {
    return until(async () => {
      const rows = await this.rows();
      return rows.length === count && rows;
    }, `${count} calls in the grid`);
  }

  /** Chooses the call at a place in the grid, from 0. */
  chooseCall(index: number): Promise<void> {
    return this.panel
      .getByRole('grid', { name: 'Calls' })
      .locator('.grid-body [role=row]')
      .nth(index)
      .click();
  }

  get details() {
    return this.panel.getByRole('region', { name: 'Call details' });
  }

  /** The problems listed for the chosen call. */
  async problems(): Promise<string[]> {
    const items = this.details.getByRole('list', { name: 'Problems' }).locator('.problem');
    return (await items.texts()).map((text) => text.replace(/\s+/g, ' ').trim());
  }

  /** The flows as they are listed. */
  async flows(): Promise<string[]> {
    const options = this.panel.getByRole('listbox', { name: 'Flows' }).getByRole('option');
    return (await options.texts()).map((text) => text.replace(/\s+/g, ' ').trim());
  }

  /** Chooses the flow at a place in the list, from 0. */
  chooseFlow(index: number): Promise<void> {
    return this.panel.getByRole('listbox', { name: 'Flows' }).getByRole('option').nth(index).click();
  }

  /** The counts in the footer. */
  async footer(): Promise<string> {
    return (await this.panel.locator('.footer').text()).replace(/\s+/g, ' ');
  }
}
