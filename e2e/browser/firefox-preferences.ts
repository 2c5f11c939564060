import type { LaunchOptions } from './driver.ts';

/** Height of what stands above a page, in CSS pixels. */
const BROWSER_BARS = 86;
/** Height of what stands above a panel, in CSS pixels. */
export const TOOL_TABS = 29;
/** The least that must be left of the inspected page. */
const PAGE_WIDTH = 640;
const PAGE_HEIGHT = 240;

const DEFAULT_SIZE = { width: 1280, height: 520 };

/** Narrow panels are docked at the side, as their users do; wide ones at the foot. */
const isAtTheSide = (width: number) => width < 800;

/** Size of Firefox's window that gives the panel the size asked for, in CSS pixels. */
export function windowSize({ panelSize = DEFAULT_SIZE }: LaunchOptions): { width: number; height: number } {
  const { width, height } = panelSize;
  return isAtTheSide(width)
    ? { width: width + PAGE_WIDTH, height: height + BROWSER_BARS + TOOL_TABS }
    : { width, height: height + BROWSER_BARS + TOOL_TABS + PAGE_HEIGHT };
}

/** Colours of the system alone, and nothing that moves; or pages as they are made. */
export const plainLooks = (on: boolean): Record<string, number> => ({
  // 0: a page's own colours, but where the system asks for contrast; 2: never.
  'browser.display.document_color_use': on ? 2 : 0,
  'ui.prefersReducedMotion': on ? 1 : 0,
});

/** The preferences of a Firefox for tests: no questions, no network use of its own, DevTools as asked for. */
export function preferences(
  options: LaunchOptions,
  downloads: string,
): Record<string, string | number | boolean> {
  const { width, height } = options.panelSize ?? DEFAULT_SIZE;
  return {
    // 0: any free port, written to MarionetteActivePort.
    'marionette.port': 0,
    'devtools.theme': options.theme ?? 'light',
    'devtools.toolbox.host': isAtTheSide(width) ? 'right' : 'bottom',
    'devtools.toolbox.sidebar.width': width,
    'devtools.toolbox.footer.height': height + TOOL_TABS,
    ...plainLooks(false),
    'network.dns.localDomains': (options.hostMap ?? []).join(','),
    // Permissions asked for at a click are granted without a prompt, which nobody could answer here.
    'extensions.webextOptionalPermissionPrompts': !options.grantHosts,
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.useDownloadDir': true,
    'browser.download.alwaysOpenPanel': false,
    'browser.helperApps.neverAsk.saveToDisk': 'application/json,text/plain,text/markdown,text/html',
    'browser.startup.page': 0,
    'browser.shell.checkDefaultBrowser': false,
    'browser.aboutwelcome.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.enabled': false,
    'app.update.disabledForTesting': true,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
  };
}
