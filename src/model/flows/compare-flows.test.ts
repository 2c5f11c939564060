import { describe, expect, it } from 'vitest';
import { diffJson } from '../body/diff-json.ts';
import { aFlow, flowOf, type Story } from './a-flow.test-support.ts';
import {
  type CallDifference,
  compareFlows,
  firstDifference,
  firstProblem,
  type Pair,
} from './compare-flows.ts';
import { subjectOf } from './describe-step.ts';
import type { Judge, Step } from './flow-steps.ts';

const judge: Judge = { problemsOf: () => [], verdictOf: ({ verdict }) => verdict };
const compare = (left: Story, right: Story) => compareFlows(flowOf(left), flowOf(right), judge);

const nameOf = (step: Step | undefined) => (step ? subjectOf(step) : '–');
const inShort = ({ left, right }: Pair) => `${nameOf(left)} | ${nameOf(right)}`;
const tell = ({ in: side, path, left, right }: CallDifference) => `${side} ${path} ${left} → ${right}`;

describe('two flows side by side', () => {
  it('are aligned by operation, whatever their polls', () => {
    const good = aFlow('a').mfa('none').polls(5).status('possession_required').bind('true');
    const bad = aFlow('b')
      .mfa('none')
      .bind('', { status: 403, answer: { code: 8003 } });
    expect(compare(good, bad).map(inShort)).toEqual([
      'mfa | mfa',
      'mfa-status | –',
      'mfa-status | –',
      'mfa-bind | mfa-bind',
    ]);
  });

  it('differ where it matters, apart from what is new in every flow', () => {
    const good = aFlow('a').mfa('mobile').status('true');
    const bad = aFlow('b').mfa('desktop').status('false');
    const pairs = compare(good, bad);
    expect(
      pairs.flatMap(({ differences }) => differences.filter(({ expected }) => !expected).map(tell)),
    ).toEqual([
      'request /possessionType "mobile" → "desktop"',
      'request /finalTargetUrl undefined → "https://www.example.com/landing-page"',
      'outcome  200 · true → 200 · false',
      'response /success "true" → "false"',
    ]);
    expect(firstDifference(pairs)?.difference?.path).toBe('/possessionType');
    expect(
      pairs.flatMap(({ differences }) =>
        differences.filter(({ expected }) => expected).map(({ path }) => path),
      ),
    ).toEqual(['/authToken', '/correlationId', '/correlationId']);
  });

  it('have no first difference where both went the same way', () => {
    const pairs = compare(aFlow('a').mfa('mobile').polls(2), aFlow('b').mfa('mobile').polls(2));
    expect(firstDifference(pairs)).toBeUndefined();
  });

  it('first differ in a step that one of them lacks', () => {
    const pairs = compare(aFlow('a').mfa('mobile').status('true'), aFlow('b').mfa('mobile'));
    expect(firstDifference(pairs)?.pair.right).toBeUndefined();
  });
});

it('a problem that only one of two flows has is found before all other differences', () => {
  const good = aFlow('a').mfa('mobile').status('true');
  const bad = aFlow('b')
    .mfa('mobile')
    .status('', { phone: '2001004011', status: 400, answer: { code: 8001 } });
  const problems = flowOf(bad).problems;
  const knowing: Judge = { ...judge, problemsOf: ({ exchange }) => problems.get(exchange.id) ?? [] };
  const found = firstProblem(compareFlows(flowOf(good), flowOf(bad), knowing));
  expect([found?.side, found?.problem.code]).toEqual(['right', 'flow.phone-not-allowed']);
  expect(firstProblem(compareFlows(flowOf(bad), flowOf(bad), knowing))).toBeUndefined();
});

describe('the differences of two bodies', () => {
  it('are told by their places, in lists too', () => {
    expect(diffJson({ a: 1, b: [1, { c: 2 }] }, { a: 1, b: [1, { c: 3 }, 4], d: null })).toEqual([
      { path: '/b/1/c', left: '2', right: '3' },
      { path: '/b/2', left: undefined, right: '4' },
      { path: '/d', left: undefined, right: 'null' },
    ]);
  });

  it('tell a list from an object, and a number from its text', () => {
    expect(diffJson([], {})).toEqual([{ path: '', left: '[]', right: '{}' }]);
    expect(diffJson('1', 1)).toEqual([{ path: '', left: '"1"', right: '1' }]);
  });
});
