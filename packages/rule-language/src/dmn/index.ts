export { dmnOfRuleText } from './from-rule-text.ts';
export type * from './model.ts';
export { type DmnAnswer, type DmnOptions, DmnProgram } from './run/program.ts';
export type { DmnProblem, Inputs } from './run/space.ts';
export { type DmnRefusal, readDmn } from './xml/read-model.ts';
export type { DmnVersion } from './xml/versions.ts';
export { writeDmn } from './xml/write-model.ts';
