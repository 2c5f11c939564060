import ts from 'typescript';

/** Attributes that are read or heard. */
const LABELS =
  /^(?:aria-(?:label|description|placeholder|roledescription|valuetext)|title|placeholder|label|alt|caption|hint|told)$/;

/** Elements that hold what a machine says, and nothing to translate. */
const CODE = /^(?:code|kbd|samp|pre)$/;

const isWord = (text: string): boolean => /\p{L}{2}/u.test(text);

/** Texts of JSX that go past `t`, a line each with its place. Names that are the same in every language are allowed. */
export function findLiterals(file: string, source: string, allowed: ReadonlySet<string>): string[] {
  const found: string[] = [];
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const tell = (node: ts.Node, text: string) => {
    const told = text.trim().replace(/\s+/g, ' ');
    if (!isWord(told) || allowed.has(told)) return;
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${file}:${line + 1}: “${told}”`);
  };
  /** What an expression may come to, where that is written here. */
  const values = (node: ts.Expression): void => {
    if (ts.isStringLiteralLike(node)) tell(node, node.text);
    else if (ts.isTemplateExpression(node))
      for (const { text } of [node.head, ...node.templateSpans.map(({ literal }) => literal)])
        tell(node, text);
    else if (ts.isParenthesizedExpression(node)) values(node.expression);
    else if (ts.isConditionalExpression(node)) for (const one of [node.whenTrue, node.whenFalse]) values(one);
    else if (ts.isBinaryExpression(node) && /^(?:&&|\|\||\?\?|\+)$/.test(node.operatorToken.getText()))
      for (const one of [node.left, node.right]) values(one);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxElement(node) && CODE.test(node.openingElement.tagName.getText())) return;
    if (ts.isJsxText(node)) tell(node, node.text);
    if (ts.isJsxAttribute(node)) {
      const { initializer } = node;
      if (initializer && LABELS.test(node.name.getText())) {
        if (ts.isStringLiteral(initializer)) tell(initializer, initializer.text);
        else if (ts.isJsxExpression(initializer) && initializer.expression) values(initializer.expression);
      }
    } else if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent))
      values(node.expression);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}
