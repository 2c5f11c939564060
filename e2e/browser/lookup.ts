/** A text to match: a part of it in any case, or the whole of it when `exact`, or a regular expression. Plain data. */
export type TextMatch = { text: string; exact: boolean } | { source: string; flags: string };

/** ARIA states that a role lookup can ask for. */
export interface RoleStates {
  checked?: boolean;
  disabled?: boolean;
  expanded?: boolean;
  level?: number;
  pressed?: boolean;
  selected?: boolean;
}

/** How to find elements by role. */
export interface RoleOptions extends RoleStates {
  name?: string | RegExp;
  /** True: the name is the whole name, case included. */
  exact?: boolean;
}

/** One step of a lookup. Each step searches inside what the step before it found. Plain data, so that it can travel. */
export type Step =
  | { by: 'role'; role: string; name: TextMatch | null; states: RoleStates }
  | { by: 'text' | 'label'; match: TextMatch }
  | { by: 'css'; css: string }
  | { by: 'having'; match: TextMatch }
  | { by: 'nth'; index: number };

/** Turns what a spec writes into plain data. */
export function textMatch(text: string | RegExp, exact = false): TextMatch {
  return typeof text === 'string' ? { text, exact } : { source: text.source, flags: text.flags };
}

/** Turns a role lookup as a spec writes it into plain data. */
export function roleStep(role: string, { name, exact, ...states }: RoleOptions): Step {
  return { by: 'role', role, name: name === undefined ? null : textMatch(name, exact), states };
}

function describeMatch(match: TextMatch): string {
  return 'text' in match ? `"${match.text}"` : `/${match.source}/${match.flags}`;
}

function describeStep(step: Step): string {
  switch (step.by) {
    case 'role':
      return step.name ? `${step.role} ${describeMatch(step.name)}` : step.role;
    case 'css':
      return step.css;
    case 'nth':
      return `number ${step.index}`;
    default:
      return `${step.by} ${describeMatch(step.match)}`;
  }
}

/** A lookup in words, for error messages. */
export function describeLookup(steps: readonly Step[]): string {
  return steps.map(describeStep).join(' › ');
}
