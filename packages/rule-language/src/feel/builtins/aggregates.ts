import { calculate } from '../run/arithmetic.ts';
import { Failure, kindFailure, type Outcome, type Run } from '../run/run.ts';
import { Decimal, DecimalOverflow, one, whole, zero } from '../values/decimal.ts';
import { add, compareDecimals, divide, multiply, subtract } from '../values/decimal-arithmetic.ts';
import { squareRoot } from '../values/decimal-functions.ts';
import { round34 } from '../values/decimal-rounding.ts';
import { orderOf } from '../values/equality.ts';
import { DaysDuration, MonthsDuration } from '../values/temporal.ts';
import { isList, kindOf, mergeUnknown, Unknown, type Value } from '../values/value.ts';
import { type BuiltIn, builtIn, builtInSeeingUnknown } from './built-in.ts';

type Items = readonly Value[];
type Aggregate = (items: Items, run: Run) => Outcome;

/** `f(list)` and `f(a, b, …)` are the same. */
function overItems(name: string, aggregate: Aggregate): BuiltIn {
  return builtIn(
    name,
    ['list: list', ([list], run) => settled(() => aggregate(list as Items, run))],
    ['...list: any', (items, run) => settled(() => aggregate(items, run))],
  );
}

function settled(work: () => Outcome): Outcome {
  try {
    return work();
  } catch (error) {
    if (error instanceof DecimalOverflow) return new Failure('value-range', '数字超出范围', 'number out of range');
    throw error;
  }
}

const isEmpty = () => new Failure('value-range', '列表为空', 'the list is empty');

function numbersOf(name: string, items: Items): readonly Decimal[] | Failure {
  const numbers = items.filter((item) => item instanceof Decimal);
  const other = items.find((item) => !(item instanceof Decimal));
  return other === undefined ? numbers : kindFailure(name, kindOf(other));
}

function extreme(sign: 1 | -1): Aggregate {
  return (items) => {
    const first = items[0];
    if (first === undefined) return isEmpty();
    let best: Value = first;
    for (const item of items) {
      const order = orderOf(item, best);
      if (order === undefined) return kindFailure(sign > 0 ? 'max' : 'min', kindOf(item), kindOf(best));
      if (order * sign > 0) best = item;
    }
    return best;
  };
}

/** Of numbers, or of durations. In house mode the sum of nothing is 0 (no member, no income); DMN says null. */
const sum: Aggregate = (items, run) => {
  const first = items[0];
  if (first === undefined) return run.isHouse ? zero : isEmpty();
  const isSummable = first instanceof Decimal || first instanceof DaysDuration || first instanceof MonthsDuration;
  if (!isSummable) return kindFailure('sum', kindOf(first));
  let total: Value = first;
  for (const item of items.slice(1)) {
    const next: Outcome =
      kindOf(item) === kindOf(first) ? calculate('+', total, item, run.isHouse) : kindFailure('sum', kindOf(item));
    if (next instanceof Failure) return next;
    total = next;
  }
  return total;
};

function mean(numbers: readonly Decimal[]): Decimal {
  return divide(numbers.reduce(add, zero), whole(numbers.length)) ?? zero;
}

function withNumbers(name: string, work: (numbers: readonly Decimal[], run: Run) => Decimal | undefined): Aggregate {
  return (items, run) => {
    const numbers = numbersOf(name, items);
    if (numbers instanceof Failure) return numbers;
    const answer = numbers.length === 0 ? undefined : work(numbers, run);
    if (answer === undefined) return isEmpty();
    return run.isHouse ? answer : round34(answer);
  };
}

function median(numbers: readonly Decimal[]): Decimal {
  const inOrder = numbers.toSorted(compareDecimals);
  const middle = Math.floor(inOrder.length / 2);
  const upper = inOrder[middle] ?? zero;
  return inOrder.length % 2 === 1 ? upper : mean([inOrder[middle - 1] ?? zero, upper]);
}

/** Of a sample: divided by n - 1. */
function deviation(numbers: readonly Decimal[]): Decimal | undefined {
  if (numbers.length < 2) return undefined;
  const average = mean(numbers);
  const squares = numbers.map((number) => subtract(number, average)).map((distance) => multiply(distance, distance));
  return squareRoot(divide(squares.reduce(add, zero), whole(numbers.length - 1)) ?? zero);
}

/** The values that occur most often, in rising order. */
const mode: Aggregate = (items) => {
  const numbers = numbersOf('mode', items);
  if (numbers instanceof Failure) return numbers;
  const counts: { value: Decimal; count: number }[] = [];
  for (const value of numbers.toSorted(compareDecimals)) {
    const last = counts.at(-1);
    if (last && compareDecimals(last.value, value) === 0) last.count++;
    else counts.push({ value, count: 1 });
  }
  const most = Math.max(0, ...counts.map(({ count }) => count));
  return counts.filter(({ count }) => count === most).map(({ value }) => value);
};

/** Three-valued: one decisive item settles it, whatever the others are. */
function allOrAny(name: 'all' | 'any'): BuiltIn {
  const decisive = name === 'any';
  const decide: Aggregate = (items) => {
    if (items.includes(decisive)) return decisive;
    const unknown = items.filter((item) => item instanceof Unknown);
    if (unknown.length > 0) return mergeUnknown(...unknown);
    const other = items.find((item) => typeof item !== 'boolean');
    return other === undefined ? !decisive : kindFailure(name, kindOf(other));
  };
  return builtInSeeingUnknown(
    name,
    ['list: list', ([list], run) => decide(list as Items, run)],
    [
      '...list: any',
      (items, run) => (items.length === 1 && isList(items[0] ?? null) ? kindFailure(name, 'list') : decide(items, run)),
    ],
  );
}

export const aggregateFunctions: readonly BuiltIn[] = [
  overItems('min', extreme(-1)),
  overItems('max', extreme(1)),
  overItems('sum', sum),
  overItems('mean', withNumbers('mean', mean)),
  overItems('median', withNumbers('median', median)),
  overItems('stddev', withNumbers('stddev', deviation)),
  overItems(
    'product',
    withNumbers('product', (numbers) => numbers.reduce(multiply, one)),
  ),
  overItems('mode', mode),
  allOrAny('all'),
  allOrAny('any'),
];
