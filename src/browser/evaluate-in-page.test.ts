import { afterEach, beforeEach, expect, test, vi } from 'vitest';

type Answer = (value?: unknown, error?: unknown) => void;

/** What the extension API of one window does with a question. */
type Evaluate = (expression: string, answer: Answer) => void;

/** A window as the browser gives it to a page of the extension; `lastError` stands as long as an answer is given. */
function playWindow(
  evaluate: (expression: string) => { value?: unknown; error?: unknown; lastError?: string },
) {
  const runtime: { lastError?: { message: string } } = {};
  const ask: Evaluate = (expression, answer) => {
    const { value, error, lastError } = evaluate(expression);
    if (lastError !== undefined) runtime.lastError = { message: lastError };
    answer(value, error);
    delete runtime.lastError;
  };
  return { chrome: { runtime, devtools: { inspectedWindow: { eval: ask } } } };
}

const refused = () => ({ lastError: 'An unexpected error occurred' });

/** Frames that stand in the document, each with the window that the next of `windows` is. */
function playDocument(windows: ReturnType<typeof playWindow>[]) {
  const frames = new Set<object>();
  vi.stubGlobal('document', {
    createElement: () => {
      const listeners: (() => void)[] = [];
      const frame = {
        contentWindow: windows.shift(),
        addEventListener: (_type: 'load', listener: () => void) => listeners.push(listener),
        remove: () => frames.delete(frame),
        load: () => {
          for (const listener of listeners) listener();
        },
      };
      return frame;
    },
    body: {
      append: (frame: { load(): void }) => {
        frames.add(frame);
        queueMicrotask(() => frame.load());
      },
    },
  });
  return frames;
}

const ownWindow = (play: ReturnType<typeof playWindow>) => vi.stubGlobal('chrome', play.chrome);

let evaluateInPage: (expression: string) => Promise<unknown>;
let EvaluationError: new (thrown: string | undefined) => Error;

beforeEach(async () => {
  vi.resetModules();
  ({ evaluateInPage, EvaluationError } = await import('./evaluate-in-page.ts'));
});
afterEach(() => vi.unstubAllGlobals());

test('the page is asked through a new frame where the browser refuses the panel for good', async () => {
  const frames = playDocument([playWindow((expression) => ({ value: `frame: ${expression}` }))]);
  ownWindow(playWindow(refused));
  expect(await evaluateInPage('1')).toBe('frame: 1');
  expect(await evaluateInPage('2')).toBe('frame: 2');
  expect(frames.size).toBe(1);
});

test('what cannot be asked is told, leaves no frame behind and can be asked again', async () => {
  let loading = true;
  const frames = playDocument([playWindow(refused)]);
  ownWindow(playWindow(() => (loading ? refused() : { value: 'there' })));
  await expect(evaluateInPage('1')).rejects.toThrow(EvaluationError);
  expect(frames.size).toBe(0);
  loading = false;
  expect(await evaluateInPage('1')).toBe('there');
  expect(frames.size).toBe(0);
});

test('a failure of a page that has answered before is one of that moment: the question is not asked twice', async () => {
  const asked: string[] = [];
  let leaving = false;
  playDocument([]);
  ownWindow(
    playWindow((expression) => {
      asked.push(expression);
      return leaving ? refused() : { value: 1 };
    }),
  );
  await evaluateInPage('first');
  leaving = true;
  await expect(evaluateInPage('send()')).rejects.toThrow(EvaluationError);
  expect(asked.filter((expression) => expression === 'send()')).toHaveLength(1);
});

test('an exception of the page is told in its first line', async () => {
  ownWindow(
    playWindow((expression) =>
      expression === 'throws'
        ? { error: { isException: true, value: 'TypeError: no such thing\n\tat page.js' } }
        : { value: 0 },
    ),
  );
  await expect(evaluateInPage('throws')).rejects.toMatchObject({ thrown: 'TypeError: no such thing' });
});
