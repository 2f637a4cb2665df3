import type { Arithmetic, Compare, Expr, UnaryTests } from '../ast.ts';
import type { Problem } from '../problem.ts';
import { Decimal } from '../values/decimal.ts';
import { compareDecimals } from '../values/decimal-arithmetic.ts';
import type { FeelDateTime } from '../values/temporal.ts';
import { isContext, isList, type Value } from '../values/value.ts';
import { calculate, calculateNumbers, literal34, negated } from './arithmetic.ts';
import { compareValues } from './compare.ts';
import { compileCall } from './compile-call.ts';
import { anyHolds, compileAndOr, compileBetween, compileIf, compileIn, compileTest } from './compile-logic.ts';
import { compileFilter, compileFor, compileQuantified } from './compile-loops.ts';
import { compileName, compilePath } from './compile-names.ts';
import {
  compileAt,
  compileContext,
  compileFunction,
  compileInstanceOf,
  compileList,
  compileRange,
} from './compile-values.ts';
import { type CompileOptions, Compiler } from './compiler.ts';
import { type Code, Frame, type Scope } from './frame.ts';
import { Failure, Run } from './run.ts';
import { weigh } from './weigh.ts';

/** A text made ready to run: closures over closures, nothing is ever generated as program text. */
export type Compiled = {
  readonly problems: readonly Problem[];
  /** `slots` in the order of the names given when compiling. House mode throws `FeelFault` on an error. */
  readonly evaluate: (slots: readonly Value[], run: Run) => Value;
};
export type CompiledTests = {
  readonly problems: readonly Problem[];
  /** Whether the value passes: true, false, unknown, or null where DMN has no answer. */
  readonly test: (value: Value, slots: readonly Value[], run: Run) => Value;
};

export function compileExpression(text: string, tree: Expr, options: CompileOptions): Compiled {
  const compiler = new Compiler(text, options, compileNode, compileTest);
  const code = compiler.code(tree, null);
  return {
    problems: compiler.problems,
    evaluate: (slots, run) => code(new Frame({ run, slots }, null, null)),
  };
}

/** A condition on items of a list, as inside a filter: `item` and the item's own entries are known by name. */
export function compileItemCondition(text: string, tree: Expr, options: CompileOptions) {
  const compiler = new Compiler(text, options, compileNode, compileTest);
  const code = compiler.code(tree, { parent: null, name: 'item', isItem: true });
  return {
    problems: compiler.problems as readonly Problem[],
    evaluate: (item: Value, slots: readonly Value[], run: Run): Value => code(new Frame({ run, slots }, null, item)),
  };
}

export function compileUnaryTests(text: string, tree: UnaryTests, options: CompileOptions): CompiledTests {
  if (tree.kind === 'any') return { problems: [], test: () => true };
  const compiler = new Compiler(text, options, compileNode, compileTest);
  const scope: Scope = { parent: null, name: '?', isItem: false };
  const tests = tree.tests.map((test) => compileTest(compiler, test, scope));
  return {
    problems: compiler.problems,
    test: (value, slots, run) => {
      const answer = anyHolds(tests, new Frame({ run, slots }, null, value));
      return tree.isNegated && typeof answer === 'boolean' ? !answer : answer;
    },
  };
}

/** One evaluation with a clock (or none) in the mode the text was compiled for. */
export function newRun(mode: CompileOptions['mode'], now: FeelDateTime | null = null, steps?: number): Run {
  return new Run(mode, now, steps);
}

function compileNode(compiler: Compiler, expr: Expr, scope: Scope | null): Code {
  switch (expr.kind) {
    case 'number': {
      // DMN's numbers hold 34 digits, a literal's too; one past their range is an error as a sum past it would be.
      const value = compiler.isHouse ? expr.value : literal34(expr.value);
      return value instanceof Failure ? (frame) => frame.root.run.settle(value, expr.span) : () => value;
    }
    case 'string':
    case 'boolean': {
      const value = expr.value;
      return () => value;
    }
    case 'null':
      return () => null;
    case 'at':
      return compileAt(compiler, expr);
    case 'name':
      return compileName(compiler, expr, scope);
    case 'path':
      return compilePath(compiler, expr, scope);
    case 'filter':
      return compileFilter(compiler, expr, scope);
    case 'call':
      return compileCall(compiler, expr, scope);
    case 'negate': {
      const of = compiler.code(expr.of, scope);
      return (frame) => frame.root.run.settle(negated(of(frame)), expr.span);
    }
    case 'arithmetic':
      return compileArithmetic(compiler, expr, scope);
    case 'compare':
      return compileCompare(compiler, expr, scope);
    case 'and':
    case 'or':
      return compileAndOr(compiler, expr, scope);
    case 'between':
      return compileBetween(compiler, expr, scope);
    case 'in':
      return compileIn(compiler, expr, scope);
    case 'instance-of':
      return compileInstanceOf(compiler, expr, scope);
    case 'if':
      return compileIf(compiler, expr, scope);
    case 'for':
      return compileFor(compiler, expr, scope);
    case 'some':
    case 'every':
      return compileQuantified(compiler, expr, scope);
    case 'function':
      return compileFunction(compiler, expr, scope);
    case 'list':
      return compileList(compiler, expr, scope);
    case 'context':
      return compileContext(compiler, expr, scope);
    case 'range':
      return compileRange(compiler, expr, scope);
    case 'broken': {
      const failure = new Failure('unreadable', '表达式有语法错误', 'the expression has a syntax error');
      return (frame) => frame.root.run.settle(failure, expr.span);
    }
  }
}

function compileArithmetic(compiler: Compiler, expr: Arithmetic, scope: Scope | null): Code {
  const left = compiler.code(expr.left, scope);
  const right = compiler.code(expr.right, scope);
  const { operator, span } = expr;
  const isExact = compiler.isHouse;
  return (frame) => {
    const a = left(frame);
    const b = right(frame);
    const outcome =
      a instanceof Decimal && b instanceof Decimal
        ? calculateNumbers(operator, a, b, isExact)
        : calculate(operator, a, b, isExact);
    return outcome instanceof Failure ? frame.root.run.settle(outcome, span) : outcome;
  };
}

function compileCompare(compiler: Compiler, expr: Compare, scope: Scope | null): Code {
  const left = compiler.code(expr.left, scope);
  const right = compiler.code(expr.right, scope);
  const { operator, span } = expr;
  const isUnder = operator === '<';
  return (frame) => {
    const a = left(frame);
    const b = right(frame);
    if (isUnder && a instanceof Decimal && b instanceof Decimal) return compareDecimals(a, b) < 0;
    if (isList(a) || isContext(a)) weigh(a, frame.root.run);
    const outcome = compareValues(operator, a, b);
    return outcome instanceof Failure ? frame.root.run.settle(outcome, span) : outcome;
  };
}
