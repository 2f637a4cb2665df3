import { isContext, isList, mergeUnknown, Unknown, type Value } from '../values/value.ts';
import type { Run } from './run.ts';

/**
 * Pays a step for everything a value holds, before something walks all of it. Lists of one list sixteen times over take a line
 * each to write and sixteen times the work a line: nobody could wait for the tenth. Tells of the unknown in its lists on the way
 * (entries of contexts are asked for one by one, and are unknown by themselves).
 */
export function weigh(value: Value, run: Run): Unknown | null {
  if (value instanceof Unknown) return value;
  if (isList(value)) {
    run.spend(value.length);
    let found: Unknown | null = null;
    for (const item of value) {
      const inner = weigh(item, run);
      if (inner) found = found ? mergeUnknown(found, inner) : inner;
    }
    return found;
  }
  if (isContext(value)) {
    run.spend(value.size);
    for (const item of value.values()) weigh(item, run);
  } else if (typeof value === 'string') run.spend(value.length >> 6);
  return null;
}
