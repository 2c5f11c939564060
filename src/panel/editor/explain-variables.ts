import type { Extension } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  hoverTooltip,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { findVariables } from '../../model/compose/variables.ts';

/** What is told of a variable. */
export interface VariableCard {
  value: string | undefined;
  /** Where the value comes from, in a few words. */
  from: string;
  secret: boolean;
}

const marks = new MatchDecorator({
  regexp: /\{\{ *[A-Za-z_][\w.-]* *\}\}/g,
  decoration: Decoration.mark({ class: 'cm-variable' }),
});

const markVariables = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = marks.createDeco(view);
    }
    update(update: ViewUpdate) {
      this.decorations = marks.updateDeco(update, this.decorations);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

/** Sets variables off from the text, and shows what each stands for while the pointer rests on it. */
export const explainVariables = (describe: (name: string) => VariableCard): Extension => [
  markVariables,
  EditorView.theme({
    '.cm-variable, .cm-variable span': { color: 'var(--hint)' },
    '.cm-variable': { backgroundColor: 'var(--hint-bg)', borderRadius: '3px' },
  }),
  hoverTooltip((view, pos) => {
    const line = view.state.doc.lineAt(pos);
    const at = pos - line.from;
    const place = findVariables(line.text, 'plain').find(({ from, to }) => from <= at && at <= to);
    if (!place) return null;
    return {
      pos: line.from + place.from,
      end: line.from + place.to,
      create: () => ({ dom: variableCard(place.name, describe(place.name)) }),
    };
  }),
];

/** The longest value that is shown whole. */
const SHOWN = 200;

/** Built from text nodes only. */
function variableCard(name: string, { value, from, secret }: VariableCard): HTMLElement {
  const card = document.createElement('div');
  card.className = 'field-card variable-card';
  const line = (...parts: (string | Node)[]) => {
    const paragraph = document.createElement('p');
    paragraph.append(...parts);
    card.append(paragraph);
  };
  const title = document.createElement('b');
  title.textContent = `{{${name}}}`;
  line(title);
  if (value !== undefined) {
    const code = document.createElement('code');
    code.textContent = secret ? '••••••••' : value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value;
    line(code);
  }
  line(from);
  return card;
}
