import type { FieldEdit } from '../../../model/compose/edit-field.ts';
import type { Problem } from '../../../model/problems/problem.ts';

/** What every row of a form needs to know besides its field. */
export interface FormContext {
  problemsAt(path: string): readonly Problem[];
  /** Changes the body. */
  change(edit: FieldEdit): void;
  /** The DOM id of a row's control, or of another part of it. */
  idOf(path: string, part?: string): string;
  /** Moves the focus to the first control of the first of these rows that there is, once they are drawn. */
  focus(...paths: readonly string[]): void;
}
