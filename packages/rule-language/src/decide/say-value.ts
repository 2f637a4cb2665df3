import { sayDay } from '../exact/calendar.ts';
import { isExact, sayExact } from '../exact/rational.ts';
import { sayValue as sayFeel } from '../feel/values/say-value.ts';
import { sayMonths, saySeconds } from '../ir/duration.ts';
import { toFeel, type Value } from '../ir/feel-code.ts';
import type { Type } from '../ir/type.ts';

/** A value as JSON has it: amounts as numbers where a number prints the same digits, else as `1/3` or long decimals. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

export function toJson(value: Value, type: Type): Json {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  if (isExact(value)) {
    if (value.large === null && value.scale === 0 && value.divisor === null) return value.small;
    const text = sayExact(value);
    const number = Number(text);
    return String(number) === text ? number : text;
  }
  if (typeof value === 'number') {
    if (type.kind === 'date') return sayDay(value);
    return type.kind === 'months' ? sayMonths(value) : saySeconds(value);
  }
  if (Array.isArray(value))
    return (value as readonly Value[]).map((item) => toJson(item, type.kind === 'list' ? type.of : { kind: 'any' }));
  if ('names' in value && 'values' in value) {
    const fields = type.kind === 'context' ? type.fields : [];
    const { names, values } = value as { names: readonly string[]; values: readonly Value[] };
    return Object.fromEntries(
      names.map((name, index) => [name, toJson(values[index], fields[index]?.type ?? { kind: 'any' })]),
    );
  }
  return sayFeel(toFeel(value, type, ''));
}
