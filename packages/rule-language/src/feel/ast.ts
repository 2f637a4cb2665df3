import type { Decimal } from './values/decimal.ts';

/**
 * The tree of a FEEL text (OMG DMN 1.5, chapter 10.3). Every node says where it stands: `span` is a pair of offsets
 * (UTF-16 units, end exclusive) into the text that was parsed; `placeOf` of `position.ts` turns an offset into line and column.
 * Nodes are plain frozen-by-convention objects told apart by `kind`; there is no other way to an operator than its node.
 */
export type Span = { readonly start: number; readonly end: number };
type Node<K extends string> = { readonly kind: K; readonly span: Span };

export type NumberLiteral = Node<'number'> & { readonly value: Decimal };
export type StringLiteral = Node<'string'> & { readonly value: string };
export type BooleanLiteral = Node<'boolean'> & { readonly value: boolean };
export type NullLiteral = Node<'null'>;
/** `@"2024-07-01"`: a date, time, date and time or duration written as a literal; `text` is what stands in the quotes. */
export type AtLiteral = Node<'at'> & { readonly text: string };

/** A name as it is looked up: words joined by one space, operator characters without spaces. `?` is the tested value. */
export type Name = Node<'name'> & { readonly name: string };
export type Path = Node<'path'> & { readonly of: Expr; readonly name: string; readonly nameSpan: Span };
/** `list[condition]`: a number is an index (from 1, negative from the end), anything else is tested for each item. */
export type Filter = Node<'filter'> & { readonly list: Expr; readonly condition: Expr };
export type NamedArgument = { readonly name: string; readonly nameSpan: Span; readonly value: Expr };
/** `f(1, 2)` has `args`; `f(a: 1)` has `named` and no `args`. */
export type Call = Node<'call'> & {
  readonly callee: Expr;
  readonly args: readonly Expr[];
  readonly named: readonly NamedArgument[] | null;
};

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**';
export type CompareOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type Negate = Node<'negate'> & { readonly of: Expr };
export type Arithmetic = Node<'arithmetic'> & {
  readonly operator: ArithmeticOperator;
  readonly left: Expr;
  readonly right: Expr;
};
export type Compare = Node<'compare'> & {
  readonly operator: CompareOperator;
  readonly left: Expr;
  readonly right: Expr;
};
export type And = Node<'and'> & { readonly left: Expr; readonly right: Expr };
export type Or = Node<'or'> & { readonly left: Expr; readonly right: Expr };
export type Between = Node<'between'> & { readonly value: Expr; readonly low: Expr; readonly high: Expr };
/** `x in (>5, [1..3])`: true when one test holds. */
export type In = Node<'in'> & { readonly value: Expr; readonly tests: readonly Test[] };
export type InstanceOf = Node<'instance-of'> & { readonly value: Expr; readonly type: TypeNode };

export type If = Node<'if'> & { readonly condition: Expr; readonly then: Expr; readonly else: Expr };
/** `for x in list` has `to: null`; `for i in 1..10` has both ends. */
export type Binding = {
  readonly name: string;
  readonly nameSpan: Span;
  readonly over: Expr;
  readonly to: Expr | null;
};
export type For = Node<'for'> & { readonly bindings: readonly Binding[]; readonly body: Expr };
export type Quantified = Node<'some' | 'every'> & { readonly bindings: readonly Binding[]; readonly condition: Expr };

export type Parameter = { readonly name: string; readonly nameSpan: Span; readonly type: TypeNode | null };
export type FunctionLiteral = Node<'function'> & {
  readonly parameters: readonly Parameter[];
  readonly body: Expr;
  readonly isExternal: boolean;
};

export type ListLiteral = Node<'list'> & { readonly items: readonly Expr[] };
export type ContextEntry = { readonly key: string; readonly keySpan: Span; readonly value: Expr };
export type ContextLiteral = Node<'context'> & { readonly entries: readonly ContextEntry[] };
/**
 * `[1..5)` has no `operator`; `(> 5)` and `(!= 5)` keep theirs, as they equal no interval written with dots (DMN 1.5 table 42).
 * An end that is missing is open to that side.
 */
export type RangeLiteral = Node<'range'> & {
  readonly operator: CompareOperator | null;
  readonly start: Expr | null;
  readonly end: Expr | null;
  readonly isStartIncluded: boolean;
  readonly isEndIncluded: boolean;
};
/** Stands where the text could not be read, so that the rest is still checked. A tree with one is never run. */
export type Broken = Node<'broken'>;

export type Expr =
  | NumberLiteral
  | StringLiteral
  | BooleanLiteral
  | NullLiteral
  | AtLiteral
  | Name
  | Path
  | Filter
  | Call
  | Negate
  | Arithmetic
  | Compare
  | And
  | Or
  | Between
  | In
  | InstanceOf
  | If
  | For
  | Quantified
  | FunctionLiteral
  | ListLiteral
  | ContextLiteral
  | RangeLiteral
  | Broken;

/** One test of a cell or of `in`: `> 5` is a `compare-to`; anything else is an expression (a value, a list, a range, or with `?`). */
export type CompareTo = Node<'compare-to'> & { readonly operator: CompareOperator; readonly operand: Expr };
export type ExpressionTest = Node<'test'> & { readonly expression: Expr };
export type Test = CompareTo | ExpressionTest;
/** A whole input cell: `-` is `any`; otherwise one of the tests must hold, or none of them when `isNegated` (`not(…)`). */
export type UnaryTests =
  | Node<'any'>
  | (Node<'tests'> & { readonly isNegated: boolean; readonly tests: readonly Test[] });

/** A type as written: `number`, `list<T>`, `context<a: T>`, `function<T> -> U`, `range<T>`, `tns.tPerson`. */
export type TypeNode =
  | (Node<'named-type'> & { readonly name: string })
  | (Node<'list-type'> & { readonly of: TypeNode })
  | (Node<'range-type'> & { readonly of: TypeNode })
  | (Node<'context-type'> & { readonly fields: readonly { readonly name: string; readonly type: TypeNode }[] })
  | (Node<'function-type'> & { readonly parameters: readonly TypeNode[]; readonly result: TypeNode });
