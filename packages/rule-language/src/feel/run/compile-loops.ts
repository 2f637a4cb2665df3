import type { Binding, Filter, For, Quantified } from '../ast.ts';
import { mentionsName } from '../syntax/walk.ts';
import { Decimal, toWhole, whole } from '../values/decimal.ts';
import { FeelDate, isDayInRange } from '../values/temporal.ts';
import { FeelRange, isList, kindOf, mergeUnknown, Unknown, type Value } from '../values/value.ts';
import { truthOf } from './compile-logic.ts';
import type { Compiler } from './compiler.ts';
import { type Code, Frame, type Scope } from './frame.ts';
import { Failure, kindFailure, type Outcome, type Run } from './run.ts';

type Loop = { readonly binding: Binding; readonly over: Code; readonly to: Code | null };

function compileBindings(compiler: Compiler, bindings: readonly Binding[], scope: Scope | null) {
  let inner = scope;
  const loops: Loop[] = [];
  for (const binding of bindings) {
    const over = compiler.code(binding.over, inner);
    loops.push({ binding, over, to: binding.to ? compiler.code(binding.to, inner) : null });
    inner = { parent: inner, name: binding.name, isItem: false };
  }
  return { loops, inner };
}

/** What a loop runs over: a list, a range of whole numbers or days, or (in DMN) a single value as a list of one. */
function* itemsOf(loop: Loop, frame: Frame): Generator<Value, Outcome | undefined> {
  const from = loop.over(frame);
  return loop.to ? yield* steps(from, loop.to(frame), true, true) : yield* iterate(from);
}

/** The items of one value that is looped over; the generator's result is a failure or unknown where it cannot be. */
export function* iterate(from: Value): Generator<Value, Outcome | undefined> {
  if (isList(from)) {
    yield* from;
    return undefined;
  }
  if (from instanceof FeelRange) {
    if (from.start === null || from.end === null)
      return new Failure('value-range', '区间没有尽头', 'the range has no end');
    return yield* steps(from.start, from.end, from.isStartIncluded, from.isEndIncluded);
  }
  if (from instanceof Unknown) return from;
  if (from === null) return new Failure('value-null', '空值不能循环', 'null is no list');
  yield from;
  return undefined;
}

function* steps(from: Value, to: Value, hasFirst: boolean, hasLast: boolean): Generator<Value, Outcome | undefined> {
  if (from instanceof Unknown || to instanceof Unknown) return mergeUnknown(from, to);
  if (from instanceof Decimal && to instanceof Decimal) {
    const [first, last] = [toWhole(from), toWhole(to)];
    if (first === undefined || last === undefined) {
      return new Failure('value-range', '循环的起止应为整数', 'a loop runs over whole numbers');
    }
    const step = first <= last ? 1 : -1;
    for (let at = first; ; at += step) {
      if ((hasFirst || at !== first) && (hasLast || at !== last)) yield whole(at);
      if (at === last) return undefined;
    }
  }
  if (from instanceof FeelDate && to instanceof FeelDate) {
    const step = from.days <= to.days ? 1 : -1;
    for (let day = from.days; isDayInRange(day); day += step) {
      if ((hasFirst || day !== from.days) && (hasLast || day !== to.days)) yield new FeelDate(day);
      if (day === to.days) return undefined;
    }
  }
  return kindFailure('for', kindOf(from), kindOf(to));
}

/** Runs the body for every combination, the last name fastest. Stops early when the body answers true. */
function runLoops(
  loops: readonly Loop[],
  at: number,
  frame: Frame,
  body: (frame: Frame) => boolean,
): Outcome | undefined {
  const loop = loops[at];
  if (!loop) {
    frame.root.run.spend(1);
    return body(frame) ? true : undefined;
  }
  const items = itemsOf(loop, frame);
  for (let next = items.next(); ; next = items.next()) {
    if (next.done) return next.value;
    frame.root.run.spend(1);
    const stop = runLoops(loops, at + 1, new Frame(frame.root, frame, next.value), body);
    if (stop !== undefined) return stop;
  }
}

