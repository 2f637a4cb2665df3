import { findPattern, type Pattern, PatternTooCostly } from '../pattern/pattern.ts';
import { Failure, type Outcome } from '../run/run.ts';
import type { Value } from '../values/value.ts';
import { type BuiltIn, builtIn } from './built-in.ts';

const text = (value: Value | undefined): string => value as string;

/** Works with a pattern, or says that it is no valid one, or too costly. */
function withPattern(
  written: Value | undefined,
  flags: Value | undefined,
  work: (pattern: Pattern) => Outcome,
): Outcome {
  const pattern = findPattern(text(written), typeof flags === 'string' ? flags : '');
  if (!pattern) return new Failure('pattern', '正则表达式有误', 'the pattern is not valid');
  try {
    return work(pattern);
  } catch (error) {
    if (!(error instanceof PatternTooCostly) && !(error instanceof RangeError)) throw error;
    return new Failure('pattern', '正则表达式过于费时', 'the pattern takes too much work on this text');
  }
}

const matchesNothing = () => new Failure('pattern', '正则表达式能匹配空文本', 'the pattern matches the empty text');

/** The functions on regular expressions in the dialect of XPath (§10.3.4.3, XQuery functions 5.6.1). */
export const patternFunctions: readonly BuiltIn[] = [
  builtIn('matches', [
    'input: string, pattern: string, flags?: string|null',
    ([input, written, flags]) => withPattern(written, flags, (pattern) => pattern.test(text(input))),
  ]),
  builtIn('replace', [
    'input: string, pattern: string, replacement: string, flags?: string|null',
    ([input, written, replacement, flags]) =>
      withPattern(written, flags, (pattern) => {
        const isLiteral = typeof flags === 'string' && flags.includes('q');
        const parts = isLiteral ? [text(replacement)] : replacementParts(text(replacement));
        if (!parts) return new Failure('pattern', '替换文本中的 $ 或 \\ 有误', 'stray $ or \\ in the replacement');
        const characters = [...text(input)];
        const matches = pattern.matches(characters);
        if (!matches) return matchesNothing();
        let out = '';
        let from = 0;
        for (const match of matches) {
          out += characters.slice(from, match.start).join('');
          out += parts.map((part) => (typeof part === 'string' ? part : groupOf(match.groups, part.group))).join('');
          from = match.end;
        }
        return out + characters.slice(from).join('');
      }),
  ]),
  builtIn('split', [
    'string: string, delimiter: string',
    ([input, delimiter]) =>
      withPattern(delimiter, null, (pattern) => {
        const characters = [...text(input)];
        const matches = pattern.matches(characters);
        if (!matches) return matchesNothing();
        const starts = [0, ...matches.map((match) => match.end)];
        return starts.map((start, at) => characters.slice(start, matches[at]?.start).join(''));
      }),
  ]),
];

/** `$12` is group 12, or group 1 and the digit 2 where there are fewer groups. */
function groupOf(groups: readonly (string | undefined)[], digits: string): string {
  for (let length = digits.length; length > 0; length--) {
    const index = Number(digits.slice(0, length));
    if (index < groups.length) return (groups[index] ?? '') + digits.slice(length);
  }
  return digits.slice(1);
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
