import type * as TestingLibrary from '@testing-library/dom';
import type { Step, TextMatch } from './lookup.ts';

/** What a document that is driven through Firefox holds on its window. */
export interface LookupWindow {
  TestingLibraryDom: typeof TestingLibrary;
  lookup?: Lookup;
}

/** Where to point the mouse, in the document's CSS pixels, or why that is not possible yet. */
export type Aim = { x: number; y: number } | { problem: string };

/** Sets up lookups inside a document. Sent as source text, so it uses nothing from outside itself. */
export function createLookup(library: typeof TestingLibrary) {
  const heard = { mouseup: 0, keydown: 0, keyup: 0, missed: false };
  for (const type of ['mouseup', 'keydown', 'keyup'] as const) {
    addEventListener(type, () => void heard[type]++, { capture: true });
  }

  /** What was aimed at last, and what the next press of the mouse is to hit. */
  let aimed: Element | undefined;
  let armed: Element | undefined;
  // What was aimed at may move before the mouse arrives: then nothing else is hit in its place.
  for (const type of [
    'pointerdown',
    'mousedown',
    'pointerup',
    'mouseup',
    'click',
    'auxclick',
    'dblclick',
    'contextmenu',
  ]) {
    const guard = (event: Event) => {
      if (armed && type === 'pointerdown') {
        heard.missed = !hits(event.target, armed);
        armed = undefined;
      }
      if (!heard.missed) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    addEventListener(type, guard, { capture: true });
  }

  /** Gets ready for a press of the mouse on what was aimed at. Returns what was heard before it. */
  function arm(): typeof heard {
    armed = aimed;
    heard.missed = false;
    return heard;
  }

  const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();

  const matcher = (match: TextMatch) => (text: string) => {
    if ('source' in match) return new RegExp(match.source, match.flags).test(text);
    if (match.exact) return squeeze(text) === squeeze(match.text);
    return squeeze(text).toLowerCase().includes(squeeze(match.text).toLowerCase());
  };

  function within(container: HTMLElement, step: Step): Element[] {
    switch (step.by) {
      case 'role': {
        const { name, states } = step;
        const { disabled, ...others } = states;
        const found = library.queryAllByRole(container, step.role, {
          ...others,
          hidden: false,
          ...(name && { name: matcher(name) }),
        });
        return disabled === undefined ? found : found.filter((element) => isDisabled(element) === disabled);
      }
      case 'text':
        return library.queryAllByText(container, matcher(step.match), { ignore: 'script, style' });
      case 'label':
        return library.queryAllByLabelText(container, matcher(step.match));
      case 'css':
        return [...container.querySelectorAll(step.css)];
      default:
        return [];
    }
  }

  const isDisabled = (element: Element) =>
    element.matches(':disabled') || element.closest('[aria-disabled="true"]') !== null;

  function take(from: Element[], step: Step): Element[] {
    if (step.by === 'nth') return from.slice(step.index).slice(0, 1);
    if (step.by === 'having') return from.filter((element) => matcher(step.match)(element.textContent ?? ''));
    const found = from.flatMap((element) => within(element as HTMLElement, step));
    return [...new Set(found)];
  }

  const find = (steps: readonly Step[]) => steps.reduce(take, [document.documentElement] as Element[]);

  /** The one element that is found, or why there is not one that can be used. */
  function usable(steps: readonly Step[], mustShow = true): Element | string {
    const found = find(steps);
    const [element] = found;
    if (!element || found.length > 1) return `found ${found.length}`;
    if (mustShow && element.getClientRects().length === 0) return 'it is not visible';
    if (isDisabled(element)) return 'it is disabled';
    return element;
  }

  /** Whether the mouse on a target is on an element, or on its label. */
  const hits = (target: EventTarget | null, element: Element) =>
    target instanceof Element && (element.contains(target) || target.closest('label')?.control === element);

  function covering(element: Element, { x, y }: { x: number; y: number }): Element | null {
    const hit = document.elementFromPoint(x, y);
    return hits(hit, element) ? null : (hit ?? document.documentElement);
  }

  const centre = (element: Element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  };

  const nextFrame = () => new Promise<void>((resolve) => setTimeout(resolve, 20));

  /** Scrolls the one element into view and tells where to point the mouse. */
  async function aim(steps: readonly Step[]): Promise<Aim> {
    const element = usable(steps);
    if (typeof element === 'string') return { problem: element };
    if (covering(element, centre(element))) element.scrollIntoView({ block: 'center', inline: 'center' });
    const first = centre(element);
    await nextFrame();
    const then = centre(element);
    if (first.x !== then.x || first.y !== then.y) return { problem: 'it moves' };
    const cover = covering(element, then);
    aimed = element;
    return cover ? { problem: `${cover.tagName.toLowerCase()} covers it` } : then;
  }

  /** Focuses the one element. Returns what is wrong, if anything. */
  function focus(steps: readonly Step[]): string | null {
    const element = usable(steps);
    if (typeof element === 'string') return element;
    (element as HTMLElement).focus();
    return null;
  }

  /** Replaces the text of the one field or editor as a paste would. Returns what is wrong, if anything. */
  function fill(steps: readonly Step[], text: string): string | null {
    const problem = focus(steps);
    const element = find(steps)[0];
    if (problem || !element) return problem ?? 'it has gone';
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) element.select();
    else getSelection()?.selectAllChildren(element);
    if (text === '') document.execCommand('delete');
    else document.execCommand('insertText', false, text);
    return null;
  }

  /** Chooses an option by its value. Returns what is wrong, if anything. */
  function choose(steps: readonly Step[], value: string): string | null {
    const element = usable(steps);
    if (typeof element === 'string') return element;
    if (!(element instanceof HTMLSelectElement)) return 'it is not a select';
    if (![...element.options].some((option) => option.value === value)) return `it has no option ${value}`;
    element.value = value;
    element.dispatchEvent(new Event('input', { bubbles: true }));
    element.dispatchEvent(new Event('change', { bubbles: true }));
    return null;
  }

  /** Gives a file to a file input. Returns what is wrong, if anything. */
  function upload(steps: readonly Step[], name: string, text: string): string | null {
    const element = usable(steps, false);
    if (typeof element === 'string') return element;
    if (!(element instanceof HTMLInputElement)) return 'it is not a file input';
    const files = new DataTransfer();
    files.items.add(new File([text], name, { type: 'application/json' }));
    element.files = files.files;
    element.dispatchEvent(new Event('input', { bubbles: true }));
    element.dispatchEvent(new Event('change', { bubbles: true }));
    return null;
  }

  return { find, aim, arm, focus, fill, choose, upload, heard };
}

/** The functions that `createLookup` sets up. */
export type Lookup = ReturnType<typeof createLookup>;
