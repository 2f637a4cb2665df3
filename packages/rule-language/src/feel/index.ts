export type * from './ast.ts';
export { builtIns } from './builtins/registry.ts';
export { type Evaluated, type EvaluateOptions, evaluateExpression, guarded } from './evaluate.ts';
export { nearestName } from './nearest.ts';
export { type Parsed, type ParseOptions, parseExpression, parseType, parseUnaryTests } from './parse.ts';
export { type Place, placeOf } from './position.ts';
export { type Problem, type ProblemCode, type ProblemWords, problemAt } from './problem.ts';
export { calculate } from './run/arithmetic.ts';
export { compareValues, isIn } from './run/compare.ts';
export * from './run/compile.ts';
export { callValue } from './run/compile-call.ts';
export { truthOf } from './run/compile-logic.ts';
export { iterate } from './run/compile-loops.ts';
export type { CompileOptions } from './run/compiler.ts';
export {
  Failure,
  type FailureCode,
  FeelFault,
  type Mode,
  type Outcome,
  type Remark,
  Run,
  WorkSpent,
} from './run/run.ts';
export { anyType, builtInTypes, coerce, conforms, type FeelType } from './run/types.ts';
export { mustBeKnown, spellName } from './syntax/names.ts';
export type { Dialect } from './syntax/token.ts';
export { childrenOf, nodesOf, operandOf } from './syntax/walk.ts';
export * from './values/decimal.ts';
export * from './values/decimal-arithmetic.ts';
export * from './values/decimal-functions.ts';
export * from './values/decimal-rounding.ts';
export * from './values/equality.ts';
export * from './values/say-value.ts';
export * from './values/temporal.ts';
export * from './values/temporal-text.ts';
export * from './values/value.ts';
export * from './values/zone.ts';
