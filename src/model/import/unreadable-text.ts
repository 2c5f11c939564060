import { type Position, positionAt } from '../body/json-text.ts';
import { t } from '../words/words.ts';

/** Why a text from outside could not be taken, in one sentence, and where in it the reader gave up. */
export class UnreadableText extends Error {
  override readonly name = 'UnreadableText';
  readonly position: Position;
  /** UTF-16 offset into the text. */
  readonly at: number;

  /** `at` is a UTF-16 offset into `text`. */
  constructor(sentence: string, text: string, at = 0) {
    const position = positionAt(text, Math.min(at, text.length));
    super(
      t('{sentence} (line {line}, column {column})', {
        sentence,
        line: position.line,
        column: position.column,
      }),
    );
    this.position = position;
    this.at = at;
  }
}
