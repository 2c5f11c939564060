import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { requireBrowser } from '../bin/browsers.mjs';
import {
  BrowserProcess,
  prepareExtension,
  readDownloads,
  readManifest,
  temporaryFolder,
} from './browser-process.ts';
import type { BrowserUnderTest, Download, InspectedPage, LaunchOptions, PanelSize, Theme } from './driver.ts';
import { type CallBench, FirefoxDocument } from './firefox-document.ts';
import { consoleErrorsOf } from './firefox-errors.ts';
import { keyMoves } from './firefox-keys.ts';
import { plainLooks, preferences, TOOL_TABS, windowSize } from './firefox-preferences.ts';
import { createBench, type Place } from './firefox-window.ts';
import { Marionette } from './marionette.ts';
import { panelToBeWide } from './panel-width.ts';
import { ESBUILD_CALLS } from './remote-call.ts';
import { Surface } from './surface.ts';
import { until } from './until.ts';

const PAGE: Place = { in: 'page' };
const PANEL: Place = { in: 'panel' };

/** The frame of DevTools in Firefox's window. */
const TOOLBOX = '[class*="devtools-toolbox-"][class$="-iframe"]';

/** The parts of a started Firefox. */
interface Started {
  process: BrowserProcess;
  marionette: Marionette;
  bench: CallBench;
  /** What installs the extension. */
  install: () => Promise<unknown>;
  addonId: string;
  options: LaunchOptions;
  /** Folder that saved files go to. */
  downloads: string;
}

class FirefoxPage extends Surface implements InspectedPage {
  readonly #bench: CallBench;
  readonly #beforeLeaving: () => Promise<void>;

  constructor({ marionette, bench }: Started, beforeLeaving: () => Promise<void>) {
    super(new FirefoxDocument(marionette, bench, PAGE));
    this.#bench = bench;
    this.#beforeLeaving = beforeLeaving;
  }

  async goto(url: string): Promise<void> {
    await this.#beforeLeaving();
    await this.#bench('goto', url);
  }

  async reload(): Promise<void> {
    await this.#beforeLeaving();
    await this.#bench('reload');
  }

  click(css: string): Promise<void> {
    return this.locator(css).click();
  }
}

/** Firefox, with what only it has of its own. */
export class Firefox implements BrowserUnderTest {
  readonly name = 'firefox';
  readonly page: InspectedPage;
  readonly #started: Started;
  /** What earlier pages wrote to the console: Firefox forgets it with the page. */
  readonly #pastPages: string[] = [];
  /** When the browser was last as good as new, in ms since 1970. */
  #since = 0;
  #devtoolsIsOpen = false;
  #panel: Surface | undefined;

  constructor(started: Started) {
    this.#started = started;
    this.page = new FirefoxPage(started, async () => {
      this.#pastPages.push(...(await consoleErrorsOf(started.bench, PAGE, this.#since)));
    });
  }

