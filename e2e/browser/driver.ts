import type { AccessibleNode } from './accessible-tree.ts';
import type { Surface } from './surface.ts';

/** A browser that the specs run in. */
export type Target = 'chromium' | 'firefox';

/** How DevTools is coloured. */
export type Theme = 'light' | 'dark';

/** Size of the panel's document, in CSS pixels. */
export interface PanelSize {
  width: number;
  height: number;
}

/** What can only be decided when a browser starts. */
export interface LaunchOptions {
  /** Folder of the built extension (holds manifest.json). */
  extension: string;
  /** The same as a zip. Firefox installs that instead; Chromium loads folders only. */
  extensionZip?: string;
  /** Text on the panel's tab. */
  panelName?: string;
  /** Theme of DevTools at the start; light unless told. */
  theme?: Theme;
  /** Size of the panel's document in CSS pixels; about 1280 × 520 unless told. */
  panelSize?: PanelSize;
  /** Texts by their keys that stand in the place of the English ones. */
  messages?: Readonly<Record<string, string>>;
  /** A script that runs in the panel before the panel's own. */
  firstScript?: string;
  /** Language of the browser itself, as a BCP 47 tag; Firefox only, since Chromium speaks no language whose file it lacks. */
  language?: string;
  /** Host names that resolve to 127.0.0.1. */
  hostMap?: readonly string[];
  /** True: a window on the display instead of a headless browser; Chromium only. */
  visible?: boolean;
  /** True: the extension may reach every host (Chromium: from the start; Firefox: a request at a click is granted unasked). */
  grantHosts?: boolean;
}

/** The page that DevTools inspects. */
export interface InspectedPage extends Surface {
  /** Opens an address and waits until it is loaded. Throws when it cannot be reached. */
  goto(url: string): Promise<void>;
  /** Loads the page again and waits until it is loaded. */
  reload(): Promise<void>;
  /** Clicks the one element that matches a CSS selector. */
  click(css: string): Promise<void>;
}

/** A file that the panel has saved. */
export interface Download {
  name: string;
  text: string;
}

/** A running browser with the extension loaded: the one interface that every spec is written against. */
export interface BrowserUnderTest {
  readonly name: Target;
  readonly page: InspectedPage;
  /** The panel's document. Throws before `openPanel`. */
  readonly panel: Surface;
  /** Opens DevTools on a tool of the browser's own: the devtools page runs, the panel has not been shown. */
  openDevTools(): Promise<void>;
  /** Shows the panel (and opens DevTools first if need be). */
  openPanel(): Promise<void>;
  /** Loads the extension anew, as an update does: Chromium closes DevTools with it, Firefox its panel. */
  reloadExtension(): Promise<void>;
  /** Ends the process of the inspected page, as a crash does. */
  crashPage(): Promise<void>;
  /** Opens an address in the tab whose page has crashed. */
  reviveTab(url: string): Promise<void>;
  /** Closes DevTools, and the panel with it. */
  closeDevTools(): Promise<void>;
  /** Shows a built-in tool again, so that the panel is hidden. */
  hidePanel(): Promise<void>;
  /** A tab that the extension has opened, found by a part of its address; waits for it. */
  extensionTab(urlPart: string): Promise<Surface>;
  /** Every uncaught error, unhandled rejection and console.error so far, each with its context in front. */
  errors(): Promise<string[]>;
  /** Changes the theme of DevTools while it is open. */
  setTheme(theme: Theme): Promise<void>;
  /** Gives the open panel another size. */
  resizePanel(size: PanelSize): Promise<void>;
  /** Shows the panel as to a reader who lets the system choose all colours, and wants nothing to move. */
  setPlainLooks(on: boolean): Promise<void>;
  /** What a screen reader is told of the panel. Chromium only. */
  accessibleTree(): Promise<AccessibleNode[]>;
  /** The files saved so far. */
  downloads(): Promise<Download[]>;
  /** The text on the clipboard. */
  clipboardText(): Promise<string>;
  /** Writes a PNG of the real DevTools to a file. */
  screenshot(file: string): Promise<void>;
  /** Resolves when the browser has ended, for instance because its user closed it. */
  whenClosed(): Promise<void>;
  /**
   * Makes the browser as it was at its start: DevTools closed, one new empty tab, nothing kept by the extension, by
   * pages or by DevTools, no error, file or permission left. False: it cannot tell that it is, and must be closed.
   */
  renew(): Promise<boolean>;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}

/** Starts a browser with the extension loaded and an empty tab, DevTools closed. */
export async function launch(target: Target, options: LaunchOptions): Promise<BrowserUnderTest> {
  if (target === 'chromium') return (await import('./launch-chromium.ts')).launchChromium(options);
  return (await import('./firefox.ts')).launchFirefox(options);
}
