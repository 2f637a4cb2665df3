import {
  callValue,
  coerce,
  compileItemCondition,
  Failure,
  FeelFunction,
  isList,
  iterate,
  mergeUnknown,
  type Outcome,
  parseExpression,
  type Run,
  truthOf,
  Unknown,
  type Value,
} from '../../feel/index.ts';
import type { Boxed, BoxedContext, BoxedFilter, BoxedFunction, BoxedInvocation, BoxedIterator } from '../model.ts';
import { resultNamed, typeNamed } from './item-types.ts';
import { type BoxedCode, checked, compileLiteral, nothing, nowhere, type Place, report } from './literal.ts';
import { compileTable } from './table.ts';

export function compileBoxed(boxed: Boxed | null, place: Place): BoxedCode {
  if (!boxed) return nothing;
  const code = compileKind(boxed, place);
  const typeRef = boxed.typeRef ?? null;
  return typeRef === null || boxed.kind === 'function' ? code : checked(code, typeNamed(typeRef, place.space.types));
}

function compileKind(boxed: Boxed, place: Place): BoxedCode {
  switch (boxed.kind) {
    case 'literal':
      return compileLiteral(boxed.text, place);
    case 'context':
      return compileContext(boxed, place);
    case 'invocation':
      return compileInvocation(boxed, place);
    case 'list': {
      const items = boxed.items.map((item) => compileBoxed(item, place));
      return (slots, run) => items.map((item) => item(slots, run));
    }
    case 'relation': {
      const rows = boxed.rows.map((row) => row.map((cell) => compileBoxed(cell, place)));
      const names = boxed.columns.map((column) => column.name);
      return (slots, run) =>
        rows.map((row) => new Map(names.map((name, at) => [name, row[at]?.(slots, run) ?? null] as const)));
    }
    case 'function':
      return compileFunction(boxed, place);
    case 'conditional': {
      const [condition, whenTrue, whenFalse] = [boxed.condition, boxed.whenTrue, boxed.whenFalse].map((part) =>
        compileBoxed(part, place),
      );
      return (slots, run) => {
        const given = condition?.(slots, run) ?? null;
        const truth = truthOf(given, run, nowhere);
        if (truth instanceof Unknown) return truth;
        // Unlike FEEL's own `if`, the boxed one has no value for a condition that is no truth value.
        if (truth === null && given !== null) return null;
        return (truth === true ? whenTrue : whenFalse)?.(slots, run) ?? null;
      };
    }
    case 'for':
    case 'some':
    case 'every':
      return compileIterator(boxed, place);
    case 'filter':
      return compileFilter(boxed, place);
    case 'table':
      return compileTable(boxed, place);
  }
}

function compileContext(boxed: BoxedContext, place: Place): BoxedCode {
  const names = [...place.names];
  const entries = boxed.entries.map(({ variable, value }) => {
    const code = checked(
      compileBoxed(value, { ...place, names: [...names] }),
      typeNamed(variable?.typeRef ?? null, place.space.types),
    );
    if (variable) names.push(variable.name);
    return { name: variable?.name ?? null, code };
  });
  return (slots, run) => {
    const known = [...slots];
    const context = new Map<string, Value>();
    for (const { name, code } of entries) {
      const value = code(known, run);
      if (name === null) return value;
      known.push(value);
      context.set(name, value);
    }
    return context;
  };
}

function compileInvocation(boxed: BoxedInvocation, place: Place): BoxedCode {
  const callee = compileBoxed(boxed.callee, place);
  const bindings = boxed.bindings.map(({ parameter, value }) => ({ parameter, code: compileBoxed(value, place) }));
  const names = bindings.map((binding) => binding.parameter);
  return (slots, run) => {
    const target = callee(slots, run);
    const values = bindings.map(({ code }) => code(slots, run));
    return run.settle(callValue(target, names, values), nowhere);
  };
}

