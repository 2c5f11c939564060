import { describe, expect, it } from 'vitest';
import { seconds } from '../fixtures.test-support.ts';
import { describeProblem } from '../problems/describe-problem.ts';
import { aFlow, flowOf, type Story } from './a-flow.test-support.ts';
import { nameOf } from './describe-step.ts';
import { type Judge, toSteps } from './flow-steps.ts';
import { ellipsize, layOutDiagram, wrap } from './lay-out-diagram.ts';

const measure = (text: string) => text.length * 7;

function judgeOf(story: Story): Judge {
  const { problems } = flowOf(story);
  return {
    problemsOf: ({ exchange }) => problems.get(exchange.id) ?? [],
    verdictOf: ({ verdict }) => verdict,
  };
}

function layOut(story: Story, width = 900, unfolded: string[] = []) {
  const flow = flowOf(story);
  return layOutDiagram(toSteps(flow, judgeOf(story), { unfolded: new Set(unfolded) }), {
    width,
    startedAt: flow.startedAt,
    labels: { page: 'page', device: 'device API', api: 'V3 API' },
    measure,
    notesOf: ({ problems }) =>
      problems.map((problem) => ({ severity: problem.severity, text: describeProblem(problem) })),
  });
}

/** A body that is refused: the number is not allowed outside of "none". */
const troubled = () => aFlow().mfa('mobile').status('pending', { phone: '2001004011' }).status('true');

describe('the picture of a flow', () => {
  it('puts one band under the other, whatever is in them', () => {
    for (const width of [240, 340, 640, 1280]) {
      const { bands, height } = layOut(troubled().polls(3), width);
      for (const [index, band] of bands.entries()) {
        const above = bands[index - 1];
        if (above) expect(band.top).toBeGreaterThanOrEqual(above.top + above.height);
      }
      const last = bands.at(-1);
      expect(height).toBeGreaterThan((last?.top ?? 0) + (last?.height ?? 0));
    }
  });

  it('keeps all lines within its width', () => {
    for (const width of [240, 340, 640, 1280])
      for (const { call, answer } of layOut(troubled(), width).bands)
        for (const x of [call.x1, call.x2, answer?.x1 ?? 0, answer?.x2 ?? 0])
          expect(x >= 0 && x <= width).toBe(true);
  });

  it('writes a problem beside its arrow where there is room, else under it', () => {
    const wide = layOut(troubled(), 1000);
    const [, asked] = wide.bands;
    expect(asked?.notes).toHaveLength(1);
    expect(asked?.notes[0]?.x).toBeGreaterThan(wide.api.x);

    const narrow = layOut(troubled(), 340);
    const [first, below] = narrow.bands;
    expect(first?.notes).toEqual([]);
    expect(below?.notes[0]?.x).toBeLessThan(narrow.api.x);
    expect(below?.notes[0]?.y).toBeGreaterThan(below?.answerLabel?.y ?? Infinity);
  });

  it('draws short pauses to scale and marks a long one with its length', () => {
    const { bands, gaps } = layOut(
      aFlow()
        .mfa('mobile')
        .status('pending', { after: seconds(2.1) })
        .status('true', { after: seconds(12.1) }),
    );
    expect(gaps.map(({ text }) => text)).toEqual(['12.0 s']);
    const space = (index: number) =>
      (bands[index + 1]?.top ?? 0) - (bands[index]?.top ?? 0) - (bands[index]?.height ?? 0);
    expect(space(0)).toBe(20);
    expect(space(1)).toBe(40);
  });

  it('breaks the arrow of a call that got no answer', () => {
    const [, lost] = layOut(aFlow().mfa('mobile').status('', { answer: null })).bands;
    expect(lost?.answer).toBeUndefined();
    expect(lost?.call.x2).toBeLessThan(layOut(aFlow().mfa('mobile')).api.x);
    expect(lost?.brokenAt?.x).toBe(lost?.call.x2);
  });

  it('gives an unfolded run a handle, and each of its calls an arrow', () => {
    expect(layOut(aFlow().mfa('mobile').polls(3)).bands).toHaveLength(2);
    expect(layOut(aFlow().mfa('mobile').polls(3), 900, ['run-a2']).bands).toHaveLength(5);
  });
});

describe('the names of the arrows', () => {
  it('read as the story of the flow', () => {
    const story = troubled();
    const flow = flowOf(story);
    expect(toSteps(flow, judgeOf(story)).map((step) => nameOf(step, flow.startedAt))).toEqual([
      'mfa for mobile at 0.0 s: 200, pending, after 100 ms.',
      'mfa-status at 2.0 s: 200, pending, after 100 ms. Error: “phoneNumber” is only allowed when the flow began with possessionType “none”; this one began with “mobile”.',
      'mfa-status at 4.0 s: 200, true, after 100 ms.',
    ]);
  });

  it('tell a run by its count and rhythm, and a loss by its reason', () => {
    const story = aFlow().mfa('none').polls(14).status('', { answer: null });
    const flow = flowOf(story);
    expect(toSteps(flow, judgeOf(story)).map((step) => nameOf(step, flow.startedAt))).toEqual([
      'mfa for none at 0.0 s: 200, pending, after 100 ms.',
      'mfa-status 14 times, every 2.0 s, from 2.0 s: 200, pending.',
      'mfa-status at 30.0 s: failed, no answer, after 100 ms.',
    ]);
  });
});

describe('a text in the picture', () => {
  it('is broken between words, and cut where a word is too long', () => {
    expect(wrap('one two three', 7 * 7, measure)).toEqual(['one two', 'three']);
    expect(wrap('extraordinary', 7 * 7, measure)).toEqual(['extrao…']);
    expect(ellipsize('mfa-status', 70, measure)).toBe('mfa-status');
    expect(ellipsize('mfa-status', 63, measure)).toBe('mfa-stat…');
  });
});
