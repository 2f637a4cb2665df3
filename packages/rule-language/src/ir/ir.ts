import type { Exact } from '../exact/rational.ts';
import type { Rounding } from '../exact/rounding.ts';
import type { Expr } from '../feel/ast.ts';
import type { Article, Fact, HitPolicy, Parameter, ParameterValue, RuleText } from '../text/model.ts';
import type { At } from '../text/problem.ts';
import type { Type } from './type.ts';

/**
 * The typed intermediate form all four outputs are made from. Names are slots, literals are exact, units are checked, and
 * rounding, bounds, exceptions and tables are nodes like any other: an emitter knows these nodes and nothing of the text.
 * Dates are day numbers, durations whole months or seconds.
 */
export type Ir = { readonly type: Type; readonly at: At } & IrNode;

type IrNode =
  | { readonly op: 'const'; readonly value: Exact | boolean | string | number }
  | { readonly op: 'fact'; readonly slot: number }
  | { readonly op: 'member'; readonly entity: number; readonly field: number }
  | { readonly op: 'parameter'; readonly slot: number; readonly keys: readonly Ir[] }
  | { readonly op: 'rule'; readonly slot: number }
  | { readonly op: 'arithmetic'; readonly sign: '+' | '-' | '*' | '/'; readonly left: Ir; readonly right: Ir }
  | { readonly op: 'power'; readonly of: Ir; readonly exponent: number }
  | { readonly op: 'compare'; readonly sign: CompareSign; readonly left: Ir; readonly right: Ir }
  | { readonly op: 'and' | 'or'; readonly items: readonly Ir[] }
  | { readonly op: 'not'; readonly of: Ir }
  | { readonly op: 'if'; readonly when: Ir; readonly then: Ir; readonly else: Ir }
  | { readonly op: 'call'; readonly fn: IrFunction; readonly args: readonly Ir[] }
  | { readonly op: 'round'; readonly rounding: Rounding; readonly of: Ir }
  | {
      readonly op: 'aggregate';
      readonly fn: AggregateFunction;
      readonly entity: number;
      readonly where: Ir | null;
      readonly body: Ir | null;
    }
  | {
      readonly op: 'choose';
      /** Rows of a table, or exceptions standing over a rule or a table. */
      readonly of: 'rows' | 'exceptions';
      readonly policy: HitPolicy;
      readonly cases: readonly IrCase[];
      readonly otherwise: Ir | null;
    }
  | { readonly op: 'list'; readonly items: readonly Ir[] }
  /** All members, and a record of values: they only ever feed a `feel` node or an answer shown to people. */
  | { readonly op: 'members'; readonly entity: number }
  | { readonly op: 'record'; readonly names: readonly string[]; readonly items: readonly Ir[] }
  /** What only the deciding engine can run: the FEEL tree with the slots its free names read. `reason` names the construct. */
  | {
      readonly op: 'feel';
      readonly tree: Expr;
      readonly source: string;
      /** Where the words of `source` begin in the rule text. */
      readonly sourceAt: At;
      readonly inputs: readonly { readonly name: string; readonly value: Ir }[];
      readonly reason: { readonly zh: string; readonly en: string };
    };

export type CompareSign = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type AggregateFunction = 'sum' | 'count' | 'min' | 'max' | 'mean' | 'some' | 'every';
export type IrCase = { readonly when: Ir; readonly value: Ir; readonly label: string; readonly at: At };
/** Numbers, unless the name says otherwise: `year` takes a day, `add-months` a day and months, `months-between` two days. */
export type IrFunction =
  | 'min'
  | 'max'
  | 'abs'
  | 'floor'
  | 'ceiling'
  | 'modulo'
  | 'year'
  | 'month'
  | 'day'
  | 'weekday'
  | 'add-months'
  | 'add-seconds'
  | 'months-between'
  | 'whole-years'
  | 'rest-months'
  | 'whole-days'
  | 'make-date'
  | 'to-number'
  | 'from-months'
  | 'from-seconds';

export type FactSlot = {
  readonly name: string;
  readonly type: Type;
  /** `day` slots are filled from the two dates of the question, a discretion by a person. */
  readonly role: 'fact' | 'discretion' | 'fact-day' | 'law-day';
  readonly declared: Fact | null;
};
export type EntitySlot = { readonly name: string; readonly unit: string; readonly fields: readonly Fact[] };

/** A parameter on one law date: its values by joined key (`''` where it has none), `其他` catching the rest. */
export type BoundParameter = {
  readonly declared: Parameter;
  readonly values: ReadonlyMap<
    string,
    { readonly value: Exact | boolean | string | number; readonly stated: ParameterValue }
  >;
};

export type RuleSlot = {
  readonly name: string;
  readonly kind: 'rule' | 'table';
  readonly article: Article;
  /** The expression as written. */
  readonly source: string;
  readonly at: At;
  readonly type: Type;
  readonly ir: Ir;
  readonly reasonCode: string;
  /** Untranslated clauses this rule rests on, by index into the text's gaps. */
  readonly gaps: readonly number[];
};

/** A text on one law date, ready for every output. Rules stand in an order in which each reads only earlier ones. */
export type Program = {
  readonly text: RuleText;
  readonly lawDay: number;
  readonly facts: readonly FactSlot[];
  readonly entities: readonly EntitySlot[];
  readonly parameters: readonly BoundParameter[];
  readonly rules: readonly RuleSlot[];
  /** Slots of the answers people ask for. */
  readonly outputs: readonly number[];
};

export const otherKey = '其他';

/** Children of a node, in the order they are read. */
export function partsOf(ir: Ir): readonly Ir[] {
  switch (ir.op) {
    case 'const':
    case 'fact':
    case 'member':
    case 'members':
    case 'rule':
      return [];
    case 'parameter':
      return ir.keys;
    case 'arithmetic':
    case 'compare':
      return [ir.left, ir.right];
    case 'and':
    case 'or':
    case 'list':
    case 'record':
      return ir.items;
    case 'power':
    case 'not':
    case 'round':
      return [ir.of];
    case 'if':
      return [ir.when, ir.then, ir.else];
    case 'call':
      return ir.args;
    case 'aggregate':
      return [ir.where, ir.body].filter((part) => part !== null);
    case 'choose':
      return [...ir.cases.flatMap((one) => [one.when, one.value]), ...(ir.otherwise ? [ir.otherwise] : [])];
    case 'feel':
      return ir.inputs.map((input) => input.value);
  }
}

/** Every node below and including this one. */
export function* nodesIn(ir: Ir): Generator<Ir> {
  const open: Ir[] = [ir];
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    open.push(...partsOf(next));
  }
}
