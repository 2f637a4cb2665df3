import { add, compare, type Exact, findExact, isExact, multiply, subtract, whole } from '../exact/rational.ts';
import { type Ir, type Program, partsOf } from './ir.ts';

type Choose = Extract<Ir, { op: 'choose' }>;
type Point = Exact | boolean | string | number;
type Axis = { readonly key: string; readonly label: string; readonly points: readonly Point[] };

/** What the rows of a table cover: combinations nothing hits, pairs of rows that overlap, rows never hit. Null when it cannot be told. */
export type Cover = {
  readonly gaps: readonly string[];
  readonly overlaps: readonly {
    readonly rows: readonly [number, number];
    readonly at: string;
    readonly differ: boolean;
  }[];
  readonly unreachable: readonly number[];
};

const mostCombinations = 100_000;
const half = findExact('0.5') as Exact;

/** What a node reads, as one word: two nodes with one word always have one value. */
export function keyOf(ir: Ir): string {
  const own = { ...ir, type: null, at: null, left: null, right: null, of: null, items: null, args: null, keys: null };
  return JSON.stringify([own, partsOf(ir).map(keyOf)], (_, part) => (typeof part === 'bigint' ? `${part}n` : part));
}

/** The value of a literal or of a parameter with one value. */
function findPoint(ir: Ir, program: Program): Point | undefined {
  if (ir.op === 'const') return ir.value;
  if (ir.op !== 'parameter' || ir.keys.length > 0) return undefined;
  return program.parameters[ir.slot]?.values.get('')?.value;
}

function labelOf(ir: Ir, program: Program): string {
  if (ir.op === 'fact') return program.facts[ir.slot]?.name ?? '';
  return ir.op === 'rule' ? (program.rules[ir.slot]?.name ?? '') : '…';
}

/** Covers a table by trying every threshold, every gap between thresholds, every code and both truths. */
export function coverOf(choose: Choose, program: Program): Cover | null {
  const found = new Map<string, { ir: Ir; points: Point[] }>();
  for (const one of choose.cases) if (!collect(one.when, program, found)) return null;
  const axes = [...found].map(
    ([key, { ir, points }]): Axis => ({ key, label: labelOf(ir, program), points: pointsFor(ir, points, program) }),
  );
  const combinations = axes.reduce((product, axis) => product * axis.points.length, 1);
  if (combinations > mostCombinations) return null;
  return walk(choose, program, axes, combinations);
}

/** Gathers the thresholds of each axis; false where a condition compares two things that both vary. */
function collect(ir: Ir, program: Program, found: Map<string, { ir: Ir; points: Point[] }>): boolean {
  const axis = (of: Ir, point: Point | null): boolean => {
    const key = keyOf(of);
    const known = found.get(key) ?? { ir: of, points: [] };
    if (point !== null) known.points.push(point);
    found.set(key, known);
    return true;
  };
  if (ir.op === 'const') return true;
  if (ir.op === 'and' || ir.op === 'or') return ir.items.every((item) => collect(item, program, found));
  if (ir.op === 'not') return collect(ir.of, program, found);
  if (ir.op === 'compare') {
    const [left, right] = [findPoint(ir.left, program), findPoint(ir.right, program)];
    if (right !== undefined && left === undefined) return axis(ir.left, right);
    return left !== undefined && right === undefined ? axis(ir.right, left) : false;
  }
  return (ir.op === 'fact' || ir.op === 'rule') && ir.type.kind === 'boolean' ? axis(ir, null) : false;
}

function pointsFor(ir: Ir, thresholds: readonly Point[], program: Program): Point[] {
  if (ir.type.kind === 'boolean') return [true, false];
  if (ir.type.kind === 'text') {
    const codes = ir.type.codes;
    return codes ? [...codes] : [...new Set([...thresholds, '\u0000其他'])];
  }
  if (thresholds.some((point) => typeof point === 'number')) {
    const days = (thresholds as number[]).flatMap((day) => [day - 1, day, day + 1]);
    return [...new Set(days)];
  }
  const numbers = (thresholds.filter(isExact) as Exact[]).sort(compare);
  const declared = ir.op === 'fact' ? program.facts[ir.slot]?.declared : undefined;
  const isCount = ir.type.kind === 'number' && ir.type.measure === 'count';
  const step = isCount ? whole(1) : half;
  const between = numbers.flatMap((number, index) => {
    const next = numbers[index + 1];
    const after = next && !isCount ? multiply(add(number, next), half) : add(number, step);
    return [number, after];
  });
  const first = numbers[0];
  const all = first ? [subtract(first, step), ...between] : between;
  return all.filter(
    (point) =>
      !((declared?.low && compare(point, declared.low) < 0) || (declared?.high && compare(point, declared.high) > 0)),
  );
}

function holds(ir: Ir, program: Program, at: ReadonlyMap<string, Point>): boolean {
  switch (ir.op) {
    case 'const':
      return ir.value === true;
    case 'and':
      return ir.items.every((item) => holds(item, program, at));
    case 'or':
      return ir.items.some((item) => holds(item, program, at));
    case 'not':
      return !holds(ir.of, program, at);
    case 'compare': {
      const left = findPoint(ir.left, program) ?? at.get(keyOf(ir.left));
      const right = findPoint(ir.right, program) ?? at.get(keyOf(ir.right));
      const side =
        isExact(left) && isExact(right)
          ? compare(left, right)
          : left === right
            ? 0
            : (left ?? '') < (right ?? '')
              ? -1
              : 1;
      return { '=': side === 0, '!=': side !== 0, '<': side < 0, '<=': side <= 0, '>': side > 0, '>=': side >= 0 }[
        ir.sign
      ];
    }
    default:
      return at.get(keyOf(ir)) === true;
  }
}

function walk(choose: Choose, program: Program, axes: readonly Axis[], combinations: number): Cover {
  const gaps: string[] = [];
  const overlaps: Cover['overlaps'][number][] = [];
  const isHit = new Array<boolean>(choose.cases.length).fill(false);
  const isSingle = !choose.policy.startsWith('C') && choose.policy !== 'R' && choose.policy !== 'O';
  const isFirst = choose.policy === 'F' || choose.policy === 'P';
  for (let number = 0; number < combinations; number++) {
    const at = new Map<string, Point>();
    let rest = number;
    for (const axis of axes) {
      at.set(axis.key, axis.points[rest % axis.points.length] as Point);
      rest = Math.floor(rest / axis.points.length);
    }
    const hits = choose.cases.flatMap((one, row) => (holds(one.when, program, at) ? [row] : []));
    const [first, second] = hits;
    for (const row of isFirst ? hits.slice(0, 1) : hits) isHit[row] = true;
    const said = () => axes.map((axis) => `${axis.label} = ${String(at.get(axis.key))}`).join('，');
    if (first === undefined && isSingle && !choose.otherwise && gaps.length < 5) gaps.push(said());
    if (first !== undefined && second !== undefined && (choose.policy === 'U' || choose.policy === 'A')) {
      const known = overlaps.some((one) => one.rows[0] === first && one.rows[1] === second);
      const [a, b] = [choose.cases[first], choose.cases[second]];
      if (!known && a && b)
        overlaps.push({ rows: [first, second], at: said(), differ: keyOf(a.value) !== keyOf(b.value) });
    }
  }
  return { gaps, overlaps, unreachable: isHit.flatMap((hit, row) => (hit ? [] : [row])) };
}
