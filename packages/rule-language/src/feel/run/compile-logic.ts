import type { And, Between, If, In, Or, Test } from '../ast.ts';
import { mentionsName } from '../syntax/walk.ts';
import { equalValues } from '../values/equality.ts';
import { FeelRange, isList, kindOf, mergeUnknown, Unknown, type Value } from '../values/value.ts';
import { both, compareValues, isIn, isWithin } from './compare.ts';
import type { Compiler } from './compiler.ts';
import { type Code, Frame, type Scope } from './frame.ts';
import { Failure, FeelFault, kindFailure, type Run } from './run.ts';

/** A truth value for and, or, if and filters: in house mode anything but true, false and unknown is an error; in DMN it is null. */
export function truthOf(value: Value, run: Run, span: If['span']): boolean | null | Unknown {
  if (typeof value === 'boolean') return value;
  if (value instanceof Unknown) return value;
  if (!run.isHouse) return null;
  run.settle(kindFailure('condition', kindOf(value)), span);
  return null;
}

/**
 * Three-valued: what is certain decides (`false and …`, `true or …`) on whichever side it stands, also beside an error; otherwise
 * an unknown part makes the whole unknown.
 */
export function compileAndOr(compiler: Compiler, expr: And | Or, scope: Scope | null): Code {
  const left = compiler.code(expr.left, scope);
  const right = compiler.code(expr.right, scope);
  const decisive = expr.kind === 'or';
  return (frame) => {
    const run = frame.root.run;
    let a: ReturnType<typeof truthOf>;
    try {
      a = truthOf(left(frame), run, expr.left.span);
    } catch (error) {
      if (error instanceof FeelFault && truthOf(right(frame), run, expr.right.span) === decisive) return decisive;
      throw error;
    }
    if (a === decisive) return decisive;
    const b = truthOf(right(frame), run, expr.right.span);
    if (b === decisive) return decisive;
    if (a instanceof Unknown || b instanceof Unknown) return mergeUnknown(a, b);
    return a === null || b === null ? null : !decisive;
  };
}

/** An `if` on an unknown condition is unknown, unless both branches come to the same. An error in one of them decides nothing. */
export function compileIf(compiler: Compiler, expr: If, scope: Scope | null): Code {
  const condition = compiler.code(expr.condition, scope);
  const then = compiler.code(expr.then, scope);
  const otherwise = compiler.code(expr.else, scope);
  return (frame) => {
    const truth = truthOf(condition(frame), frame.root.run, expr.condition.span);
    if (truth === true) return then(frame);
    if (!(truth instanceof Unknown)) return otherwise(frame);
    try {
      const a = then(frame);
      const b = otherwise(frame);
      return equalValues(a, b) === true ? a : mergeUnknown(truth, a, b);
    } catch (error) {
      if (error instanceof FeelFault) return truth;
      throw error;
    }
  };
}

export function compileBetween(compiler: Compiler, expr: Between, scope: Scope | null): Code {
  const value = compiler.code(expr.value, scope);
  const low = compiler.code(expr.low, scope);
  const high = compiler.code(expr.high, scope);
  return (frame) => {
    const at = value(frame);
    const above = compareValues('>=', at, low(frame));
    const below = compareValues('<=', at, high(frame));
    // An end that cannot be compared spoils the whole, even where the other end already says no.
    const answer = above instanceof Failure ? above : below instanceof Failure ? below : both(above, below);
    return frame.root.run.settle(answer, expr.span);
  };
}

export function compileIn(compiler: Compiler, expr: In, scope: Scope | null): Code {
  const value = compiler.code(expr.value, scope);
  const inner: Scope = { parent: scope, name: '?', isItem: false };
  const tests = expr.tests.map((test) => compiler.test(compiler, test, inner));
  return (frame) => anyHolds(tests, new Frame(frame.root, frame, value(frame)));
}

/** Three-valued or over tests whose frame binds `?`. */
export function anyHolds(tests: readonly Code[], frame: Parameters<Code>[0]): Value {
  let unknown: Unknown | null = null;
  let isCertain = true;
  for (const test of tests) {
    const answer = test(frame);
    if (answer === true) return true;
    if (answer instanceof Unknown) unknown = unknown ? mergeUnknown(unknown, answer) : answer;
    else if (answer !== false) isCertain = false;
  }
  return unknown ?? (isCertain ? false : null);
}

/** Forms that come to true, false or null and to nothing else. */
const truthKinds = new Set(['compare', 'and', 'or', 'between', 'in', 'some', 'every', 'instance-of']);

/** A test of the value bound to `?`. */
export function compileTest(compiler: Compiler, test: Test, scope: Scope | null): Code {
  if (test.kind === 'compare-to') {
    const operand = compiler.code(test.operand, scope);
    return (frame) => frame.root.run.settle(compareValues(test.operator, frame.value, operand(frame)), test.span);
  }
  const expression = test.expression;
  const code = compiler.code(expression, scope);
  const isAboutInput = mentionsName(expression, '?');
  const isCondition = expression.kind !== 'boolean' && expression.kind !== 'name';
  const isAlwaysTruth = truthKinds.has(expression.kind);
  return (frame) => {
    const answer = code(frame);
    if (isAboutInput && typeof answer === 'boolean') return answer;
    if (answer instanceof Unknown) return answer;
    const value = frame.value;
    if (value instanceof Unknown) return value;
    // A condition that does not speak of the input, in the column of an input that is no truth value.
    if (answer === true && isCondition && value !== null && typeof value !== 'boolean' && !isList(value)) return true;
    if (answer instanceof FeelRange && !(value instanceof FeelRange)) {
      return frame.root.run.settle(isWithin(value, answer), test.span);
    }
    // Not a value to compare the input with, but a truth nobody knows: a null input must not match it.
    if (answer === null && (isAboutInput || isAlwaysTruth)) return null;
    const outcome = isIn(value, answer);
    return outcome instanceof Failure ? frame.root.run.settle(outcome, test.span) : outcome;
  };
}
