/* What Firefox's own window has, as far as the driver uses it. */

export interface WindowGlobal {
  innerWindowId: number;
  isInitialDocument: boolean;
  /** Number of the process that it runs in. */
  osPid: number;
  documentURI: { spec: string };
  getActor(name: string): {
    executeScript(source: string, args: unknown[], options: object): Promise<unknown>;
  };
}

export interface BrowserElement {
  screenX: number;
  screenY: number;
  focus(): void;
  reload(): void;
  fixupAndLoadURIString(url: string, options: { triggeringPrincipal: unknown }): void;
  browsingContext: { currentWindowGlobal: WindowGlobal | null };
}

interface Tab {
  linkedBrowser: BrowserElement;
}

interface FrameHost {
  contentDocument: { querySelector(css: 'browser'): BrowserElement | null } | null;
}

export interface Toolbox {
  doc: { getElementById(id: string): FrameHost | null };
  getAdditionalTools(): { id: string; extensionId?: string }[];
  selectTool(id: string): Promise<unknown>;
  getPanel(
    id: 'netmonitor',
  ):
    | { panelWin: { document: { querySelector(css: string): { value: string; focus(): void } | null } } }
    | undefined;
  destroy(): Promise<unknown>;
}

interface BrowserWindow {
  mozInnerScreenX: number;
  mozInnerScreenY: number;
  gBrowser: {
    selectedTab: Tab;
    tabs: Tab[];
    addTab(url: string, options: { triggeringPrincipal: unknown }): Tab;
    removeAllTabsBut(tab: Tab, options: object): void;
  };
  bench?: object;
  document: { querySelector(css: string): { setAttribute(name: string, value: string): void } | null };
  setTimeout(call: () => void, ms: number): void;
}

interface ScriptError {
  errorMessage: string;
  sourceName: string;
  flags: number;
  innerWindowID: number;
}

export interface Transferable {
  init(context: null): void;
  addDataFlavor(flavor: string): void;
  getTransferData(
    flavor: string,
    into: { value?: { QueryInterface(type: unknown): { data: string } } },
  ): void;
}

interface AddonManager {
  getAddonByID(id: string): Promise<{ reload(): Promise<unknown> } | null>;
}

interface DevTools {
  showToolboxForTab(tab: Tab, options: { toolId: string }): Promise<Toolbox>;
}

declare global {
  const ChromeUtils: {
    importESModule(url: 'resource://gre/modules/AddonManager.sys.mjs'): { AddonManager: AddonManager };
    importESModule(url: string): { require(id: string): { gDevTools: DevTools } };
  };
  const Services: {
    wm: { getMostRecentWindow(type: string): BrowserWindow };
    prefs: {
      setCharPref(name: string, value: string): void;
      setIntPref(name: string, value: number): void;
      setBoolPref(name: string, value: boolean): void;
      getChildList(branch: string): string[];
      prefHasUserValue(name: string): boolean;
      clearUserPref(name: string): void;
    };
    scriptSecurityManager: { getSystemPrincipal(): unknown };
    locale: { availableLocales: string[]; requestedLocales: string[] };
    clearData: { deleteData(flags: number, callback: { onDataDeleted(): void }): void };
    clipboard: {
      kGlobalClipboard: number;
      getData(into: Transferable, which: number): void;
      emptyClipboard(which: number): void;
    };
    console: { registerListener(listener: { observe(message: object): void }): void };
  };
  const WindowGlobalParent: { getByInnerWindowId(id: number): WindowGlobal | null };
  const Cc: Record<string, { createInstance(type: unknown): Transferable } | undefined>;
  const Ci: {
    nsITransferable: unknown;
    nsISupportsString: unknown;
    nsIClearDataService: { CLEAR_ALL: number };
    nsIScriptError: new () => ScriptError;
  };
}
