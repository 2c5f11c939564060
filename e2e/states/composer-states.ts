import { until } from '../browser/until.ts';
import type { Inspector } from '../inspector-page.ts';
import { haveCalls, type State } from './state.ts';

const PRODUCTION = 'https://platform.proveapis.com/v3/mfa';

const bar = ({ panel }: Inspector, name: RegExp) =>
  panel.getByRole('toolbar', { name: 'Drafts' }).getByRole('button', { name });
const body = ({ panel }: Inspector) => panel.getByRole('textbox', { name: 'Body', exact: true });
const url = ({ panel }: Inspector) => panel.getByRole('textbox', { name: 'URL', exact: true });
const send = ({ panel }: Inspector) => panel.getByRole('button', { name: /^Send( with \d+ errors?)?$/ });
const layout = ({ panel }: Inspector, name: string) =>
  panel.getByRole('radiogroup', { name: 'Show the body as' }).getByRole('radio', { name });
const answer = ({ panel }: Inspector) => panel.getByRole('region', { name: 'Answer', exact: true });

/** The composer: a draft as text and as a form, its answer, and what is kept. */
export const composerStates: readonly State[] = [
  {
    name: 'composer, a captured call',
    async reach(stage) {
      const { inspector } = stage;
      const { panel } = inspector;
      await haveCalls(stage);
      await inspector.openView('Calls');
      await panel.getByRole('combobox', { name: 'Filter the calls' }).fill('is:invalid');
      await inspector.rowsWhen(1);
      await inspector.chooseCall(0);
      await panel.getByRole('combobox', { name: 'Filter the calls' }).fill('');
      await inspector.details.getByRole('button', { name: 'Edit and resend' }).click();
      await body(inspector).waitFor();
      await layout(inspector, 'Text').press(' ');
      await panel.locator('.cm-lintRange-error').nth(0).waitFor();
    },
  },
  {
    name: 'composer, text and form',
    async reach({ inspector }) {
      await layout(inspector, 'Both').press(' ');
      await inspector.panel.getByRole('region', { name: 'Form' }).waitFor();
    },
  },
  { name: 'composer, form', reach: ({ inspector }) => layout(inspector, 'Form').press(' ') },
  {
    name: 'composer, form that waits',
    async reach({ inspector }) {
      await layout(inspector, 'Both').press(' ');
      await body(inspector).fill('{"possessionType": x}');
      await inspector.panel.getByText(/no JSON from line 1/).waitFor();
    },
  },
  {
    name: 'composer, completions',
    async reach({ inspector }) {
      await body(inspector).fill('{}');
      await body(inspector).press('Home');
      await inspector.panel.press('ArrowRight');
      await inspector.panel.type('"p');
      await inspector.panel.locator('.cm-tooltip-autocomplete').waitFor();
    },
  },
  {
    name: 'composer, groups and lists',
    async reach({ inspector }) {
      await inspector.panel.getByRole('combobox', { name: 'Operation' }).choose('complete');
      await body(inspector).fill('{"correlationId":"a","individual":{"emailAddresses":["a@b.example"]}}');
      await inspector.panel.getByRole('textbox', { name: 'emailAddresses 1' }).waitFor();
    },
  },
  {
    name: 'composer, all parts open',
    async reach({ inspector }) {
      await layout(inspector, 'Text').press(' ');
      await inspector.panel.getByRole('combobox', { name: 'Operation' }).choose('mfa');
      for (const name of ['Headers', 'Token', 'Variables', 'Sending'] as const)
        await inspector.openPart(name);
      await body(inspector).fill('{"possessionType": "mobile", "phoneNumber": "{{phone}}"}');
      await inspector.panel.getByText(/Nothing can be sent yet/).waitFor();
    },
  },
  {
    name: 'composer, a question before production',
    async reach({ inspector }) {
      for (const name of ['Headers', 'Token', 'Variables', 'Sending'] as const)
        await inspector.openPart(name);
      await body(inspector).fill('{"possessionType": "mobile", "phoneNumber": "2001004014"}');
      await url(inspector).fill(PRODUCTION);
      await send(inspector).click();
      await inspector.panel.getByRole('alertdialog', { name: 'Send to production?' }).waitFor();
    },
  },
  {
    name: 'composer, an answer',
    async reach({ inspector, sandboxUrl }) {
      await inspector.panel.getByRole('button', { name: 'Do not send' }).click();
      await url(inspector).fill(`${sandboxUrl}/v3/mfa`);
      await inspector.panel.getByRole('radio', { name: 'from the page' }).click();
      await send(inspector).click();
      await answer(inspector).getByText(/^200/).nth(0).waitFor();
      await answer(inspector).locator('.cm-content').nth(0).waitFor();
    },
  },
  {
    name: 'composer, answers compared',
    async reach({ inspector }) {
      await inspector.panel.getByRole('tab', { name: 'Answer compared' }).click();
      await inspector.panel.locator('.difference-view .cm-content').waitFor();
    },
  },
  {
    name: 'composer, an answer that never came',
    async reach({ inspector }) {
      await url(inspector).fill('http://127.0.0.1:9/v3/mfa');
      await send(inspector).click();
      await answer(inspector).getByText('failed', { exact: true }).waitFor();
    },
  },
  {
    name: 'composer, history',
    async reach({ inspector }) {
      await bar(inspector, /^History/).click();
      await inspector.panel.getByRole('list', { name: 'Sent requests' }).waitFor();
    },
  },
  {
    name: 'composer, save',
    async reach({ inspector }) {
      const { panel } = inspector;
      await bar(inspector, /^Save$/).click();
      await panel.getByRole('form', { name: 'Save this draft' }).waitFor();
      await panel.getByRole('textbox', { name: 'Name', exact: true }).fill('A good call');
      await panel.getByRole('combobox', { name: 'Collection' }).fill('Checkout');
    },
  },
  {
    name: 'composer, saved',
    async reach({ inspector: { panel } }) {
      await panel.getByRole('button', { name: 'Save draft' }).click();
      await panel.getByRole('list', { name: 'Drafts in Checkout' }).waitFor();
    },
  },
  {
    name: 'composer, import of what cannot be read',
    async reach({ inspector }) {
      await bar(inspector, /^Import/).click();
      await inspector.panel
        .getByRole('textbox', { name: /^A cURL command/ })
        .fill("curl https://a.example/v3/mfa -d '{");
      await inspector.panel.getByText(/The single quote that opens here is not closed/).waitFor();
    },
  },
  {
    name: 'composer, copy as',
    async reach({ inspector }) {
      await bar(inspector, /^Copy as/).click();
      await inspector.panel.getByLabel('What is copied').waitFor();
    },
  },
];

/** The composer before anything was composed. */
export const emptyComposer: State = {
  name: 'composer, empty',
  async reach({ inspector }) {
    await inspector.openView('Composer');
    await until(async () => (await inspector.panel.locator('.composer-empty').count()) === 1, 'the composer');
  },
};
