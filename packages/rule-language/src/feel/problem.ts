import type { Span } from './ast.ts';
import { placeOf } from './position.ts';

/** Every code reading or compiling an expression can give. */
export const feelCodes = [
  'feel-unexpected',
  'feel-unclosed',
  'feel-unclosed-text',
  'feel-bad-escape',
  'feel-bad-literal',
  'feel-full-width',
  'feel-assignment',
  'feel-unknown-character',
  'feel-unknown-name',
  'feel-unknown-type',
  'feel-arguments',
  'feel-duplicate-key',
  'feel-external-function',
  'feel-too-deep',
  'feel-too-many',
] as const;

export type ProblemCode = (typeof feelCodes)[number];

/** What is wrong with a text, where, what was expected there and the nearest right name; said in both languages. */
export type Problem = {
  readonly code: ProblemCode;
  readonly span: Span;
  readonly line: number;
  readonly column: number;
  readonly expected: readonly string[];
  readonly nearest: string | null;
  readonly zh: string;
  readonly en: string;
};

export type ProblemWords = {
  readonly zh: string;
  readonly en: string;
  readonly expected?: readonly string[];
  readonly nearest?: string | null;
};

export function problemAt(text: string, code: ProblemCode, span: Span, words: ProblemWords): Problem {
  const expected = words.expected ?? [];
  const nearest = words.nearest ?? null;
  const zhHint = nearest === null ? '' : `，是否应为“${nearest}”？`;
  const enHint = nearest === null ? '' : `; did you mean "${nearest}"?`;
  return {
    code,
    span,
    ...placeOf(text, span.start),
    expected,
    nearest,
    zh: `${words.zh}${zhHint}`,
    en: `${words.en}${enHint}`,
  };
}
