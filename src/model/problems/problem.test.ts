import { describe, expect, it } from 'vitest';
import {
  compareProblems,
  type Problem,
  partOfProblem,
  type Severity,
  severities,
  worstSeverity,
} from './problem.ts';

const at = (severity: Severity, from: number): Problem => ({
  severity,
  code: 'body.syntax',
  in: 'request',
  path: '',
  line: 1,
  column: 1,
  from,
  to: from,
  details: {},
});

it('problems stand by severity, then by place', () => {
  const problems = [at('hint', 0), at('error', 9), at('warning', 3), at('error', 2), at('hint', 1)];
  expect(problems.sort(compareProblems).map(({ severity, from }) => `${severity} ${from}`)).toEqual([
    'error 2',
    'error 9',
    'warning 3',
    'hint 0',
    'hint 1',
  ]);
});

describe('the worst severity', () => {
  it.each<[Severity[], Severity | undefined]>([
    [[], undefined],
    [['hint'], 'hint'],
    [['hint', 'warning', 'hint'], 'warning'],
    [['warning', 'error', 'hint'], 'error'],
  ])('of %j is %s', (all, worst) => {
    expect(worstSeverity(all.map((severity) => at(severity, 0)))).toBe(worst);
  });
});

it.each([
  ['field.type', '?limit', {}, 'URL'],
  ['field.required', '{proveId}', {}, 'URL'],
  ['host.region', '', {}, 'URL'],
  ['auth.missing', '', {}, 'headers'],
  ['variable.unknown', '', { where: 'header' }, 'headers'],
  ['variable.unknown', '', { where: 'body' }, 'body'],
  ['field.type', '/limit', {}, 'body'],
] as const)('%s at “%s” %j is about the %s', (code, path, details, part) => {
  expect(partOfProblem({ ...at('error', 0), code, path, details })).toBe(part);
});

it('codes and severities are those of the documents', () => {
  const by = (wanted: Severity) =>
    Object.entries(severities).flatMap(([code, severity]) => (severity === wanted ? [code] : []));
  expect(by('error')).toEqual([
    'body.missing',
    'body.syntax',
    'body.not-object',
    'field.required',
    'field.type',
    'field.enum',
    'field.characters',
    'field.length',
    'field.format',
    'mfa.target-url-required',
    'mfa.phone-not-allowed',
    'mfa.phone-required-eu',
    'flow.correlation-id-reused',
    'flow.out-of-order',
    'flow.phone-not-allowed',
    'flow.phone-required',
    'variable.unknown',
  ]);
  expect(by('hint')).toEqual([
    'field.private-address',
    'id.guid',
    'mfa.target-url-unused',
    'flow.polling-fast',
    'flow.truthy-success',
  ]);
});
