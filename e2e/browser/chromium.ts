import { rm } from 'node:fs/promises';
import type { Browser, CDPSession, Frame, Page } from '@playwright/test';
import { type AccessibleNode, readAccessibleTree } from './accessible-tree.ts';
import { type BrowserProcess, readDownloads } from './browser-process.ts';
import { connectTo, pagesOf } from './chromium-connection.ts';
import { ChromiumDocument } from './chromium-document.ts';
import { ChromiumErrors } from './chromium-errors.ts';
import { crashPage, findPage, switchOn, unloadExtension } from './chromium-faults.ts';
import { ChromiumPage } from './chromium-page.ts';
import { devtoolsPreferences, themeSetting } from './chromium-start.ts';
import type { BrowserUnderTest, Download, InspectedPage, LaunchOptions, PanelSize, Theme } from './driver.ts';
import { panelToBeWide } from './panel-width.ts';
import { clearDevTools, newOnlyTab } from './renew-chromium.ts';
import { Surface } from './surface.ts';
import { PATIENCE, until } from './until.ts';

/** Text on the tab of our panel. */
const PANEL_NAME = 'Prove V3';

/** Height of the tab strip above the panel, and size of DevTools in which all tabs show, in CSS pixels. */
const TAB_STRIP = 27;
const WIDE = { width: 1280, height: 900 };

/** The parts of a started Chromium. */
export interface Started {
  process: BrowserProcess;
  /** Address of the debugging interface's web socket. */
  endpoint: string;
  browser: Browser;
  control: CDPSession;
  page: Page;
  options: LaunchOptions;
  /** Folder that saved files go to. */
  downloads: string;
  /** Path of the devtools page inside the extension. */
  devtoolsPage: string;
}

/** Chromium, with what only it can tell of its costs. */
export class Chromium implements BrowserUnderTest {
  readonly name = 'chromium';
  page: InspectedPage;
  readonly #started: Started;
  #errors = new ChromiumErrors();
  #inspected: Page;
  #crashed: CDPSession | undefined;
  #devtools: Page | undefined;
  #panelSize: PanelSize | undefined;
  #panel: Surface | undefined;

  constructor(started: Started) {
    this.#started = started;
    this.#inspected = started.page;
    this.page = new ChromiumPage(started.page);
    this.#panelSize = started.options.panelSize;
  }

