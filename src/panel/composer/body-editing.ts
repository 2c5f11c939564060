import { signal } from '@preact/signals';
import { positionAt, type Span } from '../../model/body/json-text.ts';
import type { Draft } from '../../model/compose/draft.ts';
import type { CompletionSurroundings } from '../../model/compose/offer-values.ts';
import type { Flow } from '../../model/flows/flow.ts';
import { knownFlowIds } from '../../model/flows/known-ids.ts';
import type { Problem } from '../../model/problems/problem.ts';
import { parseUrl } from '../../model/url.ts';
import { t } from '../../model/words/words.ts';
import { environmentOf } from '../../schemas/environment.ts';
import { afterDrawing, isFocusLost } from '../after-drawing.ts';
import type { EditorHandle } from '../editor/editor-props.ts';

/** What the body's editor can do for its surroundings. One session, with one history, for each draft opened. */
export class BodyEditing {
  /** Undefined until the editor is loaded, and while it is not shown. */
  readonly editor = signal<EditorHandle | undefined>(undefined);
  readonly undoable = signal(false);
  readonly redoable = signal(false);
  /** Why the text was not laid out. */
  readonly refusal = signal<string | undefined>(undefined);
  /** The same for every editor of one draft. */
  session: object = {};

  constructor(private readonly flows: () => readonly Flow[]) {}

  /** Another draft is opened. */
  begin(): void {
    this.session = {};
    this.refusal.value = undefined;
    this.tellHistory({ undo: 0, redo: 0 });
  }

  fix(problems: readonly Problem[]): void {
    this.editor.peek()?.fix(problems);
    // The button that was pressed is gone, and a text that the form hides cannot take the focus.
    afterDrawing(() => {
      if (isFocusLost()) document.querySelector<HTMLElement>('.composer-body-tools button')?.focus();
    });
  }

  tellHistory({ undo, redo }: { undo: number; redo: number }): void {
    this.undoable.value = undo > 0;
    this.redoable.value = redo > 0;
  }

  refuseFormat(text: string, { from }: Span): void {
    const { line, column } = positionAt(text, from);
    this.refusal.value =
      text.trim() === ''
        ? t('There is nothing to format yet.')
        : t(
            'Only JSON can be formatted, and this is none from line {line}, column {column} on. Mend that place first.',
            { line, column },
          );
  }

  /** What completion knows besides the text of a draft. */
  completionFor(draft: Draft): CompletionSurroundings {
    return {
      region: environmentOf(parseUrl(draft.url.trim())?.hostname ?? '')?.region,
      knownValues: (name) => (name === 'correlationId' ? knownFlowIds(this.flows(), Date.now()) : []),
      newGuid: () => crypto.randomUUID(),
    };
  }

  /** Undoes or redoes where the key for it was pressed outside of every text. Tells whether it was. */
  takeKey({ key, ctrlKey, metaKey, shiftKey, altKey, target }: KeyboardEvent): boolean {
    const editor = this.editor.peek();
    if (!editor || !(ctrlKey || metaKey) || altKey || isText(target)) return false;
    const letter = key.toLowerCase();
    if (letter === 'y' || (letter === 'z' && shiftKey)) editor.redo();
    else if (letter === 'z') editor.undo();
    else return false;
    return true;
  }
}

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, input:not([type=radio], [type=checkbox])'));