/** Functions written in Java or PMML are never run: they come to null with a remark, in house mode to an error. */
export function compileFunction(boxed: BoxedFunction, place: Place): BoxedCode {
  if (boxed.language !== 'FEEL') {
    const failure = new Failure(
      'external-function',
      `外部函数（${boxed.language}）不执行`,
      `external ${boxed.language} function`,
    );
    return (_, run) => run.settle(failure, nowhere);
  }
  const parameters = boxed.parameters.map((parameter) => parameter.name);
  const types = boxed.parameters.map((parameter) => typeNamed(parameter.typeRef, place.space.types));
  const result = resultNamed(boxed.typeRef ?? null, place.space.types);
  const body = checked(compileBoxed(boxed.body, { ...place, names: [...place.names, ...parameters] }), result);
  return (slots, run) => {
    // The context around goes on filling its entries in: the function sees those that stood before it.
    const seen = slots.slice(0, place.names.length);
    const call = (args: readonly Value[]) => {
      const taken: Value[] = [];
      for (const [at, type] of types.entries()) {
        const given: Outcome = coerce(args[at] ?? null, type);
        if (given instanceof Failure) return run.settle(given, nowhere);
        taken.push(given);
      }
      return run.enter(() => body([...seen, ...taken], run));
    };
    return new FeelFunction(parameters, call, { parameters: types, result: boxed.typeRef ? result : null });
  };
}

function compileIterator(boxed: BoxedIterator, place: Place): BoxedCode {
  const over = checked(compileBoxed(boxed.over, place), typeNamed(boxed.overType, place.space.types));
  const isFor = boxed.kind === 'for';
  const names = isFor ? [...place.names, 'partial', boxed.variable] : [...place.names, boxed.variable];
  const body = compileBoxed(boxed.body, { ...place, names });
  return (slots, run) => {
    const results: Value[] = [];
    const items = iterate(over(slots, run));
    let next = items.next();
    for (; !next.done; next = items.next()) {
      run.spend(1);
      results.push(body(isFor ? [...slots, results, next.value] : [...slots, next.value], run));
    }
    if (next.value !== undefined) return run.settle(next.value, nowhere);
    return isFor ? results : verdict(results, boxed.kind === 'some', run);
  };
}

function verdict(results: readonly Value[], decisive: boolean, run: Run): Value {
  const truths = results.map((result) => truthOf(result, run, nowhere));
  if (results.some((result, at) => result !== null && truths[at] === null)) return null;
  if (truths.includes(decisive)) return decisive;
  const unknown = truths.filter((truth) => truth instanceof Unknown);
  if (unknown.length > 0) return mergeUnknown(...unknown);
  return truths.includes(null) ? null : !decisive;
}

function compileFilter(boxed: BoxedFilter, place: Place): BoxedCode {
  const over = compileBoxed(boxed.over, place);
  const match = boxed.match;
  const test = match?.kind === 'literal' ? compileMatch(match.text, place) : null;
  const code = test ? null : compileBoxed(match, { ...place, names: [...place.names, 'item'] });
  return (slots, run) => {
    const list = over(slots, run);
    if (list instanceof Unknown) return list;
    const items = isList(list) ? list : list === null ? [] : [list];
    const answers = items.map((item) => {
      run.spend(1);
      return test ? test(item, slots, run) : (code?.([...slots, item], run) ?? null);
    });
    const truths = answers.map((answer) => truthOf(answer, run, nowhere));
    if (answers.some((answer, at) => answer !== null && truths[at] === null)) return null;
    const unknown = truths.filter((truth) => truth instanceof Unknown);
    return unknown.length > 0 ? mergeUnknown(...unknown) : items.filter((_, at) => truths[at] === true);
  };
}

function compileMatch(text: string, place: Place) {
  const { space, mode, names } = place;
  const { tree, problems } = parseExpression(text, {
    names: [...names, ...space.propertyNames, 'item'],
    dialect: 'model',
  });
  const compiled = compileItemCondition(text, tree, { mode, names, types: space.types });
  report(place, problems.length > 0 ? problems : compiled.problems);
  return problems.length > 0 ? () => null : compiled.evaluate;
}
