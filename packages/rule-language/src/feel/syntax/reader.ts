import type { Expr, Span } from '../ast.ts';
import { type Problem, type ProblemCode, type ProblemWords, problemAt } from '../problem.ts';
import { tokenise } from './lexer.ts';
import { NameScope } from './names.ts';
import type { Dialect, Token } from './token.ts';

/** Depth of brackets a text may nest: deeper ones are no rule anybody reads, and the call stack must never overflow. */
const deepestNest = 120;
const mostProblems = 50;
const chineseWords: ReadonlyMap<string, string> = new Map([
  ['并且', 'and'],
  ['且', 'and'],
  ['或者', 'or'],
  ['或', 'or'],
  ['如果', 'if'],
  ['那么', 'then'],
  ['否则', 'else'],
  ['真', 'true'],
  ['假', 'false'],
  ['返回', 'return'],
  ...['and', 'or', 'if', 'then', 'else', 'true', 'false'].map((word): [string, string] => [word.toUpperCase(), word]),
]);
const closers = new Set([')', ']', '}']);

/** Walks the tokens of one text for the grammar, keeps the known names and collects problems without ever throwing. */
export class Reader {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly problems: Problem[];
  readonly dialect: Dialect;
  /** Set by the entry: the grammar's files call each other through it. */
  readonly grammar: Grammar;
  scope: NameScope;
  /** Keys of the contexts read so far, for the paths to them. */
  readonly properties = new NameScope([]);
  at = 0;
  depth = 0;

  constructor(text: string, scope: NameScope, dialect: Dialect, grammar: Grammar) {
    const lexed = tokenise(text, dialect);
    this.text = text;
    this.tokens = lexed.tokens;
    this.problems = [...lexed.problems];
    this.dialect = dialect;
    this.scope = scope;
    this.grammar = grammar;
  }

  get token(): Token {
    return this.peek(0);
  }

  peek(ahead: number): Token {
    const index = Math.min(this.at + ahead, this.tokens.length - 1);
    return this.tokens[index] as Token;
  }

  get previousEnd(): number {
    return this.tokens[this.at - 1]?.end ?? 0;
  }

  advance(): Token {
    const token = this.token;
    if (token.kind !== 'end') this.at++;
    return token;
  }

  isAtEnd(): boolean {
    return this.token.kind === 'end';
  }

  isSign(sign: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'sign' && token.text === sign;
  }

  isWord(word: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'name' && this.#meant(token.text) === word;
  }

  takeSign(sign: string): boolean {
    if (!this.isSign(sign)) return false;
    this.at++;
    return true;
  }

  takeWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    const token = this.advance();
    if (token.text !== word) {
      this.report('feel-unexpected', token, {
        zh: `关键字要写成“${word}”`,
        en: `the keyword is "${word}"`,
        expected: [word],
        nearest: word,
      });
    }
    return true;
  }

  /** Takes the sign or says that it is missing; reading goes on as if it had stood there. */
  expectSign(sign: string): boolean {
    if (this.takeSign(sign)) return true;
    this.unexpected([sign]);
    return false;
  }

  expectWord(word: string): boolean {
    if (this.takeWord(word)) return true;
    this.unexpected([word]);
    return false;
  }

  unexpected(expected: readonly string[], nearest: string | null = null): void {
    const token = this.token;
    const found = token.kind === 'end' ? '' : this.text.slice(token.start, token.end);
    const zhFound = token.kind === 'end' ? '文本到此结束' : `此处是“${found}”`;
    const enFound = token.kind === 'end' ? 'the text ends here' : `found "${found}"`;
    this.report('feel-unexpected', token, {
      zh: `${zhFound}，应为 ${expected.map((what) => `“${spoken(what, 'zh')}”`).join('或')}`,
      en: `${enFound}, expected ${expected.map((what) => `"${spoken(what, 'en')}"`).join(' or ')}`,
      expected,
      nearest,
    });
  }

  /** One problem a place: what follows from the first would only hide it. */
  report(code: ProblemCode, span: Span, words: ProblemWords): void {
    if (this.problems.length >= mostProblems) return;
    if (this.problems.length === mostProblems - 1) {
      const rest = { zh: '问题太多，后面不再列出', en: 'too many problems, the rest is left out' };
      this.problems.push(problemAt(this.text, 'feel-too-many', { start: span.start, end: span.end }, rest));
      return;
    }
    if (this.problems.some((problem) => problem.span.start === span.start && problem.code === code)) return;
    this.problems.push(problemAt(this.text, code, { start: span.start, end: span.end }, words));
  }

  /** Steps over what cannot be read, up to one of the signs (at this depth of brackets), a closing bracket or the end. */
  skipTo(...signs: string[]): void {
    for (let depth = 0; this.token.kind !== 'end'; this.at++) {
      const { kind, text } = this.token;
      if (kind !== 'sign') continue;
      if (depth === 0 && (signs.includes(text) || closers.has(text))) return;
      if (text === '(' || text === '[' || text === '{') depth++;
      if (closers.has(text)) depth--;
    }
  }

  /** Runs one level deeper, or gives up on a text nested past reason. */
  nested(read: () => Expr): Expr {
    if (this.depth >= deepestNest) {
      const start = this.token.start;
      this.report('feel-too-deep', this.token, { zh: '嵌套过深', en: 'nested too deeply' });
      this.at = this.tokens.length - 1;
      return { kind: 'broken', span: { start, end: this.text.length } };
    }
    this.depth++;
    try {
      return read();
    } finally {
      this.depth--;
    }
  }

  withScope<T>(scope: NameScope, read: () => T): T {
    const outer = this.scope;
    this.scope = scope;
    try {
      return read();
    } finally {
      this.scope = outer;
    }
  }

  #meant(word: string): string {
    return this.dialect === 'house' ? (chineseWords.get(word) ?? word) : word;
  }
}

export type Grammar = {
  readonly expression: (reader: Reader) => Expr;
  readonly additive: (reader: Reader) => Expr;
};

/** `表达式 expression` in one language; signs and keywords are the same in both. */
function spoken(what: string, language: 'zh' | 'en'): string {
  const both = /^(\p{Script=Han}+) (.+)$/u.exec(what);
  return (language === 'zh' ? both?.[1] : both?.[2]) ?? what;
}
