import ts from 'typescript';

/** Attributes of elements that a person reads or hears. */
const SPOKEN = new Set(
  [
    'label',
    'title',
    'placeholder',
    'description',
    'alt',
    'aria-label',
    'error',
    'nothingFoundMessage',
    'confirmLabel',
  ].concat(['aria-description', 'aria-roledescription', 'question']),
);
/** Two letters on end make a word; marks, numbers and single signs are nobody's language. */
const A_WORD = /\p{L}{2}/u;

function parsed(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => {
    walk(child, visit);
  });
}

function literalIn(expression: ts.Node | undefined): string[] {
  if (expression === undefined) return [];
  if (ts.isStringLiteral(expression) || ts.isNoSubstitutionTemplateLiteral(expression)) return [expression.text];
  if (ts.isTemplateExpression(expression))
    return [expression.head.text, ...expression.templateSpans.map(({ literal }) => literal.text)];
  if (ts.isJsxExpression(expression)) return literalIn(expression.expression);
  if (ts.isConditionalExpression(expression))
    return [...literalIn(expression.whenTrue), ...literalIn(expression.whenFalse)];
  if (ts.isBinaryExpression(expression)) return literalIn(expression.right);
  return [];
}

/** Texts that stand in a page itself, so that no other language can have them: 'file:line text'. */
export function untranslated(path: string, text: string): string[] {
  const source = parsed(path, text);
  const found: string[] = [];
  const note = (node: ts.Node, words: readonly string[]): void => {
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    for (const word of words) if (A_WORD.test(word)) found.push(`${path}:${line} ${word.trim()}`);
  };
  walk(source, (node) => {
    if (ts.isJsxText(node)) note(node, [node.text]);
    if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText())) note(node, literalIn(node.initializer));
    if (ts.isJsxExpression(node) && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent)))
      note(node, literalIn(node.expression));
  });
  return found;
}

/** Keys asked for in a file: whole ones, and the beginnings of those put together ('reports.state.'). */
export function wordsAskedFor(path: string, text: string): { whole: string[]; beginnings: string[] } {
  const whole: string[] = [];
  const beginnings: string[] = [];
  walk(parsed(path, text), (node) => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) whole.push(node.text);
    if (ts.isTemplateExpression(node)) beginnings.push(node.head.text);
  });
  return { whole, beginnings };
}
