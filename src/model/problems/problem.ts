import type { TextEdit } from '../body/text-edit.ts';

/** All codes that the project reports so far, with their severity. */
export const severities = {
  'body.missing': 'error',
  'body.syntax': 'error',
  'body.not-object': 'error',
  'body.duplicate-key': 'warning',
  'body.content-type': 'warning',
  'body.too-large': 'warning',
  'field.required': 'error',
  'field.type': 'error',
  'field.enum': 'error',
  'field.characters': 'error',
  'field.length': 'error',
  'field.format': 'error',
  'field.empty': 'warning',
  'field.shape': 'warning',
  'field.unknown': 'warning',
  'field.private-address': 'hint',
  'id.guid': 'hint',
  'id.personal-data': 'warning',
  'mfa.target-url-required': 'error',
  'mfa.target-url-unused': 'hint',
  'mfa.phone-not-allowed': 'error',
  'mfa.phone-required-eu': 'error',
  'sms.placeholder': 'warning',
  'sms.length': 'warning',
  'auth.missing': 'warning',
  'host.region': 'warning',
  'flow.correlation-id-missing': 'warning',
  'flow.correlation-id-unknown': 'warning',
  'flow.correlation-id-reused': 'error',
  'flow.expired': 'warning',
  'flow.after-end': 'warning',
  'flow.out-of-order': 'error',
  'flow.bind-early': 'warning',
  'flow.phone-not-allowed': 'error',
  'flow.phone-required': 'error',
  'flow.polling-fast': 'hint',
  'flow.truthy-success': 'hint',
  'response.shape': 'warning',
  'response.refused': 'warning',
  // Of a draft alone: what was sent has no variables.
  'variable.unknown': 'error',
} as const satisfies Record<string, Severity>;

export type Severity = 'error' | 'warning' | 'hint';
export const severityNames: readonly Severity[] = ['error', 'warning', 'hint'];
export type ProblemCode = keyof typeof severities;

/** A problem as data; `describeProblem` has the words. */
export interface Problem {
  severity: Severity;
  code: ProblemCode;
  in: 'request' | 'response';
  /**
   * JSON Pointer into the body; "" for the whole. A problem of the URL has no place in the body: its path is
   * `?name` for a parameter of the query and `{name}` for one of the path, at line 1, column 1.
   */
  path: string;
  /** From 1; in the raw body. Columns count UTF-16 units. */
  line: number;
  column: number;
  /** UTF-16 offsets into the raw body that the problem covers, end exclusive. */
  from: number;
  to: number;
  /** What the sentence needs: names of fields and rules, never a captured value. */
  details: Readonly<Record<string, string | number>>;
  /** The field meant by an unknown one. */
  suggestion?: string;
  /** Edits of the body that repair this problem for certain, and leave the rest as it is. */
  fix?: readonly TextEdit[];
}

/** What an engine part finds before places are known. */
export interface Finding {
  code: ProblemCode;
  /** As in `Problem`, within the body that the schema describes. */
  path: string;
  /** The key is the problem, not the value. */
  atKey?: true;
  severity?: Severity;
  details?: Readonly<Record<string, string | number>>;
  suggestion?: string;
}

/** The severity of a finding: its own, or that of its code. */
export const severityOf = ({ code, severity }: Pick<Finding, 'code' | 'severity'>): Severity =>
  severity ?? severities[code];

export type Verdict = 'valid' | 'invalid' | 'unreadable' | 'truncated' | 'absent';

const ranks: Record<Severity, number> = { error: 0, warning: 1, hint: 2 };

/** The part of a message that a problem is about: only in the body does it have a place in a text. */
export function partOfProblem({ code, path, details }: Problem): 'body' | 'URL' | 'headers' {
  if (/^[{?]/.test(path) || code === 'host.region' || details.where === 'url') return 'URL';
  return code === 'auth.missing' || details.where === 'header' ? 'headers' : 'body';
}

/** Sorts by severity first, then by place. */
export const compareProblems = (a: Problem, b: Problem): number =>
  ranks[a.severity] - ranks[b.severity] || a.from - b.from;

/** The worst severity among problems, or undefined for none. */
export function worstSeverity(problems: readonly Problem[]): Severity | undefined {
  let worst: Severity | undefined;
  for (const { severity } of problems)
    if (worst === undefined || ranks[severity] < ranks[worst]) worst = severity;
  return worst;
}
