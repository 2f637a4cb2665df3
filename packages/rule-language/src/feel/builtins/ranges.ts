import { Failure, type Outcome } from '../run/run.ts';
import { orderOf } from '../values/equality.ts';
import { FeelRange, type Value } from '../values/value.ts';
import { type BuiltIn, builtIn } from './built-in.ts';

/** A point counts as the closed range of itself, so that each relation is said once for both (§10.3.4.9). */
type Ends = { start: Value; end: Value; hasStart: boolean; hasEnd: boolean };
type Relation = (a: Ends, b: Ends) => boolean;

class NoOrder extends Error {}

/** Order of two ends. Ends that are open, or of different kinds, have none. */
function order(a: Value, b: Value): number {
  const known = a === null || b === null ? undefined : orderOf(a, b);
  if (known === undefined) throw new NoOrder();
  return known;
}

const before: Relation = (a, b) => {
  const at = order(a.end, b.start);
  return at < 0 || (at === 0 && !(a.hasEnd && b.hasStart));
};
const meets: Relation = (a, b) => a.hasEnd && b.hasStart && order(a.end, b.start) === 0;
const overlaps: Relation = (a, b) => !before(a, b) && !before(b, a);
/** a starts no later than b, counting an end that is left out as later. */
const startsNoLater: Relation = (a, b) => {
  const at = order(a.start, b.start);
  return at < 0 || (at === 0 && (a.hasStart || !b.hasStart));
};
const endsNoLater: Relation = (a, b) => {
  const at = order(a.end, b.end);
  return at < 0 || (at === 0 && (!a.hasEnd || b.hasEnd));
};
const includes: Relation = (a, b) => startsNoLater(a, b) && endsNoLater(b, a);
const sameStart: Relation = (a, b) => order(a.start, b.start) === 0 && a.hasStart === b.hasStart;
const sameEnd: Relation = (a, b) => order(a.end, b.end) === 0 && a.hasEnd === b.hasEnd;
const overlapsBefore: Relation = (a, b) =>
  startsNoLater(a, b) && !sameStart(a, b) && overlaps(a, b) && endsNoLater(a, b);
const finishes: Relation = (a, b) => sameEnd(a, b) && startsNoLater(b, a);
const starts: Relation = (a, b) => sameStart(a, b) && endsNoLater(a, b);
const flipped =
  (relation: Relation): Relation =>
  (a, b) =>
    relation(b, a);

function endsOf(value: Value): Ends {
  if (value instanceof FeelRange) {
    return { start: value.start, end: value.end, hasStart: value.isStartIncluded, hasEnd: value.isEndIncluded };
  }
  return { start: value, end: value, hasStart: true, hasEnd: true };
}

/** In a call with names an argument is a `point` or a `range`, numbered where there are two of a kind. */
function relation(name: string, holds: Relation, takes: readonly ('pp' | 'pr' | 'rp' | 'rr')[]): BuiltIn {
  const forms = takes.map((kinds): readonly [string, (args: Value[]) => Outcome] => {
    const isSame = kinds[0] === kinds[1];
    const words = [...kinds].map((kind, at) => `${kind === 'p' ? 'point' : 'range'}${isSame ? at + 1 : ''}`);
    const types = [...kinds].map((kind) => (kind === 'p' ? points : 'range'));
    return [`${words[0]}: ${types[0]}, ${words[1]}: ${types[1]}`, ([a, b]) => decide(holds, a ?? null, b ?? null)];
  });
  return builtIn(name, ...forms);
}

const points = 'number|string|date|time|datetime|days|months';

function decide(holds: Relation, a: Value, b: Value): Outcome {
  try {
    return holds(endsOf(a), endsOf(b));
  } catch (error) {
    if (error instanceof NoOrder) return new Failure('value-kind', '两端无法比较', 'the ends have no order');
    throw error;
  }
}

const all = ['pp', 'pr', 'rp', 'rr'] as const;
export const rangeFunctions: readonly BuiltIn[] = [
  relation('before', before, all),
  relation('after', flipped(before), all),
  relation('meets', meets, ['rr']),
  relation('met by', flipped(meets), ['rr']),
  relation('overlaps', overlaps, ['rr']),
  relation('overlaps before', overlapsBefore, ['rr']),
  relation('overlaps after', flipped(overlapsBefore), ['rr']),
  relation('finishes', finishes, ['pr', 'rr']),
  relation('finished by', flipped(finishes), ['rp', 'rr']),
  relation('includes', includes, ['rp', 'rr']),
  relation('during', flipped(includes), ['pr', 'rr']),
  relation('starts', starts, ['pr', 'rr']),
  relation('started by', flipped(starts), ['rp', 'rr']),
  relation('coincides', (a, b) => sameStart(a, b) && sameEnd(a, b), ['pp', 'rr']),
];
