import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import { readJson } from '../../model/body/json-text.ts';

/** The property at a place of a JSON text: its keys from the root, and where it stands. */
export interface PropertyPath {
  path: string[];
  from: number;
  to: number;
}

type SyntaxNode = ReturnType<typeof syntaxTree>['topNode'];

/** The innermost property whose name or value is at `pos`; undefined between properties. */
export function pathAt(state: EditorState, pos: number, side: -1 | 1): PropertyPath | undefined {
  let node: SyntaxNode | null = syntaxTree(state).resolveInner(pos, side);
  if (node.name === 'Object' || node.name === 'Array') return undefined;
  const path: string[] = [];
  let found: SyntaxNode | undefined;
  for (; node; node = node.parent) {
    // Which item of a list it is makes no difference to what the field means.
    if (node.name === 'Array') path.unshift('0');
    if (node.name !== 'Property') continue;
    found ??= node;
    path.unshift(nameOf(state, node));
  }
  return found && { path, from: found.from, to: found.to };
}

function nameOf(state: EditorState, property: SyntaxNode): string {
  const name = property.getChild('PropertyName');
  const reading = readJson(name ? state.sliceDoc(name.from, name.to) : '');
  return 'value' in reading ? String(reading.value) : '';
}
