import { Decimal, formatDecimal } from './decimal.ts';
import { DaysDuration, FeelDate, FeelDateTime, FeelTime, MonthsDuration } from './temporal.ts';
import { sayDate, sayDateTime, sayDuration, sayTime } from './temporal-text.ts';
import { FeelRange, isContext, isList, Unknown, type Value } from './value.ts';

/** The text of a value as `string()` gives it; texts inside lists and contexts stand in quotes. */
export function sayValue(value: Value, isInside = false): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return isInside ? quoteText(value) : value;
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Decimal) return formatDecimal(value);
  const temporal = sayTemporal(value);
  if (temporal !== undefined) return temporal;
  if (isList(value)) return `[${value.map((item) => sayValue(item, true)).join(', ')}]`;
  if (isContext(value)) {
    return `{${[...value].map(([key, item]) => `${sayKey(key)}: ${sayValue(item, true)}`).join(', ')}}`;
  }
  if (value instanceof FeelRange) {
    if (value.operator) return `(${value.operator} ${sayValue(value.end ?? value.start, true)})`;
    const [open, close] = [value.isStartIncluded ? '[' : '(', value.isEndIncluded ? ']' : ')'];
    const end = (at: Value) => (at === null ? '' : sayValue(at, true));
    return `${open}${end(value.start)}..${end(value.end)}${close}`;
  }
  return value instanceof Unknown ? 'unknown' : 'function';
}

function sayTemporal(value: Value): string | undefined {
  if (value instanceof FeelDate) return sayDate(value);
  if (value instanceof FeelDateTime) return sayDateTime(value);
  if (value instanceof FeelTime) return sayTime(value);
  if (value instanceof DaysDuration || value instanceof MonthsDuration) return sayDuration(value);
  return undefined;
}

export function quoteText(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function sayKey(key: string): string {
  return /[{}"]|,|:/.test(key) ? quoteText(key) : key;
}
