import { Failure } from '../run/run.ts';
import type { Value } from '../values/value.ts';
import { type BuiltIn, builtIn } from './built-in.ts';
import { findPattern } from './pattern.ts';

const text = (value: Value | undefined): string => value as string;
const badPattern = () => new Failure('pattern', '正则表达式有误', 'the pattern is not valid');

/** The four functions on regular expressions in the dialect of XPath (§10.3.4.3, XQuery functions 5.6.1). */
export const patternFunctions: readonly BuiltIn[] = [
  builtIn('matches', [
    'input: string, pattern: string, flags?: string|null',
    ([input, written, flags]) => {
      const pattern = findPattern(text(written), (flags as string | null) ?? '');
      return pattern ? pattern.test(text(input)) : badPattern();
    },
  ]),
  builtIn('replace', [
    'input: string, pattern: string, replacement: string, flags?: string|null',
    ([input, written, replacement, flags]) => {
      const pattern = findPattern(text(written), (flags as string | null) ?? '', 'g');
      if (!pattern) return badPattern();
      const parts = replacementParts(text(replacement));
      if (!parts) return new Failure('pattern', '替换文本中的 $ 或 \\ 有误', 'stray $ or \\ in the replacement');
      return text(input).replace(pattern, (...found) => {
        const groups = found.slice(
          0,
          found.findIndex((part) => typeof part === 'number'),
        ) as (string | undefined)[];
        return parts.map((part) => (typeof part === 'string' ? part : group(groups, part))).join('');
      });
    },
  ]),
  builtIn('split', [
    'string: string, delimiter: string',
    ([input, delimiter]) => {
      const pattern = findPattern(text(delimiter), '', 'g');
      if (!pattern) return badPattern();
      const pieces: string[] = [];
      let from = 0;
      for (const found of text(input).matchAll(pattern)) {
        if (found[0] === '') continue;
        pieces.push(text(input).slice(from, found.index));
        from = found.index + found[0].length;
      }
      return [...pieces, text(input).slice(from)];
    },
  ]),
];

/** `$12` is group 12, or group 1 and the digit 2 where there are fewer groups. */
function group(groups: readonly (string | undefined)[], digits: { readonly group: string }): string {
  for (let length = digits.group.length; length > 0; length--) {
    const index = Number(digits.group.slice(0, length));
    if (index < groups.length) return (groups[index] ?? '') + digits.group.slice(length);
  }
  return digits.group.slice(1);
}

function replacementParts(written: string): (string | { group: string })[] | undefined {
  const parts: (string | { group: string })[] = [];
  for (const token of written.match(/\\.?|\$\d*|[^\\$]+/gsu) ?? []) {
    if (token.startsWith('\\')) {
      if (token !== '\\\\' && token !== '\\$') return undefined;
      parts.push(token.slice(1));
    } else if (token.startsWith('$')) {
      if (token === '$') return undefined;
      parts.push({ group: token.slice(1) });
    } else {
      parts.push(token);
    }
  }
  return parts;
}
