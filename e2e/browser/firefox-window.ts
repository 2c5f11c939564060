/*
 * What runs inside Firefox's own window, with all rights: DevTools and the panel's document can be reached from there
 * only. `createBench` is sent as source text, so it uses nothing from outside itself.
 */

import type { BrowserElement, Toolbox, Transferable } from './firefox-internals.ts';

/** Where a document is: the inspected page, the panel, or another tab whose address holds a text. */
export type Place = { in: 'page' } | { in: 'panel' } | { in: 'tab'; url: string };

/** Sets up, in Firefox's window, all that the driver asks of it. */
export function createBench(addonId: string) {
  const win = Services.wm.getMostRecentWindow('navigator:browser');
  let inspectedTab = win.gBrowser.selectedTab;
  const scriptErrors: string[] = [];
  const ERROR_PAGE = 'about:neterror';
  let toolbox: Toolbox | undefined;

  async function until<T>(ask: () => T | Promise<T>, what: string): Promise<NonNullable<T>> {
    for (let tries = 0; tries < 600; tries++) {
      const answer = await ask();
      if (answer) return answer;
      await new Promise<void>((resolve) => win.setTimeout(resolve, 25));
    }
    throw new Error(`Waited 15 s for ${what}`);
  }

  function openToolbox(): Toolbox {
    if (!toolbox) throw new Error('DevTools is not open: call openDevTools() first');
    return toolbox;
  }

  const networkFilter = () =>
    openToolbox().getPanel('netmonitor')?.panelWin.document.querySelector('.devtools-filterinput');

  const panelTool = () =>
    openToolbox()
      .getAdditionalTools()
      .find((tool) => tool.extensionId === addonId);

  /** Toolbox document > frame of the panel > remote browser that holds the moz-extension: page. */
  const panelBrowser = () =>
    openToolbox()
      .doc.getElementById(`toolbox-panel-iframe-${panelTool()?.id}`)
      ?.contentDocument?.querySelector('browser');

  function browserAt(place: Place): BrowserElement | null | undefined {
    if (place.in === 'page') return inspectedTab.linkedBrowser;
    if (place.in === 'panel') return panelBrowser();
    const tabs = win.gBrowser.tabs.filter((tab) => tab !== inspectedTab).map((tab) => tab.linkedBrowser);
    return tabs.find((tab) => tab.browsingContext.currentWindowGlobal?.documentURI.spec.includes(place.url));
  }

  const globalAt = (place: Place) => browserAt(place)?.browsingContext.currentWindowGlobal;

  function execute(place: Place, source: string, sandboxName: 'system' | null): Promise<unknown> {
    const global = globalAt(place);
    if (!global) throw new Error(`There is no document in ${JSON.stringify(place)}`);
    const options = {
      sandboxName,
      newSandbox: false,
      timeout: 60_000,
      async: false,
      file: 'driver',
      line: 0,
    };
    return global.getActor('MarionetteCommands').executeScript(source, [], options);
  }

  async function isLoaded(place: Place, before?: number): Promise<boolean> {
    const global = globalAt(place);
    if (!global || global.isInitialDocument || global.innerWindowId === before) return false;
    if (global.documentURI.spec.startsWith(ERROR_PAGE)) return true;
    // A document that is on its way out has no one to answer.
    const state = await execute(place, 'return document.readyState', null).catch(() => 'gone');
    return state === 'complete' && globalAt(place) === global;
  }

  async function load(start: () => void): Promise<void> {
    const before = globalAt({ in: 'page' })?.innerWindowId;
    start();
    await until(() => isLoaded({ in: 'page' }, before), 'the page to load');
    const address = globalAt({ in: 'page' })?.documentURI.spec ?? '';
    if (address.startsWith(ERROR_PAGE)) throw new Error(`The page cannot be reached: ${address}`);
  }

  function contextOf(innerWindowId: number, source: string): string | undefined {
    const is = (place: Place) => globalAt(place)?.innerWindowId === innerWindowId;
    if (is({ in: 'page' })) return 'page';
    if (toolbox && is({ in: 'panel' })) return 'panel';
    const address = WindowGlobalParent.getByInnerWindowId(innerWindowId)?.documentURI.spec ?? source;
    return address.startsWith('moz-extension:') ? `extension ${new URL(address).pathname}` : undefined;
  }

  Services.console.registerListener({
    observe(message) {
      if (!(message instanceof Ci.nsIScriptError)) return;
      const { errorMessage, sourceName, flags, innerWindowID } = message;
      // Warnings and information are flags 1 and 8.
      if ((flags & 9) !== 0) return;
      // Firefox complains of itself when DevTools closes under an extension.
      if (errorMessage.startsWith('sendRemoveListener on closed conduit')) return;
      const context =
        contextOf(innerWindowID, sourceName) ?? (errorMessage.includes(addonId) ? 'extension' : undefined);
      if (context) scriptErrors.push(`${context}: ${errorMessage}`);
    },
  });

  function setPreference(name: string, value: string | number | boolean): void {
    if (typeof value === 'string') Services.prefs.setCharPref(name, value);
    else if (typeof value === 'number') Services.prefs.setIntPref(name, value);
    else Services.prefs.setBoolPref(name, value);
  }

  const bench = {
    /** Opens DevTools on the console; resolves when our panel has a tab. */
    async openDevTools(): Promise<void> {
      const loader = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
      const { gDevTools } = loader.require('devtools/client/framework/devtools');
      toolbox = await gDevTools.showToolboxForTab(inspectedTab, { toolId: 'webconsole' });
      await until(panelTool, 'the tab of the panel');
    },
    /** Brings the inspected tab and our panel to the front; resolves when the panel is loaded. */
    async openPanel(): Promise<void> {
      win.gBrowser.selectedTab = inspectedTab;
      await openToolbox().selectTool(panelTool()?.id ?? '');
      await until(() => isLoaded({ in: 'panel' }), 'the document of the panel');
    },
    /** Loads the extension anew. */
    async reloadExtension(): Promise<void> {
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      await (await AddonManager.getAddonByID(addonId))?.reload();
      if (toolbox) await until(panelTool, 'the tab of the panel');
    },
    /** The process of the inspected page. */
    pageProcess: (): number => globalAt({ in: 'page' })?.osPid ?? 0,
    /** Resolves when Firefox shows that the inspected page has crashed. */
    async pageCrashed(): Promise<void> {
      await until(() => bench.url({ in: 'page' }).startsWith('about:tabcrashed'), 'the page to crash');
    },
    /** Closes DevTools. */
    async closeDevTools(): Promise<void> {
      await openToolbox().destroy();
      toolbox = undefined;
    },
    /** Shows Firefox's own Network panel, with the focus where its filter is typed. */
    async focusNetworkFilter(): Promise<void> {
      await openToolbox().selectTool('netmonitor');
      const field = await until(networkFilter, 'the filter of the Network panel');
      field.focus();
    },
    /** What is typed into the filter of Firefox's own Network panel. */
    networkFilter: (): string => networkFilter()?.value ?? '',
    /** Shows the console instead of our panel. */
    async hidePanel(): Promise<void> {
      await openToolbox().selectTool('webconsole');
    },
    /** Resolves when a document is there and loaded. */
    async waitFor(place: Place): Promise<void> {
      await until(() => isLoaded(place), `a loaded document in ${JSON.stringify(place)}`);
    },
    /** Opens an address in the inspected tab. */
    async goto(url: string): Promise<void> {
      const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
      await load(() => inspectedTab.linkedBrowser.fixupAndLoadURIString(url, { triggeringPrincipal }));
    },
    /** Loads the inspected page again. */
    async reload(): Promise<void> {
      await load(() => inspectedTab.linkedBrowser.reload());
    },
    /** Address of a document. */
    url: (place: Place): string => globalAt(place)?.documentURI.spec ?? '',
    /** Runs source text in a document, with its own rights or (`system`) all of them. */
    run: (place: Place, source: string, system: boolean): Promise<unknown> =>
      execute(place, source, system ? 'system' : null),
    /** Where a document begins in Firefox's window, in CSS pixels. */
    origin(place: Place): { x: number; y: number } {
      const browser = browserAt(place);
      if (!browser) throw new Error(`There is no document in ${JSON.stringify(place)}`);
      return { x: browser.screenX - win.mozInnerScreenX, y: browser.screenY - win.mozInnerScreenY };
    },
    /** Lets keys go to a document. */
    focus: (place: Place): void => browserAt(place)?.focus(),
    /** Closes all but a new empty tab, forgets what was stored, copied and told, and sets preferences anew. */
    async renew(preferences: Record<string, string | number | boolean>): Promise<void> {
      await toolbox?.destroy();
      toolbox = undefined;
      const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
      inspectedTab = win.gBrowser.addTab('about:blank', { triggeringPrincipal });
      win.gBrowser.selectedTab = inspectedTab;
      win.gBrowser.removeAllTabsBut(inspectedTab, { animate: false, skipPermitUnload: true });
      await new Promise<void>((resolve) => {
        Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, { onDataDeleted: resolve });
      });
      for (const name of Services.prefs.getChildList('devtools.'))
        if (Services.prefs.prefHasUserValue(name)) Services.prefs.clearUserPref(name);
      for (const [name, value] of Object.entries(preferences)) setPreference(name, value);
      Services.clipboard.emptyClipboard(Services.clipboard.kGlobalClipboard);
      scriptErrors.length = 0;
    },
    /** Makes a language the browser's own, as a language pack does; what Firefox has no words for stays English. */
    speak(language: string): void {
      Services.locale.availableLocales = [language, 'en-US'];
      Services.locale.requestedLocales = [language];
    },
    /** Sets a preference while Firefox runs. */
    setPreference,
    /** Gives DevTools another size inside its window, in CSS pixels. */
    resizeToolbox(width: number, height: number): void {
      const frame = win.document.querySelector('[class*="devtools-toolbox-"][class$="-iframe"]');
      frame?.setAttribute(
        'style',
        `width: ${width}px; min-width: ${width}px; max-width: ${width}px; height: ${height}px; align-self: start;`,
      );
    },
    /** Uncaught errors so far. */
    scriptErrors: (): string[] => scriptErrors,
    /** The text on the clipboard. */
    clipboardText(): string {
      const transferable = Cc['@mozilla.org/widget/transferable;1']?.createInstance(Ci.nsITransferable);
      const into: Parameters<Transferable['getTransferData']>[1] = {};
      transferable?.init(null);
      transferable?.addDataFlavor('text/plain');
      if (transferable) Services.clipboard.getData(transferable, Services.clipboard.kGlobalClipboard);
      transferable?.getTransferData('text/plain', into);
      return into.value?.QueryInterface(Ci.nsISupportsString).data ?? '';
    },
  };
  win.bench = bench;
  return bench;
}

/** The methods that `createBench` sets up. */
export type Bench = ReturnType<typeof createBench>;
