import { aggregateFunctions } from './aggregates.ts';
import type { BuiltIn } from './built-in.ts';
import { contextFunctions } from './contexts.ts';
import { conversionFunctions } from './conversions.ts';
import { listFunctions } from './lists.ts';
import { numberFunctions } from './numbers.ts';
import { patternFunctions } from './patterns.ts';
import { rangeFunctions } from './ranges.ts';
import { temporalFunctions } from './temporals.ts';
import { textFunctions } from './texts.ts';

/** All functions of DMN 1.5 §10.3.4 by name. */
export const builtIns: ReadonlyMap<string, BuiltIn> = new Map(
  [
    ...conversionFunctions,
    ...textFunctions,
    ...patternFunctions,
    ...listFunctions,
    ...aggregateFunctions,
    ...numberFunctions,
    ...temporalFunctions,
    ...rangeFunctions,
    ...contextFunctions,
  ].map((one) => [one.name, one]),
);
