import { actionGroups, actions } from './actions.ts';
import type { Action } from './api.ts';
import { createApi } from './create-api.ts';
import { apiHosts } from './hosts.ts';

/** How tests and `npm start` drive the page. */
export interface Demo {
  names: readonly string[];
  /** Runs an action to its end. Trouble with the network is no error: the page's log tells of it. */
  run(name: string): Promise<void>;
  /** Chooses the API host: `here`, or, where they are mapped to loopback, `us` or `eu`. */
  useHost(id: string): void;
}

declare global {
  interface Window {
    demo: Demo;
  }
}

const find = <T extends Element>(selector: string, type: new () => T): T => {
  const element = document.querySelector(selector);
  if (element instanceof type) return element;
  throw new Error(`The page has no ${selector}.`);
};

const settings = new URLSearchParams(document.documentElement.dataset.settings);
const setting = (name: string) => settings.get(name) ?? '';
const hosts = apiHosts(setting('sandboxUrl'), setting('proveNames') === 'true');
const select = find('#host', HTMLSelectElement);
const journal = find('#log', HTMLOListElement);

function log(line: string, failed = false): void {
  const item = document.createElement('li');
  item.textContent = line;
  item.classList.toggle('failed', failed);
  journal.prepend(item);
}

const api = createApi({
  base: () => select.value,
  closedPort: setting('closedPort'),
  pollInterval: Number(setting('pollInterval')),
  log,
});

async function run(name: string): Promise<void> {
  const action = actions.get(name);
  if (!action) throw new Error(`No action "${name}"; there are: ${[...actions.keys()].join(', ')}.`);
  const button = find(`[data-demo="${name}"]`, HTMLButtonElement);
  button.ariaBusy = 'true';
  try {
    await action.run(api);
  } catch (error) {
    log(`${action.label}: ${String(error)}`, true);
  } finally {
    button.ariaBusy = null;
  }
}

function makeButton({ name, label, note }: Action): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.id = `demo-${name}`;
  button.dataset.demo = name;
  const title = document.createElement('b');
  title.textContent = label;
  const small = document.createElement('small');
  small.textContent = note;
  button.append(title, small);
  button.addEventListener('click', () => void run(name));
  return button;
}

function useHost(id: string): void {
  const host = hosts.find((candidate) => candidate.id === id);
  if (!host) throw new Error(`No host "${id}"; there are: ${hosts.map((each) => each.id).join(', ')}.`);
  select.value = host.url;
}

select.append(...hosts.map(({ label, url }) => new Option(label, url)));
useHost(setting('host'));
find('#groups', HTMLDivElement).append(
  ...actionGroups.map(({ title, actions: members }) => {
    const section = document.createElement('section');
    const heading = document.createElement('h2');
    heading.textContent = title;
    const buttons = document.createElement('div');
    buttons.className = 'actions';
    buttons.append(...members.map(makeButton));
    section.append(heading, buttons);
    return section;
  }),
);
window.demo = { names: [...actions.keys()], run, useHost };
