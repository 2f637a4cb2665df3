import { nearestName } from '../feel/nearest.ts';
import type { ProblemCode as FeelCode } from '../feel/problem.ts';

/** A place as a person counts it: line and column from 1. */
export type At = { readonly line: number; readonly column: number };

/** Every code a rule text can be reported with, and what it stands for. FEEL's own codes (`feel-…`) join them. */
export const problemCodes = {
  'text-no-title': ['没有标题', 'the text has no title'],
  'text-too-long': ['文本过长', 'the text is too long'],
  'text-bad-yaml': ['YAML 写法有误', 'the YAML cannot be read'],
  'text-unclosed-block': ['代码块没有结束', 'a fenced block is not closed'],
  'text-unknown-block': ['不认识的块', 'unknown block'],
  'text-unknown-field': ['不认识的栏目', 'unknown field'],
  'text-missing-field': ['缺少栏目', 'a field is missing'],
  'text-bad-line': ['读不懂这一行', 'this line cannot be read'],
  'text-bad-table': ['表格的列数不齐', 'the table is ragged'],
  'name-duplicate': ['名称重复', 'the name is declared twice'],
  'name-unknown': ['没有这个名称', 'nothing has this name'],
  'type-unknown': ['不认识的类型', 'unknown type'],
  'type-mismatch': ['类型不符', 'types do not match'],
  'type-code': ['不是这个代码集里的值', 'the value is not in the code list'],
  'unit-unknown': ['不认识的单位', 'unknown unit'],
  'unit-mismatch': ['单位不符', 'units do not match'],
  'date-bad': ['不是日期', 'not a date'],
  'number-bad': ['不是数', 'not a number'],
  'rounding-bad': ['读不懂的舍入', 'the rounding cannot be read'],
  'rule-cycle': ['规则互相依赖', 'rules depend on each other in a circle'],
  'rule-null': ['规则里不能写 null', 'null cannot stand in a rule'],
  'rule-clock': ['规则不读时钟', 'a rule reads no clock'],
  'rule-no-article': ['规则没有条文依据', 'the rule carries out no article'],
  'rule-unreachable': ['规则不会被用到', 'the rule is never used'],
  'branch-unreachable': ['分支不会走到', 'the branch is never taken'],
  'article-changed': ['条文已经变了', 'the article has changed'],
  'article-unknown': ['法规库里没有这一条', 'the law library has no such article'],
  'article-unverified': ['条文没有逐字核对', 'the article was not proof-read against the law library'],
  'article-no-text': ['条文没有原文', 'the article has no text'],
  'parameter-no-value': ['参数在这一天没有值', 'the parameter has no value on the date'],
  'parameter-expired': ['参数超过核对有效期', 'the parameter is past the date it was last checked for'],
  'parameter-no-decree': ['参数没有文件依据', 'the parameter value names no decree'],
  'parameter-overlap': ['参数同一天有两个值', 'the parameter has two values on one day'],
  'table-gap': ['决策表有遗漏', 'the table does not cover every case'],
  'table-overlap': ['决策表有重叠', 'two rows of the table overlap'],
  'table-row-unreachable': ['决策表的行不会命中', 'a row of the table is never hit'],
  'table-policy': ['不认识的命中方式', 'unknown hit policy'],
  'exception-conflict': ['两个例外可能同时适用', 'two exceptions may apply at once'],
  'claim-broken': ['单调性主张不成立', 'the claim of monotonicity does not hold'],
  cliff: ['断崖：边际率超过 100%', 'cliff: marginal rate above 100 %'],
  'example-failed': ['例题结果不符', 'the example gives another result'],
  'example-none': ['没有例题', 'the text has no examples'],
  'not-vectorisable': ['人群推演不支持', 'cannot run over a population'],
  'fact-unused': ['事实没有用到', 'the fact is never used'],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type TextCode = keyof typeof problemCodes | FeelCode;

/** What is wrong, where, what was expected and the nearest right name, in both languages. `error` blocks use; `warning` blocks signing; `hint` neither. */
export type TextProblem = {
  readonly code: TextCode;
  readonly severity: 'error' | 'warning' | 'hint';
  readonly line: number;
  readonly column: number;
  readonly expected: readonly string[];
  readonly nearest: string | null;
  readonly zh: string;
  readonly en: string;
};

type Words = {
  zh: string;
  en: string;
  expected?: readonly string[];
  wrote?: string;
  /** What was meant, where that is known better than by likeness. */
  meant?: string | null;
  severity?: TextProblem['severity'];
};

/** `zh` and `en` say the particulars; the code's own sentence stands before them. `wrote` looks up the nearest of `expected`, unless `meant` is known. */
export function problem(code: keyof typeof problemCodes, at: At, words: Words): TextProblem {
  const expected = words.expected ?? [];
  const nearest = words.meant ?? (words.wrote === undefined ? null : nearestName(words.wrote, expected));
  const [zh, en] = problemCodes[code];
  const shown = expected.slice(0, 12);
  const zhExpected =
    shown.length > 0 ? `（应为：${shown.join('、')}${expected.length > shown.length ? '……' : ''}）` : '';
  const enExpected =
    shown.length > 0 ? ` (expected: ${shown.join(', ')}${expected.length > shown.length ? ' …' : ''})` : '';
  return {
    code,
    severity: words.severity ?? 'error',
    line: at.line,
    column: at.column,
    expected,
    nearest,
    zh: `${zh}：${words.zh}${zhExpected}${nearest ? `，是否应为“${nearest}”？` : ''}`,
    en: `${en}: ${words.en}${enExpected}${nearest ? `; did you mean "${nearest}"?` : ''}`,
  };
}