  get panel(): Surface {
    if (!this.#panel) throw new Error('The panel is not open: call openPanel() first');
    return this.#panel;
  }

  async openDevTools(): Promise<void> {
    const { endpoint, control, devtoolsPage } = this.#started;
    const page = this.#inspected;
    await this.#errors.follow(page, 'page');
    const session = await page.context().newCDPSession(page);
    const { targetInfo } = await session.send('Target.getTargetInfo');
    await control.send('Target.openDevTools', { targetId: targetInfo.targetId });
    const isOpen = async () => {
      const { targetInfos } = await control.send('Target.getTargets', { filter: [{}] });
      const shows = (test: RegExp | string) => targetInfos.some(({ url }) => url.search(test) >= 0);
      return shows(/^devtools:.*devtools_app\.html/) && shows(`^chrome-extension:.*/${devtoolsPage}$`);
    };
    await until(isOpen, 'DevTools and the devtools page of the extension to open');
    // A page that opens after a connection was made stays invisible to it, so DevTools needs one of its own.
    const browser = await connectTo(endpoint);
    await this.#saveDownloads();
    this.#devtools = await until(
      () => pagesOf(browser).find((candidate) => candidate.url().includes('devtools_app.html')),
      'the DevTools page',
    );
    const frame = await until(() => this.#extensionFrame(true), 'the frame of the devtools page');
    await this.#errors.follow(frame, 'devtools page');
  }

  async openPanel(): Promise<void> {
    if (!this.#devtools) await this.openDevTools();
    const devtools = this.#open;
    const { panelName = PANEL_NAME } = this.#started.options;
    // In a narrow DevTools the tab hides behind a menu.
    if (this.#panelSize) await devtools.setViewportSize(WIDE);
    await devtools.getByRole('tab', { name: panelName, exact: true }).click({ timeout: PATIENCE });
    const frame = await until(() => this.#extensionFrame(false), 'the document of the panel');
    await frame.waitForLoadState('load');
    await this.#errors.follow(frame, 'panel');
    this.#panel ??= new Surface(
      new ChromiumDocument(devtools, () => {
        const current = this.#extensionFrame(false);
        if (!current) throw new Error('The document of the panel has gone');
        return current;
      }),
    );
    if (this.#panelSize) await this.resizePanel(this.#panelSize);
  }

  async reloadExtension(): Promise<void> {
    const { host } = new URL(this.#devtoolsFrame().url());
    await unloadExtension(this.#devtoolsFrame());
    this.#devtools = undefined;
    this.#panel = undefined;
    await switchOn(host, await this.#inspected.context().newPage());
  }

  async crashPage(): Promise<void> {
    this.#crashed = await crashPage(this.#inspected);
  }

  async reviveTab(url: string): Promise<void> {
    await this.#crashed?.send('Page.navigate', { url });
    this.#inspected = await findPage(this.#started.endpoint, url);
    await this.#saveDownloads();
    this.page = new ChromiumPage(this.#inspected);
    await this.#errors.follow(this.#inspected, 'page');
  }

  async closeDevTools(): Promise<void> {
    await this.#open.close();
    this.#devtools = undefined;
    this.#panel = undefined;
  }

  async hidePanel(): Promise<void> {
    if (this.#panelSize) await this.#open.setViewportSize(WIDE);
    await this.#open.getByRole('tab', { name: 'Elements', exact: true }).click({ timeout: PATIENCE });
  }

  async extensionTab(urlPart: string): Promise<Surface> {
    const { browser } = this.#started;
    const isIt = (page: Page) => page.url().startsWith('chrome-extension:') && page.url().includes(urlPart);
    const page = await until(() => pagesOf(browser).find(isIt), `a tab of the extension at …${urlPart}…`);
    await page.waitForLoadState('load');
    await this.#errors.follow(page, urlPart);
    return new Surface(new ChromiumDocument(page, () => page.mainFrame()));
  }

  errors(): Promise<string[]> {
    return this.#errors.all();
  }

  async setTheme(theme: Theme): Promise<void> {
    // DevTools has no interface for this but its own module.
    await this.#open.evaluate(
      `import('./core/common/common.js').then(({ Settings }) =>
        Settings.Settings.instance().moduleSetting('ui-theme').set('${themeSetting(theme)}'))`,
    );
  }

  async resizePanel(size: PanelSize): Promise<void> {
    this.#panelSize = size;
    await this.#open.setViewportSize({ width: size.width, height: size.height + TAB_STRIP });
    await panelToBeWide(this.panel, size.width);
  }

  async setPlainLooks(on: boolean): Promise<void> {
    await this.#open.emulateMedia({
      forcedColors: on ? 'active' : 'none',
      reducedMotion: on ? 'reduce' : 'no-preference',
    });
  }

  async accessibleTree(): Promise<AccessibleNode[]> {
    const frame = await until(() => this.#extensionFrame(false), 'the document of the panel');
    const session = await this.#open.context().newCDPSession(frame);
    const tree = await readAccessibleTree(session);
    await session.detach();
    return tree;
  }

  downloads(): Promise<Download[]> {
    return readDownloads(this.#started.downloads);
  }

  async clipboardText(): Promise<string> {
    const permission = { name: 'clipboard-read' };
    await this.#started.control.send('Browser.setPermission', { permission, setting: 'granted' });
    return this.#open.evaluate(() => navigator.clipboard.readText());
  }

  async screenshot(file: string): Promise<void> {
    await (this.#devtools ?? this.#inspected).screenshot({ path: file, animations: 'disabled' });
  }

  whenClosed(): Promise<void> {
    return this.#started.process.exited;
  }

  async renew(): Promise<boolean> {
    const { browser, control, downloads, options } = this.#started;
    // Only DevTools itself can forget its settings.
    const extension = this.#devtools && this.#extensionFrame(true)?.url();
    if (!this.#devtools || !extension) return false;
    await clearDevTools(this.#devtools, control, devtoolsPreferences(options));
    const connection = this.#devtools.context().browser();
    await this.closeDevTools();
    await connection?.close();
    this.#inspected = await newOnlyTab(browser, control, this.#inspected, extension);
    this.page = new ChromiumPage(this.#inspected);
    this.#errors = new ChromiumErrors();
    this.#panelSize = options.panelSize;
    await rm(downloads, { recursive: true, force: true });
    return true;
  }

  async close(): Promise<void> {
    await this.#started.process.end(() => this.#started.control.send('Browser.close'));
  }

  /** DevTools itself. */
  get devtools(): Page {
    return this.#open;
  }

  /** The extension's devtools page. */
  get devtoolsPage(): Surface {
    return new Surface(new ChromiumDocument(this.#open, () => this.#devtoolsFrame()));
  }

  /** A debugging session with the extension's process, which runs devtools page and panel in one thread. */
  extensionSession(): Promise<CDPSession> {
    return this.#open.context().newCDPSession(this.#devtoolsFrame());
  }

  #devtoolsFrame(): Frame {
    const frame = this.#extensionFrame(true);
    if (!frame) throw new Error('The devtools page has gone');
    return frame;
  }

  get #open(): Page {
    if (!this.#devtools) throw new Error('DevTools is not open: call openDevTools() first');
    return this.#devtools;
  }

  /** The frame of the devtools page, or that of the panel, if it is there. */
  #extensionFrame(ofDevtoolsPage: boolean): Frame | undefined {
    return this.#open
      .frames()
      .filter(
        (frame) =>
          frame.url().startsWith('chrome-extension:') && frame.parentFrame() === this.#open.mainFrame(),
      )
      .find((frame) => frame.url().endsWith(`/${this.#started.devtoolsPage}`) === ofDevtoolsPage);
  }

  async #saveDownloads(): Promise<void> {
    const { control, downloads } = this.#started;
    await control.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  }
}
