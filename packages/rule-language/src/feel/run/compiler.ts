import type { Expr, Span, Test } from '../ast.ts';
import { nearestName } from '../nearest.ts';
import { type Problem, type ProblemCode, type ProblemWords, problemAt } from '../problem.ts';
import type { Code, Scope } from './frame.ts';
import type { Mode } from './run.ts';
import type { TypeChecker } from './types.ts';

export type CompileOptions = {
  readonly mode: Mode;
  /** Names given from outside, in the order of the values at each evaluation. */
  readonly names: readonly string[];
  /** Types named in the text besides FEEL's own, by the name the text uses. */
  readonly types?: ReadonlyMap<string, TypeChecker>;
};

/** What the compiling files share: options, problems found, and the way back to `compileNode`. */
export class Compiler {
  readonly text: string;
  readonly options: CompileOptions;
  readonly isHouse: boolean;
  readonly problems: Problem[] = [];
  readonly node: (compiler: Compiler, expr: Expr, scope: Scope | null) => Code;
  readonly test: (compiler: Compiler, test: Test, scope: Scope | null) => Code;
  readonly slots: ReadonlyMap<string, number>;

  constructor(
    text: string,
    options: CompileOptions,
    node: (compiler: Compiler, expr: Expr, scope: Scope | null) => Code,
    test: (compiler: Compiler, test: Test, scope: Scope | null) => Code,
  ) {
    this.text = text;
    this.options = options;
    this.isHouse = options.mode === 'house';
    this.node = node;
    this.test = test;
    this.slots = new Map(options.names.map((name, index) => [name, index]));
  }

  code(expr: Expr, scope: Scope | null): Code {
    return this.node(this, expr, scope);
  }

  report(code: ProblemCode, span: Span, words: ProblemWords): void {
    if (this.problems.length < 50) this.problems.push(problemAt(this.text, code, span, words));
  }

  reportUnknownName(name: string, span: Span, known: Iterable<string>): void {
    this.report('feel-unknown-name', span, {
      zh: `没有名为“${name}”的事实、参数、规则或函数`,
      en: `nothing is named "${name}"`,
      nearest: name.startsWith('not ') ? `not(${name.slice(4)})` : nearestName(name, known),
    });
  }
}
