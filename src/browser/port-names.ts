import browser from './browser.ts';

/** Each DevTools window has its own pair of pages; the inspected tab tells them apart. */
const nameOf = (what: string) => `${what} of tab ${browser.devtools.inspectedWindow.tabId}`;

/** Of the port that carries events and requests. */
export const messagePort = () => nameOf('log');
/** Of the port that carries nothing: it is there as long as both pages are. */
export const lifePort = () => nameOf('life');
