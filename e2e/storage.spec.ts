import { ESBUILD_CALLS } from './browser/remote-call.ts';
import { storedItems } from './extension-storage.ts';
import { expect, type Inspector, test, until } from './inspector.ts';

/** What the panel's storage does: as ever, reject, take nothing more, or never answer. Kept where it outlives the panel. */
type Storage = 'works' | 'rejects' | 'is full' | 'hangs';

/** Runs in the panel before its own script: makes the storage do what is written in `localStorage`. */
function playStorage(): void {
  const areas = ['chrome', 'browser'].flatMap(
    (name): object[] => Reflect.get(globalThis, name)?.storage?.local ?? [],
  );
  for (const area of new Set(areas))
    for (const name of ['get', 'set']) {
      const really: (...args: unknown[]) => Promise<unknown> = Reflect.get(area, name).bind(area);
      const played = (...args: unknown[]) => {
        const mode = localStorage.getItem('storage');
        if (mode === 'rejects' || (mode === 'is full' && name === 'set'))
          return Promise.reject(new Error('the disk is full'));
        return mode === 'hangs' ? new Promise(() => undefined) : really(...args);
      };
      Object.defineProperty(area, name, { value: played, configurable: true });
    }
}

test.use({ start: { firstScript: `${ESBUILD_CALLS} (${playStorage})()` } });

const make = ({ panel }: Inspector, storage: Storage) =>
  panel.evaluate((mode: string) => localStorage.setItem('storage', mode), storage);

const isPreserved = async ({ panel }: Inspector) =>
  (await panel.getByRole('checkbox', { name: 'Preserve log', checked: true }).count()) === 1;
const toggle = ({ panel }: Inspector, name: string) => panel.getByRole('checkbox', { name }).click();
const alerts = async ({ panel }: Inspector) => (await panel.getByRole('alert').texts()).join('\n');
const says = (inspector: Inspector, words: RegExp) =>
  until(async () => words.test(await alerts(inspector)), `an alert: ${words}`);

const bar = ({ panel }: Inspector, name: string) =>
  panel.getByRole('toolbar', { name: 'Drafts' }).getByRole('button', { name, exact: true });

/** Closes DevTools and opens it again, with a storage of this kind. */
async function openAgain(inspector: Inspector, storage: Storage): Promise<void> {
  await make(inspector, storage);
  await inspector.browser.closeDevTools();
  await inspector.open('Composer');
}

/** Saves the example of mfa under a name, and sees it in the list. */
async function save(inspector: Inspector, name: string): Promise<void> {
  const { panel } = inspector;
  await panel.getByRole('combobox', { name: 'Operation' }).choose('mfa');
  await bar(inspector, 'Save').click();
  const form = panel.getByRole('form', { name: 'Save this draft' });
  await form.getByRole('textbox', { name: 'Name' }).fill(name);
  await form.getByRole('button', { name: 'Save draft' }).click();
  await panel.getByRole('button', { name: new RegExp(`^${name}`) }).waitFor();
}

/** Waits until a text stands in what is stored: from then on the storage may do what it likes. */
const isStored = ({ panel }: Inspector, text: string): Promise<unknown> =>
  until(async () => (await panel.evaluate(storedItems)).includes(text), `${text} to be stored`);

/** Waits until these drafts are listed, in whatever collections. */
function lists({ panel }: Inspector, ...wanted: string[]): Promise<unknown> {
  const drafts = panel.getByRole('list', { name: /^Drafts in My drafts/ }).getByRole('listitem');
  return until(async () => {
    const names = (await drafts.texts()).map((text) => text.split('\n')[0]);
    return names.sort().join() === wanted.sort().join();
  }, `the drafts ${wanted}`);
}

test('storage that rejects or never answers: a sentence says so, the panel works on, and nothing that was stored is lost', async ({
  inspector,
  runDemo,
}) => {
  await inspector.open('Composer');
  await save(inspector, 'first');
  await toggle(inspector, 'Preserve log');
  await isStored(inspector, '"first"');
  await isStored(inspector, '"preserveLog":true');
  expect(await alerts(inspector)).toBe('');

  await test.step('it rejects: what is stored is not read, and not written over', async () => {
    await openAgain(inspector, 'rejects');
    await says(
      inspector,
      /did not hand over the settings \(the disk is full\): the panel begins with the usual/,
    );
    expect(await isPreserved(inspector)).toBe(false);
    await toggle(inspector, 'Mask');
    await save(inspector, 'second');
    await says(
      inspector,
      /did not hand over the saved drafts \(the disk is full\)\. What you save now lasts until/,
    );
    await runDemo('unknown-phone');
    await inspector.openView('Calls');
    await inspector.rowsWhen(1);
  });

  await test.step('it works again: what was stored and what was changed meanwhile come together', async () => {
    await make(inspector, 'works');
    await inspector.openView('Composer');
    await until(() => isPreserved(inspector), 'the stored setting');
    await bar(inspector, 'Saved').click();
    await save(inspector, 'third');
    await lists(inspector, 'first', 'second', 'third');
    await isStored(inspector, '"third"');
    await until(async () => (await alerts(inspector)) === '', 'no alert any more');
  });

  await test.step('it fills up while the panel is open', async () => {
    await make(inspector, 'is full');
    await toggle(inspector, 'Mask');
    await says(inspector, /Settings could not be stored: the browser refused it \(the disk is full\)/);
    await save(inspector, 'fourth');
    await says(inspector, /This is not stored and lasts until DevTools is closed: .*\(the disk is full\)/);
    await make(inspector, 'works');
    await toggle(inspector, 'Mask');
    await save(inspector, 'fifth');
    await isStored(inspector, '"fifth"');
    await until(async () => (await alerts(inspector)) === '', 'no alert any more');
  });

  await test.step('it never answers: the panel does not wait for it', async () => {
    await make(inspector, 'hangs');
    await save(inspector, 'sixth');
    await says(inspector, /did not hand over the saved drafts \(no answer within 3 s\)/);
    await lists(inspector, 'first', 'second', 'third', 'fourth', 'fifth', 'sixth');
    await openAgain(inspector, 'hangs');
    await says(inspector, /did not hand over the settings \(no answer within 3 s\)/);
    await runDemo('unknown-phone');
    await inspector.openView('Calls');
    await inspector.rowsWhen(1);
  });

  await test.step('all that was stored is there', async () => {
    await openAgain(inspector, 'works');
    expect(await isPreserved(inspector)).toBe(true);
    await bar(inspector, 'Saved').click();
    await lists(inspector, 'first', 'second', 'third', 'fourth', 'fifth');
    expect(await alerts(inspector)).toBe('');
  });
});
