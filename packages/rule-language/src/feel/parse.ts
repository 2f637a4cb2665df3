import type { Expr, TypeNode, UnaryTests } from './ast.ts';
import type { Problem } from './problem.ts';
import { NameScope } from './syntax/names.ts';
import { readAdditive, readOr } from './syntax/read-operators.ts';
import { readTests, readUnaryTests } from './syntax/read-tests.ts';
import { readType } from './syntax/read-type.ts';
import { type Grammar, Reader } from './syntax/reader.ts';
import type { Dialect } from './syntax/token.ts';
import { nodesOf, operandOf } from './syntax/walk.ts';

/** The names FEEL itself brings that hold a word of the grammar; all others are read without being known. */
const namesWithKeywords = ['date and time', 'years and months duration'];
/** Deeper trees (a sum of thousands of terms) would overflow the call stack of whatever walks them. */
const deepestTree = 1500;
const longestText = 200_000;

export type ParseOptions = {
  /** Names known here, and property names, as declared. Only names with operator characters or keywords need to be known. */
  readonly names?: Iterable<string>;
  readonly dialect?: Dialect;
};
export type Parsed<T> = { readonly tree: T; readonly problems: readonly Problem[] };

const grammar: Grammar = {
  expression: (reader) => readOr(reader),
  additive: (reader) => readAdditive(reader),
};

/** Reads a FEEL expression. Never throws: unreadable parts are `broken` nodes and every problem has its place. */
export function parseExpression(text: string, options: ParseOptions = {}): Parsed<Expr> {
  const reader = readerOf(text, options);
  const tree = reader.grammar.expression(reader);
  readRest(reader);
  return { tree: isTooDeep(reader, tree) ? { kind: 'broken', span: tree.span } : tree, problems: reader.problems };
}

/** Reads an input cell of a decision table or an allowed value: `-`, `> 5, [1..3]`, `not("a")`, `? * 2 > x`. */
export function parseUnaryTests(text: string, options: ParseOptions = {}): Parsed<UnaryTests> {
  const reader = readerOf(text, options);
  const tree = readUnaryTests(reader);
  readRest(reader);
  const isDeep = tree.kind === 'tests' && tree.tests.some((test) => isTooDeep(reader, operandOf(test)));
  return { tree: isDeep ? { kind: 'any', span: tree.span } : tree, problems: reader.problems };
}

/** Reads a type as DMN writes it in `typeRef` and `instance of`. */
export function parseType(text: string, options: ParseOptions = {}): Parsed<TypeNode> {
  const reader = readerOf(text, options);
  const tree = readType(reader);
  if (reader.token.kind !== 'end') reader.unexpected(['结尾 end']);
  return { tree, problems: reader.problems };
}

function readerOf(text: string, options: ParseOptions): Reader {
  const builtIn = new NameScope(namesWithKeywords);
  const scope = options.names ? new NameScope(options.names, builtIn) : builtIn;
  const isTooLong = text.length > longestText;
  const reader = new Reader(isTooLong ? text.slice(0, longestText) : text, scope, options.dialect ?? 'house', grammar);
  if (isTooLong) {
    reader.report(
      'feel-too-deep',
      { start: longestText, end: longestText },
      { zh: '文本过长', en: 'text is too long' },
    );
  }
  return reader;
}

/** What stands after the end of the expression is an error; it is still read, so that its own errors show. */
function readRest(reader: Reader): void {
  for (let tries = 0; reader.token.kind !== 'end' && tries < 50; tries++) {
    if (!isThousands(reader)) reader.unexpected(['运算符 operator', '结尾 end']);
    const before = reader.at;
    readTests(reader);
    if (reader.at === before) reader.advance();
  }
}

/** `1,060`: said as what it is, not as a comma out of place. */
function isThousands(reader: Reader): boolean {
  const start = reader.token.start;
  const before = /\d+$/.exec(reader.text.slice(0, start))?.[0] ?? '';
  const after = /^,(\d{3})(?!\d)/.exec(reader.text.slice(start))?.[1];
  if (before === '' || after === undefined) return false;
  const [zh, en] = ['数里不写逗号', 'no comma inside a number'];
  reader.report('feel-unexpected', reader.token, { zh, en, expected: [before + after], nearest: before + after });
  return true;
}

function isTooDeep(reader: Reader, tree: Expr): boolean {
  for (const { expr, depth } of nodesOf(tree)) {
    if (depth <= deepestTree) continue;
    reader.report('feel-too-deep', expr.span, { zh: '表达式过长，请拆成几条', en: 'expression too long, split it' });
    return true;
  }
  return false;
}
