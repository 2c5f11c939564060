import { parentPointer } from '../body/json-pointer.ts';
import { type JsonMap, type Place, positionFinder, type Span } from '../body/json-text.ts';
import type { TextEdit } from '../body/text-edit.ts';
import { compareProblems, type Finding, type Problem, severityOf } from './problem.ts';

/** A hostile body could break a rule in each of a million places: the worst hundreds tell enough. */
export const MAX_PROBLEMS = 200;

/** Gives findings their place in the text that they are about, sorted by severity, then by place. */
export function placeProblems(
  findings: readonly Finding[],
  side: Problem['in'],
  text: string,
  mapText: (pointers: Iterable<string>) => Pick<JsonMap, 'places'>,
  edit: (finding: Finding, place: Place) => readonly TextEdit[] | undefined = () => undefined,
): Problem[] {
  if (findings.length === 0) return [];
  const kept = findings.length > MAX_PROBLEMS ? worst(findings) : findings;
  const pointers = new Set<string>();
  for (const { path } of kept) pointers.add(path).add(parentPointer(path));
  const { places } = mapText(pointers);
  const spanned = kept.map((finding) => {
    const place = places.get(finding.path);
    const span =
      (finding.atKey ? place?.key : place?.value) ??
      openingBrace(places.get(parentPointer(finding.path))?.value);
    return { finding, span, fix: place && edit(finding, place) };
  });
  const positionOf = positionFinder(text);
  return spanned
    .sort((a, b) => a.span.from - b.span.from)
    .map(({ finding, span, fix }) => {
      const problem = locate(finding, side, text, span, positionOf);
      return fix ? { ...problem, fix } : problem;
    })
    .sort(compareProblems);
}

/** A problem at a stretch of the text that is already known. */
export function locate(
  finding: Finding,
  side: Problem['in'],
  text: string,
  span: Span,
  positionOf = positionFinder(text),
): Problem {
  return {
    severity: severityOf(finding),
    code: finding.code,
    in: side,
    path: finding.path,
    ...positionOf(span.from),
    ...span,
    details: finding.details ?? {},
    ...(finding.suggestion !== undefined && { suggestion: finding.suggestion }),
  };
}

const openingBrace = (parent: Span | undefined): Span => {
  const from = parent?.from ?? 0;
  return { from, to: parent ? from + 1 : 0 };
};

function worst(findings: readonly Finding[]): Finding[] {
  const errors = findings.filter((finding) => severityOf(finding) === 'error');
  const others = findings.filter((finding) => severityOf(finding) !== 'error');
  return [...errors, ...others].slice(0, MAX_PROBLEMS);
}
