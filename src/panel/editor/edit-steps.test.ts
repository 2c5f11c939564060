import { history, redo, undo, undoDepth } from '@codemirror/commands';
import { EditorState, type TransactionSpec } from '@codemirror/state';
import { beforeEach, describe, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { oneStep, rememberRequest, takeOver } from './edit-steps.ts';
import type { RequestPart } from './editor-props.ts';

const part = (operationId: string, url = `/v3/${operationId}`): RequestPart => ({
  operationId,
  method: 'POST',
  url,
  headers: [],
});

/** An editor without a view. */
class Bench {
  readonly desk = new Desk({ value: '{}', label: 'Body', problems: [], request: part('mfa') });
  state = EditorState.create({
    doc: '{}',
    extensions: [EditorState.lineSeparator.of('\n'), history(), rememberRequest(this.desk)],
  });

  get text(): string {
    return this.state.doc.toString();
  }

  dispatch = (spec: TransactionSpec) => {
    this.state = this.state.update(spec).state;
    this.desk.text = this.text;
  };

  give(value: string, request = this.desk.request ?? part('mfa')) {
    takeOver(this, this.desk, { value, request });
  }

  undo = () => undo({ state: this.state, dispatch: ({ state }) => this.#become(state) });
  redo = () => redo({ state: this.state, dispatch: ({ state }) => this.#become(state) });

  #become(state: EditorState) {
    this.state = state;
    this.desk.text = this.text;
  }
}

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});

describe('changes from outside', () => {
  test('each is a step of its own', () => {
    bench.give('{"a": 1}');
    bench.give('{"a": 1, "b": 2}');
    bench.give('{"a": 100, "b": 2}');
    bench.undo();
    expect(bench.text).toBe('{"a": 1, "b": 2}');
    bench.undo();
    expect(bench.text).toBe('{"a": 1}');
    bench.redo();
    expect(bench.text).toBe('{"a": 1, "b": 2}');
  });

  test('letters typed into a field of the form are one step', () => {
    bench.give('{"a": ""}');
    for (const typed of ['h', 'he', 'hel', 'hell', 'hello']) bench.give(`{"a": "${typed}"}`);
    bench.undo();
    expect(bench.text).toBe('{"a": ""}');
  });

  test('what is as it was is no step', () => {
    bench.give('{}');
    expect(undoDepth(bench.state)).toBe(0);
  });

  test('carriage returns stay', () => {
    bench.give('{\r\n"a": 1\r\n}');
    expect(bench.text).toBe('{\r\n"a": 1\r\n}');
  });
});

describe('another operation', () => {
  test('is one step with the text that came with it', () => {
    bench.give('{"correlationId": ""}', part('mfa-status'));
    expect(undoDepth(bench.state)).toBe(1);
    bench.undo();
    expect(bench.text).toBe('{}');
  });

  test('is a step where the text stays', () => {
    bench.give('{}', part('mfa-status'));
    expect(undoDepth(bench.state)).toBe(1);
  });

  test('another URL alone is none: its field has a history of its own', () => {
    bench.give('{}', part('mfa', '/elsewhere'));
    expect(undoDepth(bench.state)).toBe(0);
    expect(bench.desk.request?.url).toBe('/elsewhere');
  });
});

test('edits of one step are undone together', () => {
  bench.dispatch(
    oneStep(
      bench,
      [
        { from: 1, to: 1, insert: '"a": 1' },
        { from: 0, to: 0, insert: ' ' },
        { from: 0, to: 0, insert: ' ' },
      ],
      'Fixed.',
    ),
  );
  expect(bench.text).toBe(' {"a": 1}');
  bench.undo();
  expect(bench.text).toBe('{}');
});
