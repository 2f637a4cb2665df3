import { Failure, kindFailure, type Outcome, type Run } from '../run/run.ts';
import { Decimal, toWhole, whole } from '../values/decimal.ts';
import { equalValues, orderOf } from '../values/equality.ts';
import { FeelFunction, isList, mergeUnknown, Unknown, type Value } from '../values/value.ts';
import { type BuiltIn, builtIn, builtInSeeingUnknown } from './built-in.ts';
import { wholePart } from './texts.ts';

type Items = readonly Value[];
const listOf = (value: Value | undefined): Items => value as Items;
const noSuchItem = () => new Failure('value-range', '列表没有这一项', 'the list has no such item');

/** Index from 0 of a position from 1 (negative: from the end); undefined outside of the list. */
function indexOf(position: Value | undefined, length: number): number | undefined {
  const at = position instanceof Decimal ? toWhole(position) : undefined;
  if (at === undefined || at === 0 || Math.abs(at) > length) return undefined;
  return at > 0 ? at - 1 : length + at;
}

function includes(items: Items, element: Value): boolean | Unknown {
  let unknown: Unknown | null = null;
  for (const item of items) {
    const isEqual = equalValues(item, element);
    if (isEqual === true) return true;
    if (isEqual instanceof Unknown) unknown = unknown ? mergeUnknown(unknown, isEqual) : isEqual;
  }
  return unknown ?? false;
}

function distinct(items: Items, run: Run): Items {
  const kept: Value[] = [];
  for (const item of items) {
    run.spend(kept.length);
    if (!kept.some((other) => equalValues(other, item) === true)) kept.push(item);
  }
  return kept;
}

function flatten(items: Items, into: Value[]): Value[] {
  for (const item of items) {
    if (isList(item)) flatten(item, into);
    else into.push(item);
  }
  return into;
}

function insertBefore([list, position, item]: Value[]): Outcome {
  const items = [...listOf(list)];
  const at = indexOf(position, items.length);
  if (at === undefined) return noSuchItem();
  items.splice(at, 0, item ?? null);
  return items;
}

function sublist([list, start, length]: Value[]): Outcome {
  const items = listOf(list);
  const from = indexOf(start, items.length);
  if (from === undefined) return noSuchItem();
  if (length === null || length === undefined) return items.slice(from);
  const count = wholePart(length) ?? -1;
  return count < 1 || from + count > items.length ? noSuchItem() : items.slice(from, from + count);
}

function replaceItem([list, where, item]: Value[]): Outcome {
  const items = [...listOf(list)];
  if (where instanceof FeelFunction) {
    if (where.parameters.length !== 2)
      return new Failure('arguments', '函数应有两个参数', 'the function must take two arguments');
    const matches = items.map((old) => where.call([old, item ?? null]));
    if (!matches.every((match) => typeof match === 'boolean')) return kindFailure('list replace', 'match');
    return items.map((old, at) => (matches[at] === true ? (item ?? null) : old));
  }
  const at = indexOf(where, items.length);
  if (at === undefined) return noSuchItem();
  items[at] = item ?? null;
  return items;
}

/** Stable; two items keep their order when neither precedes the other. */
function sorted([list, precedes]: Value[], run: Run): Outcome {
  const items = [...listOf(list)];
  const isFunction = precedes instanceof FeelFunction;
  if (isFunction && precedes.parameters.length !== 2)
    return new Failure('arguments', '函数应有两个参数', 'the function must take two arguments');
  let isOrdered = true;
  items.sort((a, b) => {
    run.spend(1);
    if (isFunction) {
      if (precedes.call([a, b]) === true) return -1;
      return precedes.call([b, a]) === true ? 1 : 0;
    }
    const order = orderOf(a, b);
    if (order === undefined) isOrdered = false;
    return order ?? 0;
  });
  return isOrdered ? items : kindFailure('sort', 'values without order');
}

export const listFunctions: readonly BuiltIn[] = [
  builtInSeeingUnknown('list contains', [
    'list: list, element: any',
    ([list, element]) => includes(listOf(list), element ?? null),
  ]),
  builtInSeeingUnknown('count', ['list: list', ([list]) => whole(listOf(list).length)]),
  builtIn('sublist', ['list: list, start position: number, length?: number', sublist]),
  builtInSeeingUnknown('append', ['list: list, ...item: any', ([list, ...items]) => [...listOf(list), ...items]]),
  builtInSeeingUnknown('concatenate', [
    '...list: list',
    (lists, run) => {
      run.spend(lists.reduce<number>((total, list) => total + listOf(list).length, 0));
      return lists.flatMap((list) => [...listOf(list)]);
    },
  ]),
  builtInSeeingUnknown('insert before', ['list: list, position: number, newItem: any', insertBefore]),
  builtInSeeingUnknown('remove', [
    'list: list, position: number',
    ([list, position]) => {
      const at = indexOf(position, listOf(list).length);
      return at === undefined ? noSuchItem() : listOf(list).toSpliced(at, 1);
    },
  ]),
  builtIn(
    'list replace',
    ['list: list, position: number, newItem: any', replaceItem],
    ['list: list, match: function, newItem: any', replaceItem],
  ),
  builtInSeeingUnknown('reverse', ['list: list', ([list]) => listOf(list).toReversed()]),
  builtIn('index of', [
    'list: list, match: any',
    ([list, match]) =>
      listOf(list).flatMap((item, at) => (equalValues(item, match ?? null) === true ? [whole(at + 1)] : [])),
  ]),
  builtIn('union', [
    '...list: list',
    (lists, run) =>
      distinct(
        lists.flatMap((list) => [...listOf(list)]),
        run,
      ),
  ]),
  builtIn('distinct values', ['list: list', ([list], run) => distinct(listOf(list), run)]),
  builtInSeeingUnknown('flatten', ['list: list', ([list]) => flatten(listOf(list), [])]),
  builtIn('sort', ['list: list, precedes?: function', sorted]),
];
