import type { Operation } from '../../schemas/operation.ts';
import { fromPointer } from '../body/json-pointer.ts';
import { editField, type FieldEdit } from './edit-field.ts';
import { editFormText } from './edit-form-text.ts';
import { isFormEncoded } from './field-rows.ts';

/** The body of an operation with one field changed, in whichever way it is written, every other byte as it was. */
export function editBody(operation: Operation, text: string, edit: FieldEdit): string {
  if (!isFormEncoded(operation, text)) return editField(text, edit);
  const [name] = fromPointer(edit.path);
  if (name === undefined || edit.do === 'append') return text;
  return editFormText(text, name, edit.do === 'set' ? String(edit.value) : undefined);
}
