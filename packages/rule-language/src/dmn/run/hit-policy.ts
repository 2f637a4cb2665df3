import { builtIns, equalValues, Failure, newRun, type Outcome, type Value, whole } from '../../feel/index.ts';
import type { Aggregation, HitPolicy } from '../model.ts';

/** The output values of one rule that matched. */
export type Match = readonly Value[];
type Output = { readonly name: string; readonly order: readonly Value[] };

/** What the table answers with at least one match (COLLECT COUNT also with none). */
export function hit(
  policy: HitPolicy,
  aggregation: Aggregation | null,
  matches: readonly Match[],
  outputs: readonly Output[],
): Outcome {
  const outcomeOf = (match: Match | undefined): Value => {
    if (outputs.length === 1) return match?.[0] ?? null;
    return new Map(outputs.map((output, at) => [output.name, match?.[at] ?? null]));
  };
  switch (policy) {
    case 'UNIQUE':
      return matches.length === 1
        ? outcomeOf(matches[0])
        : new Failure('table', '不止一行规则命中', 'more than one rule matches');
    case 'ANY': {
      const isSame = matches.every((match) => equalValues([...match], [...(matches[0] ?? [])]) === true);
      return isSame ? outcomeOf(matches[0]) : new Failure('table', '命中的规则结果不一', 'the matching rules differ');
    }
    case 'FIRST':
      return outcomeOf(matches[0]);
    case 'PRIORITY':
      return outcomeOf(byPriority(matches, outputs)[0]);
    case 'OUTPUT ORDER':
      return byPriority(matches, outputs).map(outcomeOf);
    case 'RULE ORDER':
      return matches.map(outcomeOf);
    case 'COLLECT':
      if (!aggregation) return matches.map(outcomeOf);
      return aggregate(aggregation, matches, outputs);
  }
}

/** By the place of each output value among those allowed, the first output counting most. */
function byPriority(matches: readonly Match[], outputs: readonly Output[]): readonly Match[] {
  const ranks = new Map(
    matches.map((match) => [match, outputs.map((output, at) => rankOf(match[at] ?? null, output.order))]),
  );
  return matches.toSorted((a, b) => {
    const [x, y] = [ranks.get(a) ?? [], ranks.get(b) ?? []];
    const at = x.findIndex((rank, index) => rank !== y[index]);
    return at === -1 ? 0 : (x[at] ?? 0) - (y[at] ?? 0);
  });
}

function rankOf(value: Value, order: readonly Value[]): number {
  const rank = order.findIndex((allowed) => equalValues(allowed, value) === true);
  return rank === -1 ? order.length : rank;
}

function aggregate(aggregation: Aggregation, matches: readonly Match[], outputs: readonly Output[]): Outcome {
  const results: Outcome[] = outputs.map((_, at) =>
    aggregateOne(
      aggregation,
      matches.map((match) => match[at] ?? null),
    ),
  );
  const failure = results.find((result) => result instanceof Failure);
  if (failure) return failure;
  if (outputs.length === 1) return results[0] ?? null;
  return new Map(outputs.map((output, at) => [output.name, (results[at] as Value) ?? null]));
}

function aggregateOne(aggregation: Aggregation, values: readonly Value[]): Outcome {
  if (aggregation === 'COUNT') return whole(values.length);
  const name = aggregation.toLowerCase();
  const run = newRun('dmn');
  const builtIn = builtIns.get(name);
  return builtIn ? builtIn.callPlanned(builtIn.planFor(null, 1), [values], run) : null;
}
