import path from 'node:path';
import ts from 'typescript';
import { keyOf } from '../../src/model/words/key-of.ts';

/** A text of the interface: its key in messages.json, and its English. */
export interface Text {
  key: string;
  english: string;
}

export interface Found {
  texts: Text[];
  /** What stands in the way of finding or translating a text, with its place. */
  faults: string[];
}

const WORDS = 'src/model/words/words.ts';

/** Its functions that take a text. */
const takers = ['t', 'tn', 'tParts'];

/** The texts that a source file gives to `t`, `tn` and `tParts`. */
export function findTexts(file: string, source: string): Found {
  const found: Found = { texts: [], faults: [] };
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const imported = importedTakers(file, tree);
  if (imported.size === 0) return found;

  const fault = (node: ts.Node, what: string) => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
    found.faults.push(`${file}:${line + 1}: ${what}`);
  };
  const add = (node: ts.Node | undefined, category?: Intl.LDMLPluralRule, of = node) => {
    if (!node || !of || !ts.isStringLiteralLike(node) || !ts.isStringLiteralLike(of))
      return fault(node ?? tree, 'a text to translate has to stand here as a literal');
    const wrong = faultIn(node.text);
    if (wrong) fault(node, wrong);
    found.texts.push({ key: keyOf(of.text, category), english: node.text });
  };

  const visit = (node: ts.Node, isLater: boolean): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && imported.has(node.expression.text)) {
      const [first, second] = node.arguments;
      if (!isLater) fault(node, 'this is asked for before the language is known: put it into a function');
      if (node.expression.text !== 'tn') add(first);
      else if (second && ts.isObjectLiteralExpression(second)) {
        add(memberOf(second, 'one'), 'one', memberOf(second, 'other'));
        add(memberOf(second, 'other'), 'other');
      } else fault(node, 'the forms have to stand here as { one: …, other: … }');
    }
    ts.forEachChild(node, (child) => visit(child, isLater || ts.isFunctionLike(node)));
  };
  visit(tree, false);
  return found;
}

/** Which takers a file imports; another `t` is none of ours. */
function importedTakers(file: string, tree: ts.SourceFile): Set<string> {
  const names = tree.statements
    .filter(ts.isImportDeclaration)
    .filter(
      ({ moduleSpecifier }) =>
        ts.isStringLiteral(moduleSpecifier) &&
        path.posix.join(path.posix.dirname(file), moduleSpecifier.text) === WORDS,
    )
    .map(({ importClause }) => importClause?.namedBindings)
    .flatMap((bindings) => (bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : []))
    .map(({ name }) => name.text);
  return new Set(names.filter((name) => takers.includes(name)));
}

function memberOf(object: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  const member = object.properties.find((property) => property.name?.getText() === name);
  return member && ts.isPropertyAssignment(member) ? member.initializer : undefined;
}

function faultIn(text: string): string | undefined {
  if (text.includes('$')) return 'browsers take $ in a message for their own: give it as a value';
  if (/[{}]/.test(text.replace(/\{\w+\}/g, ''))) return 'braces are for placeholders: give others as a value';
  return text.trim() === '' || text !== text.trim() ? 'a text begins and ends with no space' : undefined;
}
