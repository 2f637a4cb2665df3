import {
  coerce,
  compileExpression,
  compileUnaryTests,
  Failure,
  type FeelType,
  mergeUnknown,
  newRun,
  parseExpression,
  parseUnaryTests,
  type Run,
  Unknown,
  type Value,
} from '../../feel/index.ts';
import type { DecisionTable, TableOutput } from '../model.ts';
import { hit, type Match } from './hit-policy.ts';
import { typeNamed } from './item-types.ts';
import { type BoxedCode, compileLiteral, nowhere, type Place, report } from './literal.ts';

type TestCode = (value: Value, slots: readonly Value[], run: Run) => Value;
type Rule = { readonly tests: readonly TestCode[]; readonly outputs: readonly BoxedCode[] };
type Output = {
  readonly name: string;
  readonly type: FeelType;
  /** The allowed values in the order they are listed: the first is the highest priority. */
  readonly order: readonly Value[];
  readonly allowed: TestCode | null;
  readonly otherwise: BoxedCode | null;
};

/** A decision table with any hit policy (§8.2.8). */
export function compileTable(table: DecisionTable, place: Place): BoxedCode {
  const inputs = table.inputs.map((input) => ({
    code: compileLiteral(input.expression, place),
    type: typeNamed(input.typeRef, place.space.types),
    allowed: input.allowedValues === null ? null : compileTests(input.allowedValues, place),
  }));
  const outputs = table.outputs.map((output) => compileOutput(output, place));
  const rules: readonly Rule[] = table.rules.map((rule) => ({
    tests: rule.tests.map((text) => compileTests(text, place)),
    outputs: rule.outputs.map((text) => compileLiteral(text, place)),
  }));
  return (slots, run) => {
    const values: Value[] = [];
    for (const { code, type, allowed } of inputs) {
      const value = run.settle(coerce(code(slots, run), type), nowhere);
      values.push(allowedOr(value, allowed, slots, run, notAllowed));
    }
    const matched = matches(table, rules, values, slots, run);
    if (matched instanceof Unknown) return matched;
    const results = matched.map((rule) => resultOf(rule, outputs, slots, run));
    if (results.length === 0) return withoutMatch(table, outputs, slots, run);
    return run.settle(hit(table.hitPolicy, table.aggregation, results, outputs), nowhere);
  };
}

const notAllowed = new Failure('table', '输入不在允许值之内', 'an input is none of the allowed values');
const notListed = new Failure('table', '结果不在允许值之内', 'an output is none of the allowed values');

/** A value that is none of those listed is null, as one of another type is. */
function allowedOr(value: Value, allowed: TestCode | null, slots: readonly Value[], run: Run, failure: Failure): Value {
  if (!allowed || value === null || allowed(value, slots, run) !== false) return value;
  return run.settle(failure, nowhere);
}

/** The rules that match, in order; unknown where some rule may match and nothing before it has decided. */
function matches(
  table: DecisionTable,
  rules: readonly Rule[],
  values: readonly Value[],
  slots: readonly Value[],
  run: Run,
) {
  const matched: Rule[] = [];
  const maybe: Unknown[] = [];
  for (const rule of rules) {
    const answer = ruleMatches(rule, values, slots, run);
    if (answer instanceof Unknown) maybe.push(answer);
    else if (answer) matched.push(rule);
    if (table.hitPolicy === 'FIRST' && (maybe.length > 0 || matched.length > 0)) break;
  }
  return maybe.length > 0 ? mergeUnknown(...maybe) : matched;
}

function ruleMatches(rule: Rule, values: readonly Value[], slots: readonly Value[], run: Run): boolean | Unknown {
  let unknown: Unknown | null = null;
  run.spend(1);
  for (const [at, test] of rule.tests.entries()) {
    const answer = test(values[at] ?? null, slots, run);
    if (answer instanceof Unknown) unknown = unknown ? mergeUnknown(unknown, answer) : answer;
    else if (answer !== true) return false;
  }
  return unknown ?? true;
}

function resultOf(rule: Rule, outputs: readonly Output[], slots: readonly Value[], run: Run): Match {
  return outputs.map((output, at) => {
    const value = run.settle(coerce(rule.outputs[at]?.(slots, run) ?? null, output.type), nowhere);
    return allowedOr(value, output.allowed, slots, run, notListed);
  });
}

/** No rule matches: the default entries where there are any; a collection is empty, a count 0, anything else null. */
function withoutMatch(table: DecisionTable, outputs: readonly Output[], slots: readonly Value[], run: Run): Value {
  if (outputs.some((output) => output.otherwise)) {
    const values = outputs.map((output) => output.otherwise?.(slots, run) ?? null);
    if (outputs.length === 1) return values[0] ?? null;
    return new Map(outputs.map((output, at) => [output.name, values[at] ?? null]));
  }
  if (table.hitPolicy !== 'COLLECT') return null;
  if (table.aggregation === null) return [];
  return table.aggregation === 'COUNT' ? run.settle(hit('COLLECT', 'COUNT', [], outputs), nowhere) : null;
}

function compileTests(text: string, place: Place): TestCode {
  if (text.trim() === '' || text.trim() === '-') return () => true;
  const { space, mode, names } = place;
  const { tree, problems } = parseUnaryTests(text, { names: [...names, ...space.propertyNames], dialect: 'model' });
  const compiled = compileUnaryTests(text, tree, { mode, names, types: space.types });
  report(place, problems.length > 0 ? problems : compiled.problems);
  return problems.length > 0 ? () => null : compiled.test;
}

function compileOutput(output: TableOutput, place: Place): Output {
  const own =
    output.allowedValues ?? place.space.model.types.find((type) => type.name === output.typeRef)?.allowedValues;
  return {
    name: output.name ?? '',
    type: typeNamed(output.typeRef, place.space.types),
    order: own ? listedValues(own, place) : [],
    allowed: output.allowedValues === null ? null : compileTests(output.allowedValues, place),
    otherwise: output.defaultEntry === null ? null : compileLiteral(output.defaultEntry, place),
  };
}

/** `"high", "low"` as values in their order. */
function listedValues(text: string, place: Place): readonly Value[] {
  const { tree, problems } = parseExpression(`[${text}]`, { dialect: 'model' });
  if (problems.length > 0) return [];
  const list = compileExpression(text, tree, { mode: place.mode, names: [] }).evaluate([], newRun('dmn'));
  return Array.isArray(list) ? list : [];
}
