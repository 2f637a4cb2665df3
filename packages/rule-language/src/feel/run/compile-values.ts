import type { AtLiteral, ContextLiteral, FunctionLiteral, InstanceOf, ListLiteral, RangeLiteral } from '../ast.ts';
import { nearestName } from '../nearest.ts';
import { orderOf } from '../values/equality.ts';
import { findTemporal } from '../values/temporal-text.ts';
import { FeelFunction, FeelRange, kindOf, mergeUnknown, Unknown, type Value } from '../values/value.ts';
import type { Compiler } from './compiler.ts';
import { type Code, Frame, type Scope } from './frame.ts';
import { inferType } from './infer-type.ts';
import { Failure, kindFailure, type Outcome } from './run.ts';
import { anyType, builtInTypes, coerce, conforms, type FeelType, typeOf } from './types.ts';

export function compileAt(compiler: Compiler, expr: AtLiteral): Code {
  const value = findTemporal(expr.text);
  if (value !== undefined) return () => value;
  const failure = new Failure(
    'unreadable',
    `“${expr.text}”不是日期、时间或时长`,
    `"${expr.text}" is no date, time or duration`,
  );
  if (compiler.isHouse) compiler.report('feel-bad-literal', expr.span, failure);
  return (frame) => frame.root.run.settle(failure, expr.span);
}

export function compileList(compiler: Compiler, expr: ListLiteral, scope: Scope | null): Code {
  const items = expr.items.map((item) => compiler.code(item, scope));
  return (frame) => items.map((item) => item(frame));
}

/** Each entry sees those before it; a function also sees itself, so that it can call itself. */
export function compileContext(compiler: Compiler, expr: ContextLiteral, scope: Scope | null): Code {
  let inner = scope;
  const entries = expr.entries.map(({ key, value }) => {
    const own: Scope = { parent: inner, name: key, isItem: false };
    const seesItself = value.kind === 'function';
    const code = compiler.code(value, seesItself ? own : inner);
    inner = own;
    return { key, code, seesItself };
  });
  return (frame) => {
    const context = new Map<string, Value>();
    let at = frame;
    for (const { key, code, seesItself } of entries) {
      const own = new Frame(frame.root, at, null);
      own.value = code(seesItself ? own : at);
      context.set(key, own.value);
      at = own;
    }
    return context;
  };
}

export function compileRange(compiler: Compiler, expr: RangeLiteral, scope: Scope | null): Code {
  const start = expr.start ? compiler.code(expr.start, scope) : null;
  const end = expr.end ? compiler.code(expr.end, scope) : null;
  return (frame) => {
    const from = start ? start(frame) : null;
    const to = end ? end(frame) : null;
    const hasNullEnd = (start !== null && from === null) || (end !== null && to === null);
    return frame.root.run.settle(rangeOf(from, to, expr, hasNullEnd, compiler.isHouse), expr.span);
  };
}

/** In DMN a range from more to less is no range at all (§10.3.2.7). In house mode, as in SQL, nothing lies in it. */
function rangeOf(from: Value, to: Value, expr: RangeLiteral, hasNullEnd: boolean, isHouse: boolean): Outcome {
  if (from instanceof Unknown || to instanceof Unknown) return mergeUnknown(from, to);
  if (hasNullEnd && from === null && to === null)
    return new Failure('value-null', '区间没有端点', 'the range has no end at all');
  if (from !== null && to !== null && expr.operator === null) {
    const order = orderOf(from, to);
    if (order === undefined) return kindFailure('range', kindOf(from), kindOf(to));
    if (order > 0 && !isHouse) {
      return new Failure('value-range', '区间的起点大于终点', 'the range starts after its end');
    }
  }
  return new FeelRange(from, to, expr.isStartIncluded, expr.isEndIncluded, expr.operator);
}

function resolveType(compiler: Compiler, node: InstanceOf['type']): FeelType | null {
  const named = compiler.options.types ?? new Map<string, FeelType>();
  let isKnown = true;
  const type = typeOf(node, named, (missing) => {
    isKnown = false;
    compiler.report('feel-unknown-type', missing.span, {
      zh: `没有名为“${missing.name}”的类型`,
      en: `no type is named "${missing.name}"`,
      nearest: nearestName(missing.name, [...named.keys(), ...builtInTypes.keys()]),
    });
  });
  return isKnown ? type : null;
}

export function compileInstanceOf(compiler: Compiler, expr: InstanceOf, scope: Scope | null): Code {
  const value = compiler.code(expr.value, scope);
  const type = resolveType(compiler, expr.type);
  const failure = new Failure('type-mismatch', '类型不明', 'unknown type');
  return (frame) => {
    const at = value(frame);
    if (at instanceof Unknown) return at;
    return type ? conforms(at, type, true) : frame.root.run.settle(failure, expr.span);
  };
}

/** A function as a value: it keeps the names around it and checks what its parameters are declared to be. */
export function compileFunction(compiler: Compiler, expr: FunctionLiteral, scope: Scope | null): Code {
  if (expr.isExternal) {
    compiler.report('feel-external-function', expr.span, {
      zh: '不执行外部（Java）函数',
      en: 'external (Java) functions are not run',
    });
    const failure = new Failure('external-function', '外部函数不执行', 'external functions are not run');
    return (frame) => frame.root.run.settle(failure, expr.span);
  }
  let inner = scope;
  for (const parameter of expr.parameters) inner = { parent: inner, name: parameter.name, isItem: false };
  const body = compiler.code(expr.body, inner);
  const names = expr.parameters.map((parameter) => parameter.name);
  const types = expr.parameters.map((parameter) => (parameter.type ? resolveType(compiler, parameter.type) : null));
  const known = new Map(names.map((name, index) => [name, types[index] ?? anyType]));
  const shape = { parameters: types.map((type) => type ?? anyType), result: inferType(expr.body, known) };
  return (frame) => {
    const run = frame.root.run;
    const call = (args: readonly Value[]) => {
      let at = frame;
      for (const [index, type] of types.entries()) {
        const given = args[index] ?? null;
        const taken = type ? coerce(given, type) : given;
        if (taken instanceof Failure) return run.settle(taken, expr.span);
        at = new Frame(frame.root, at, taken);
      }
      return run.enter(() => body(at));
    };
    return new FeelFunction(names, call, shape);
  };
}