  get panel(): Surface {
    if (!this.#panel) throw new Error('The panel is not open: call openPanel() first');
    return this.#panel;
  }

  async openDevTools(): Promise<void> {
    await this.#started.bench('openDevTools');
    this.#devtoolsIsOpen = true;
  }

  async openPanel(): Promise<void> {
    if (!this.#devtoolsIsOpen) await this.openDevTools();
    await this.#started.bench('openPanel');
    this.#panel ??= this.#surface(PANEL);
  }

  async reloadExtension(): Promise<void> {
    await this.#started.bench('reloadExtension');
  }

  async crashPage(): Promise<void> {
    process.kill(await this.#started.bench('pageProcess'), 'SIGKILL');
    await this.#started.bench('pageCrashed');
  }

  async reviveTab(url: string): Promise<void> {
    await this.#started.bench('goto', url);
  }

  /** Types a filter into Firefox's own Network panel, in the place of what stands there. */
  async filterNetwork(text: string): Promise<void> {
    if (!this.#devtoolsIsOpen) await this.openDevTools();
    const { bench, marionette } = this.#started;
    await bench('focusNetworkFilter');
    const actions = ['Control+a', 'Delete', ...text].flatMap(keyMoves);
    await marionette.send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keys', actions }] });
    await until(async () => (await bench('networkFilter')) === text, 'the filter to be typed');
  }

  async closeDevTools(): Promise<void> {
    await this.#started.bench('closeDevTools');
    this.#devtoolsIsOpen = false;
    this.#panel = undefined;
  }

  async hidePanel(): Promise<void> {
    await this.#started.bench('hidePanel');
  }

  async extensionTab(urlPart: string): Promise<Surface> {
    const place: Place = { in: 'tab', url: urlPart };
    await this.#started.bench('waitFor', place);
    return this.#surface(place);
  }

  async errors(): Promise<string[]> {
    const { bench } = this.#started;
    const inPanel = this.#panel ? await consoleErrorsOf(bench, PANEL, this.#since) : [];
    const inPage = await consoleErrorsOf(bench, PAGE, this.#since);
    return [...(await bench('scriptErrors')), ...this.#pastPages, ...inPage, ...inPanel];
  }

  async setTheme(theme: Theme): Promise<void> {
    await this.#started.bench('setPreference', 'devtools.theme', theme);
  }

  async resizePanel(size: PanelSize): Promise<void> {
    await this.#started.bench('resizeToolbox', size.width, size.height + TOOL_TABS);
    await panelToBeWide(this.panel, size.width);
  }

  async setPlainLooks(on: boolean): Promise<void> {
    for (const [name, value] of Object.entries(plainLooks(on)))
      await this.#started.bench('setPreference', name, value);
  }

  accessibleTree(): Promise<never> {
    throw new Error('Firefox hands out its accessible tree in another form: read it in Chromium');
  }

  downloads(): Promise<Download[]> {
    return readDownloads(this.#started.downloads);
  }

  clipboardText(): Promise<string> {
    return this.#started.bench('clipboardText');
  }

  async screenshot(file: string): Promise<void> {
    const { marionette } = this.#started;
    const toolbox = this.#devtoolsIsOpen ? await marionette.findElement(TOOLBOX) : null;
    const image = await marionette.send('WebDriver:TakeScreenshot', {
      id: toolbox,
      full: false,
      hash: false,
    });
    await writeFile(file, Buffer.from(String(image), 'base64'));
  }

  whenClosed(): Promise<void> {
    return this.#started.process.exited;
  }

  async renew(): Promise<boolean> {
    const { bench, marionette, install, addonId, options, downloads } = this.#started;
    const { 'marionette.port': _, ...startedPreferences } = preferences(options, downloads);
    // With the extension goes all that it kept, and what it was allowed to; it comes back under another origin.
    await marionette.send('Addon:Uninstall', { id: addonId });
    this.#devtoolsIsOpen = false;
    this.#panel = undefined;
    await bench('renew', startedPreferences);
    this.#pastPages.length = 0;
    this.#since = Date.now();
    await rm(downloads, { recursive: true });
    await mkdir(downloads);
    await install();
    return true;
  }

  async close(): Promise<void> {
    const { process, marionette } = this.#started;
    await process.end(() => marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }));
    marionette.disconnect();
  }

  #surface(place: Place): Surface {
    return new Surface(new FirefoxDocument(this.#started.marionette, this.#started.bench, place));
  }
}

/** Sets up the bench in Firefox's window and returns how to call it. */
async function setUpBench(marionette: Marionette, addonId: string): Promise<CallBench> {
  const execute = (script: string, args: unknown[]) =>
    marionette.send('WebDriver:ExecuteScript', { script, args, sandbox: 'system', newSandbox: false });
  await marionette.send('Marionette:SetContext', { value: 'chrome' });
  await execute(`${ESBUILD_CALLS} (${createBench})(arguments[0]); return null;`, [addonId]);
  const call = `const [method, args] = arguments;
    return Services.wm.getMostRecentWindow('navigator:browser').bench[method](...args)`;
  // What comes back is what the method of that name returns, as JSON.
  return (method, ...args) => execute(call, [method, args]) as ReturnType<CallBench> as never;
}

/** Starts Firefox with the extension loaded and an empty tab. Throws when there is none or it does not start. */
export async function launchFirefox(options: LaunchOptions): Promise<BrowserUnderTest> {
  const { browser_specific_settings } = await readManifest(options.extension);
  const addonId = browser_specific_settings?.gecko?.id;
  if (!addonId)
    throw new Error(`The manifest in ${options.extension} holds no gecko id, so Firefox cannot load it`);
  const folder = await temporaryFolder();
  // A click on the browser's own question grants hosts there, and no manifest.
  const { extension: built, messages, firstScript } = options;
  const extension = path.resolve(
    await prepareExtension(
      { extension: built, ...(messages && { messages }), ...(firstScript && { firstScript }) },
      folder,
    ),
  );
  const profile = path.join(folder, 'profile');
  const downloads = path.join(folder, 'downloads');
  await mkdir(profile);
  await mkdir(downloads);
  const lines = Object.entries(preferences(options, downloads)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(path.join(profile, 'user.js'), lines.join('\n'));
  const args = [
    '--headless',
    '--no-remote',
    '--profile',
    profile,
    '--marionette',
    '-remote-allow-system-access',
  ];
  const { width, height } = windowSize(options);
  const process = new BrowserProcess(requireBrowser('firefox'), [...args, 'about:blank'], folder, {
    MOZ_HEADLESS_WIDTH: String(width),
    MOZ_HEADLESS_HEIGHT: String(height),
    MOZ_CRASHREPORTER_DISABLE: '1',
  });
  try {
    const marionette = await Marionette.connect(
      Number(await process.portFile('profile/MarionetteActivePort')),
    );
    const bench = await setUpBench(marionette, addonId);
    // An extension learns its language when it is installed.
    if (options.language) await bench('speak', options.language);
    const file = options.extensionZip ?? extension;
    const install = () =>
      marionette.send('Addon:Install', { path: file, temporary: true, allowPrivateBrowsing: false });
    await install();
    return new Firefox({ process, marionette, bench, install, addonId, options, downloads });
  } catch (error) {
    await process.end(async () => undefined);
    throw error;
  }
}
