import type { Page } from '@playwright/test';
import { ChromiumDocument } from './chromium-document.ts';
import type { InspectedPage } from './driver.ts';
import { Surface } from './surface.ts';

/** The page that DevTools inspects in Chromium. */
export class ChromiumPage extends Surface implements InspectedPage {
  readonly #page: Page;

  constructor(page: Page) {
    super(new ChromiumDocument(page, () => page.mainFrame()));
    this.#page = page;
  }

  async goto(url: string): Promise<void> {
    await this.#page.goto(url);
  }

  async reload(): Promise<void> {
    await this.#page.reload();
  }

  click(css: string): Promise<void> {
    return this.locator(css).click();
  }
}
