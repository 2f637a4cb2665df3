import { Failure } from '../run/run.ts';
import { Decimal, toWhole, whole } from '../values/decimal.ts';
import { round } from '../values/decimal-rounding.ts';
import { sayValue } from '../values/say-value.ts';
import { isList, type Value } from '../values/value.ts';
import { type BuiltIn, builtIn } from './built-in.ts';

const text = (value: Value | undefined): string => value as string;
/** Whole part of a number argument: positions are cut, not rounded. */
export function wholePart(value: Value | undefined): number | undefined {
  return value instanceof Decimal ? toWhole(round(value, 0, 'down')) : undefined;
}

/** Characters are code points (an emoji is one); positions count from 1, negative ones from the end. */
export const textFunctions: readonly BuiltIn[] = [
  builtIn('substring', [
    'string: string, start position: number, length?: number',
    ([value, start, length]) => {
      const characters = [...text(value)];
      const from = wholePart(start);
      if (from === undefined || from === 0 || Math.abs(from) > characters.length) {
        return new Failure('value-range', '起始位置超出文本', 'start position outside the text');
      }
      const index = from > 0 ? from - 1 : characters.length + from;
      if (length === null || length === undefined) return characters.slice(index).join('');
      const count = wholePart(length);
      if (count === undefined || count < 1)
        return new Failure('value-range', '长度至少为 1', 'length must be at least 1');
      return characters.slice(index, index + count).join('');
    },
  ]),
  builtIn('string length', ['string: string', ([value]) => whole([...text(value)].length)]),
  builtIn('upper case', ['string: string', ([value]) => text(value).toUpperCase()]),
  builtIn('lower case', ['string: string', ([value]) => text(value).toLowerCase()]),
  builtIn('substring before', [
    'string: string, match: string',
    ([value, match]) => {
      const at = text(value).indexOf(text(match));
      return at === -1 ? '' : text(value).slice(0, at);
    },
  ]),
  builtIn('substring after', [
    'string: string, match: string',
    ([value, match]) => {
      const at = text(value).indexOf(text(match));
      return at === -1 ? '' : text(value).slice(at + text(match).length);
    },
  ]),
  builtIn('contains', ['string: string, match: string', ([value, match]) => text(value).includes(text(match))]),
  builtIn('starts with', ['string: string, match: string', ([value, match]) => text(value).startsWith(text(match))]),
  builtIn('ends with', ['string: string, match: string', ([value, match]) => text(value).endsWith(text(match))]),
  builtIn('string join', [
    'list: list, delimiter?: string|null',
    ([list, delimiter]) => {
      const items = (isList(list ?? null) ? (list as readonly Value[]) : []).filter((item) => item !== null);
      if (!items.every((item) => typeof item === 'string')) {
        return new Failure('value-kind', '只能连接文本', 'only texts can be joined');
      }
      return items.map((item) => sayValue(item)).join(typeof delimiter === 'string' ? delimiter : '');
    },
  ]),
];
