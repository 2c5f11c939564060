import type { CDPSession } from '@playwright/test';

/** What a screen reader is told of one element. */
export interface AccessibleNode {
  role: string;
  name: string;
  description: string;
  /** States and places as in `selected`, `expanded=false`, `posinset=2`; those that say nothing are left out. */
  states: string[];
  children: AccessibleNode[];
}

/** Properties of Chromium's tree that a screen reader speaks of. */
const spoken = new Set([
  'checked',
  'disabled',
  'expanded',
  'hasPopup',
  'invalid',
  'level',
  'pressed',
  'roledescription',
  'selected',
  'sort',
  'url',
]);

/** Read by their name alone. */
const whole = new Set(['button', 'option', 'tab']);

/** Boxes that are there for the layout alone. */
const silent = new Set(['none', 'generic', 'InlineTextBox', 'presentation']);

/** The tree that Chromium gives to a screen reader, without what is never spoken. */
export async function readAccessibleTree(session: CDPSession): Promise<AccessibleNode[]> {
  await session.send('Accessibility.enable');
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const read = (id: string): AccessibleNode[] => {
    const node = byId.get(id);
    if (!node) return [];
    const children = (node.childIds ?? []).flatMap(read);
    const role = String(node.role?.value ?? '');
    if (node.ignored || silent.has(role)) return children;
    const states = (node.properties ?? [])
      .filter(({ name, value }) => spoken.has(name) && says(name, value.value))
      .map(({ name, value }) => (value.value === true ? name : `${name}=${value.value}`));
    const name = String(node.name?.value ?? '').trim();
    if (role === 'StaticText' && name === '') return [];
    // What names an element is not read a second time within it.
    const text = children.map((child) => (child.role === 'StaticText' ? child.name : undefined));
    const told =
      children.length > 0 && text.every((part) => part !== undefined) && sameWords(text.join(' '), name);
    const about = String(node.description?.value ?? '');
    const description = about === name ? '' : about;
    return [{ role, name, description, states, children: told || whole.has(role) ? [] : children }];
  };
  return read(nodes[0]?.nodeId ?? '');
}

const says = (name: string, value: unknown): boolean =>
  value !== undefined &&
  value !== '' &&
  !(value === false && name !== 'expanded' && name !== 'selected') &&
  !(value === 'false' && name !== 'pressed') &&
  value !== 'none';

const sameWords = (a: string, b: string) => a.replace(/\s/g, '') === b.replace(/\s/g, '');

/** The tree as indented lines: `row "valid mfa 200" selected`. */
export function writeAccessibleTree(nodes: readonly AccessibleNode[], indent = ''): string {
  return nodes
    .map(({ role, name, description, states, children }) => {
      const line = [
        role === 'StaticText' ? 'text' : role,
        name && JSON.stringify(name),
        description && `(${description})`,
        ...states,
      ].filter(Boolean);
      return `${indent}${line.join(' ')}\n${writeAccessibleTree(children, `${indent}  `)}`;
    })
    .join('');
}
