import { until } from '../browser/until.ts';
import { storeItems } from '../extension-storage.ts';
import type { Inspector } from '../inspector-page.ts';
import type { State } from './state.ts';

const button = ({ panel }: Inspector, name: string) => panel.getByRole('button', { name, exact: true });
const settingsPage = ({ panel }: Inspector, name: string) =>
  panel
    .getByRole('tablist', { name: 'Pages of the settings' })
    .getByRole('tab', { name: new RegExp(`^${name}`) });
const importBar = ({ panel }: Inspector) => panel.getByRole('region', { name: 'Import' });
/** Others have longer names that begin so. */
const mask = ({ panel }: Inspector) => panel.getByRole('checkbox', { name: 'Mask', exact: true });
const files = ({ panel }: Inspector) => panel.getByLabel('HAR files');

/** Runs in the panel: a file is held over it, or is taken away again. */
function drag(type: 'dragover' | 'dragleave'): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([''], 'calls.har'));
  document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
}

/** What stands around the views, and over them: the demo, offers, settings, exports, imports, the mask. */
export const aroundStates: readonly State[] = [
  {
    name: 'demo flow',
    async reach({ inspector, runDemo }) {
      await runDemo();
      await inspector.openView('Flows');
      await button(inspector, 'Clear').click();
      await button(inspector, 'Load demo flow').click();
      await inspector.panel.getByRole('group', { name: 'Sequence diagram' }).waitFor();
      await inspector.panel.getByText(/^Demo calls are shown/).waitFor();
    },
  },
  {
    name: 'offer',
    async reach({ inspector }) {
      await inspector.browser.page.evaluate(async () => {
        const headers = { 'Content-Type': 'application/json' };
        const body = '{"possession_type":"mobile"}';
        await (await fetch('/shop/begin', { method: 'POST', headers, body })).text();
      });
      await inspector.panel.getByText(/\/shop\/begin looks like unify/).waitFor();
    },
  },
  {
    name: 'offer taken',
    async reach({ inspector }) {
      await button(inspector, 'Add route').click();
      await inspector.panel.getByText(/^Route added: /).waitFor();
    },
  },
  {
    name: 'settings, routes',
    async reach({ inspector }) {
      await button(inspector, 'Routes').click();
      await inspector.panel.getByRole('list', { name: 'Routes' }).waitFor();
    },
  },
  {
    name: 'settings, a request that no route fits',
    async reach({ inspector: { panel } }) {
      await panel.getByRole('textbox', { name: 'URL to try' }).fill('https://shop.example.com/shop/mfa');
      await panel.getByRole('textbox', { name: 'Body of the request' }).fill('{"possession_type":"desktop"}');
      await panel.getByText('Nothing matches; it would not be kept.').waitFor();
    },
  },
  {
    name: 'settings, a route to add',
    async reach({ inspector: { panel } }) {
      await panel.getByRole('button', { name: 'Make a route of it…' }).click();
      await panel.getByRole('form', { name: 'New route' }).waitFor();
    },
  },
  {
    name: 'settings, a request that becomes a call',
    async reach({ inspector: { panel } }) {
      await panel.getByRole('form', { name: 'New route' }).getByRole('button', { name: 'Add' }).click();
      await panel.getByText(/by your route/).waitFor();
    },
  },
  {
    name: 'settings, hosts',
    async reach({ inspector }) {
      await settingsPage(inspector, 'Hosts').click();
      await inspector.panel.getByText(/Capturing needs no host/).waitFor();
    },
  },
  { name: 'settings, general', reach: ({ inspector }) => settingsPage(inspector, 'General').click() },
  {
    name: 'export',
    async reach({ inspector }) {
      await button(inspector, 'Close the settings').click();
      await button(inspector, 'Export').click();
      await inspector.panel.getByRole('table', { name: 'What is masked' }).waitFor();
    },
  },
  {
    name: 'export, not masked',
    async reach({ inspector: { panel } }) {
      await panel.getByRole('checkbox', { name: 'Mask tokens and personal data' }).click();
      await panel.getByText(/^The file will hold everything as it was captured/).waitFor();
    },
  },
  {
    name: 'import of what is no HAR',
    async reach({ inspector }) {
      await inspector.panel.press('Escape');
      await files(inspector).upload('notes.har', '{"calls":[]}');
      await importBar(inspector)
        .getByText(/^This is no HAR that can be read/)
        .waitFor();
    },
  },
  {
    name: 'import without a V3 call',
    async reach({ inspector }) {
      const request = { method: 'GET', url: 'https://shop.example.com/' };
      const entries = [{ startedDateTime: '2026-01-15T12:00:00Z', time: 1, request }];
      await files(inspector).upload('shop.har', JSON.stringify({ log: { entries } }));
      await importBar(inspector).getByRole('button', { name: 'Add a route' }).waitFor();
    },
  },
  {
    name: 'a file held over the panel',
    async reach({ inspector }) {
      await button(inspector, 'Close Import').click();
      await inspector.panel.evaluate(drag, 'dragover');
      await inspector.panel.getByText('Drop HAR files to import their V3 calls').waitFor();
    },
  },
  {
    name: 'calls, masked',
    async reach({ inspector }) {
      await inspector.panel.evaluate(drag, 'dragleave');
      await mask(inspector).click();
      await inspector.openView('Calls');
      await until(async () => (await inspector.rows()).length > 0, 'the calls');
      await inspector.chooseCall(0);
      // The part that was read of another call stays open.
      await inspector.details.getByRole('tab', { name: 'Request' }).click();
      await inspector.details.locator('.cm-content').waitFor();
    },
  },
  {
    name: 'composer, masked',
    async reach({ inspector }) {
      await button(inspector, 'Edit and resend').click();
      await inspector.panel.locator('.composer .cm-stand-in').nth(0).waitFor();
    },
  },
  {
    name: 'settings that could not be read',
    async reach({ inspector }) {
      await mask(inspector).click();
      const settings = { version: 1, view: 'nowhere', mask: 'perhaps' };
      await inspector.panel.evaluate(storeItems, JSON.stringify({ settings }));
      await inspector.browser.closeDevTools();
      await inspector.open();
      await inspector.panel.getByRole('alert').waitFor();
    },
  },
];
