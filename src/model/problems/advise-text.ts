import { characterCount, type FieldDoc, type Shape } from '../../schemas/field.ts';
import { isPrivateAddress, looksLikePersonalData, UUID, unlikely } from '../routes/shapes.ts';
import type { Finding } from './problem.ts';

/** What is found about a text, wherever it stands. */
export type Advice = Omit<Finding, 'path'>;

/** One rule that advises. */
type Rule = (value: string) => Advice | undefined;

const NONE: readonly Advice[] = [];
const EMPTY: readonly Advice[] = [{ code: 'field.empty' }];

/** What the documentation of a field advises about its text, as one function. */
export function compileAdvice(doc: FieldDoc): (value: string) => readonly Advice[] {
  const rules = rulesOf(doc);
  return (value) => {
    if (value === '') return EMPTY;
    if (rules.length === 0) return NONE;
    let found = NONE;
    for (const rule of rules) {
      const advice = rule(value);
      if (advice) found = [...found, advice];
    }
    return found;
  };
}

function rulesOf({ characters, shape, maxLength, clientId, smsTemplate }: FieldDoc): Rule[] {
  const rules: Rule[] = [];
  if (characters?.severity === 'warning') {
    const allowed = new RegExp(`^${characters.pattern}*$`, 'u');
    const details = { allowed: characters.words };
    rules.push((value) =>
      allowed.test(value) ? undefined : { code: 'field.characters', severity: 'warning', details },
    );
  }
  if (shape) rules.push(shape === 'url' ? rememberingLast(shapeRule(shape)) : shapeRule(shape));
  if (clientId)
    rules.push((value) => {
      if (UUID.test(value)) return undefined;
      const kind = looksLikePersonalData(value);
      return kind ? { code: 'id.personal-data', details: { kind } } : { code: 'id.guid' };
    });
  if (smsTemplate)
    rules.push((value) => {
      const runs = countRuns(value);
      return runs === 1 ? undefined : { code: 'sms.placeholder', details: { runs } };
    });
  if (maxLength?.severity === 'warning')
    rules.push((value) =>
      value.length > maxLength.limit && characterCount(value) > maxLength.limit
        ? { code: 'sms.length', details: { limit: maxLength.limit } }
        : undefined,
    );
  return rules;
}

const shapeRule =
  (shape: Shape): Rule =>
  (value) => {
    if (unlikely[shape](value)) return { code: 'field.shape', details: { shape } };
    const reachable = (shape !== 'ip' && shape !== 'url') || !isPrivateAddress(value);
    return reachable ? undefined : { code: 'field.private-address' };
  };

/** A page sends the same URL again and again, and to read one is dear. */
function rememberingLast(rule: Rule): Rule {
  let last: string | undefined;
  let advice: Advice | undefined;
  return (value) => {
    if (value === last) return advice;
    advice = rule(value);
    last = value;
    return advice;
  };
}

/** Runs of four to six #. */
function countRuns(text: string): number {
  let runs = 0;
  for (let from = text.indexOf('#'); from >= 0; ) {
    let to = from + 1;
    while (text[to] === '#') to++;
    if (to - from >= 4 && to - from <= 6) runs++;
    from = text.indexOf('#', to);
  }
  return runs;
}
