import { findVariables } from './variables.ts';

/** No text that people write has it. */
const MARK = '\uFDD0';

/**
 * A JSON text in which each variable that stands for a whole value, `{"rebind": {{rebind}}}`, is a string of the same
 * length: so it can be read before its variables are filled in, and all places stay true.
 */
export function putStandIns(text: string): string {
  let result = '';
  let at = 0;
  for (const { from, to, writing } of findVariables(text, 'json')) {
    if (writing !== 'json-value') continue;
    result += `${text.slice(at, from)}"${MARK}${text.slice(from + 2, to - 2)}${MARK}"`;
    at = to;
  }
  return result + text.slice(at);
}

/** Whether a value read from such a text is a variable. */
export const isStandIn = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 2 && value.startsWith(MARK) && value.endsWith(MARK);

/** The variable as it stands in the text. */
export const variableOf = (standIn: string): string => `{{${standIn.slice(1, -1)}}}`;
