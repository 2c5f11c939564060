import { Compartment, type EditorState } from '@codemirror/state';
import type { JsonEditorProps, RequestPart } from './editor-props.ts';

/** What the extensions of an editor share. It outlives the view, as the history does. */
export class Desk {
  /** What differs between bodies that are read and bodies that are written, and between small and large ones. */
  readonly reading = new Compartment();
  text: string;
  request: RequestPart | undefined;
  /** The text is being replaced from outside. */
  given = false;
  /** The state of a view that is gone. */
  state: EditorState | undefined;

  constructor(public props: JsonEditorProps) {
    this.text = props.value;
    this.request = props.request;
  }
}