export function compileFor(compiler: Compiler, expr: For, scope: Scope | null): Code {
  const outer: Scope = { parent: scope, name: 'partial', isItem: false };
  const { loops, inner } = compileBindings(compiler, expr.bindings, outer);
  const body = compiler.code(expr.body, inner);
  const usesPartial = mentionsName(expr, 'partial');
  return (frame) => {
    const run = frame.root.run;
    const results: Value[] = [];
    const partial = new Frame(frame.root, frame, []);
    const stop = runLoops(loops, 0, partial, (at) => {
      if (usesPartial) {
        // A copy: a result may hold it, and must not grow with what comes after.
        run.spend(results.length >> 3);
        partial.value = results.slice();
      }
      results.push(body(at));
      return false;
    });
    return stop === undefined ? results : run.settle(stop, expr.span);
  };
}

/** Three-valued: one certain witness decides; otherwise an unknown item makes the answer unknown. */
export function compileQuantified(compiler: Compiler, expr: Quantified, scope: Scope | null): Code {
  const { loops, inner } = compileBindings(compiler, expr.bindings, scope);
  const condition = compiler.code(expr.condition, inner);
  const decisive = expr.kind === 'some';
  return (frame) => {
    const run = frame.root.run;
    let unknown: Unknown | null = null;
    let isCertain = true;
    const stop = runLoops(loops, 0, frame, (at) => {
      const truth = truthOf(condition(at), run, expr.condition.span);
      if (truth instanceof Unknown) unknown = unknown ? mergeUnknown(unknown, truth) : truth;
      if (truth === null) isCertain = false;
      return truth === decisive;
    });
    if (stop === true) return decisive;
    if (stop !== undefined) return run.settle(stop, expr.span);
    return unknown ?? (isCertain ? !decisive : null);
  };
}

export function compileFilter(compiler: Compiler, expr: Filter, scope: Scope | null): Code {
  const list = compiler.code(expr.list, scope);
  const condition = compiler.code(expr.condition, { parent: scope, name: 'item', isItem: true });
  if (expr.condition.kind === 'number' || (expr.condition.kind === 'negate' && expr.condition.of.kind === 'number')) {
    return (frame) => {
      const items = asList(list(frame));
      return items instanceof Unknown ? items : pick(items, condition(frame), frame.root.run, expr);
    };
  }
  return (frame) => filtered(asList(list(frame)), condition, frame, expr);
}

/** A value that is no list is a list of itself, and null an empty one (table 54). */
function asList(value: Value): readonly Value[] | Unknown {
  if (isList(value) || value instanceof Unknown) return value;
  return value === null ? [] : [value];
}

function pick(items: readonly Value[], index: Value, run: Run, expr: Filter): Value {
  const at = index instanceof Decimal ? toWhole(index) : undefined;
  const item = at === undefined || at === 0 ? undefined : at > 0 ? items[at - 1] : items[items.length + at];
  if (item !== undefined) return item;
  return run.settle(new Failure('value-range', '列表没有这一项', 'the list has no such item'), expr.span);
}

/** A condition that comes to a number is an index; otherwise the items for which it is true. */
function filtered(items: readonly Value[] | Unknown, condition: Code, frame: Frame, expr: Filter): Value {
  if (items instanceof Unknown) return items;
  const run = frame.root.run;
  run.spend(items.length + 1);
  const kept: Value[] = [];
  let unknown: Unknown | null = null;
  if (items.length === 0) {
    // Only an index could still fail here; a condition must not be tried on an item that is not there.
    if (run.isHouse) return kept;
    const probe = condition(new Frame(frame.root, frame, null));
    return probe instanceof Decimal ? pick(items, probe, run, expr) : kept;
  }
  for (const [index, item] of items.entries()) {
    const answer = condition(new Frame(frame.root, frame, item));
    if (answer instanceof Decimal && index === 0) return pick(items, answer, run, expr);
    const truth = truthOf(answer, run, expr.condition.span);
    if (truth === true) kept.push(item);
    if (truth instanceof Unknown) unknown = unknown ? mergeUnknown(unknown, truth) : truth;
  }
  return unknown ?? kept;
}
