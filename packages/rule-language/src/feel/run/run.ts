import type { Span } from '../ast.ts';
import type { FeelDateTime } from '../values/temporal.ts';
import type { Value } from '../values/value.ts';

/**
 * `house`: a missing fact is `Unknown`, arithmetic is exact, an error stops the case. `dmn`: OMG's own semantics, where numbers
 * have 34 digits, anything missing is null, and an error is null too (kept as a remark).
 */
export type Mode = 'house' | 'dmn';

export type FailureCode =
  | 'value-kind'
  | 'value-null'
  | 'value-range'
  | 'division-by-zero'
  | 'arguments'
  | 'external-function'
  | 'unknown-name'
  | 'no-clock'
  | 'type-mismatch'
  | 'too-much-work'
  | 'pattern'
  | 'unreadable'
  | 'table';

/** What an operation answers when it has no value. House mode throws it as a `FeelFault`, DMN mode turns it into null. */
export class Failure {
  readonly code: FailureCode;
  readonly zh: string;
  readonly en: string;
  constructor(code: FailureCode, zh: string, en: string) {
    this.code = code;
    this.zh = zh;
    this.en = en;
  }
}
export type Outcome = Value | Failure;

/** An error in the facts or the text: the case stops with a code and a place. Never a missing fact. */
export class FeelFault extends Error {
  readonly code: FailureCode;
  readonly span: Span;
  readonly zh: string;
  readonly en: string;
  constructor(failure: Failure, span: Span) {
    super(failure.en);
    this.code = failure.code;
    this.span = span;
    this.zh = failure.zh;
    this.en = failure.en;
  }
}

export type Remark = { readonly code: FailureCode; readonly span: Span; readonly zh: string; readonly en: string };

const mostRemarks = 50;
/** Steps an evaluation may take: a loop over a milliard numbers must end, whoever wrote it. */
const defaultSteps = 20_000_000;
const deepestCall = 400;

/** One evaluation: its mode, its clock (given, never read), the work left and what went wrong on the way. */
export class Run {
  readonly mode: Mode;
  readonly isHouse: boolean;
  readonly now: FeelDateTime | null;
  readonly remarks: Remark[] = [];
  #left: number;
  #calls = 0;

  constructor(mode: Mode, now: FeelDateTime | null = null, steps: number = defaultSteps) {
    this.mode = mode;
    this.isHouse = mode === 'house';
    this.now = now;
    this.#left = steps;
  }

  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new WorkSpent();
  }

  /** Runs a function's body, counting how deep functions call each other. */
  enter(body: () => Value): Value {
    this.spend(1);
    if (++this.#calls > deepestCall) {
      this.#calls = 0;
      throw new WorkSpent();
    }
    try {
      return body();
    } finally {
      this.#calls--;
    }
  }

  settle(outcome: Outcome, span: Span): Value {
    if (!(outcome instanceof Failure)) return outcome;
    if (this.isHouse) throw new FeelFault(outcome, span);
    if (this.remarks.length < mostRemarks) {
      this.remarks.push({ code: outcome.code, span, zh: outcome.zh, en: outcome.en });
    }
    return null;
  }
}

/** The work allowed is used up. Goes through everything up to the border of the evaluation. */
export class WorkSpent extends Error {
  constructor() {
    super('the expression needs more work than is allowed');
  }
}

const zhWords: Readonly<Record<string, string>> = {
  condition: '条件',
  call: '调用',
  range: '区间',
  'minus sign': '负号',
  for: '循环',
  'values without order': '无法比较的值',
  null: '空值',
  boolean: '是非值',
  string: '文本',
  number: '数字',
  date: '日期',
  time: '时间',
  'date and time': '日期时间',
  'days and time duration': '天时分秒时长',
  'years and months duration': '年月时长',
  list: '列表',
  context: '上下文',
  function: '函数',
  unknown: '未知',
};

/** What a thing is called in Chinese; operators and function names keep their own. */
function zhWord(word: string): string {
  return zhWords[word] ?? `“${word}”`;
}

/** `what` (an operator, a function, `condition` …) does not go with values of the kinds found. */
export function kindFailure(what: string, ...found: readonly string[]): Failure {
  const zh = `${zhWord(what)}不能用于${found.map(zhWord).join('、')}`;
  const en = `${what} does not take ${found.join(', ')}`;
  return new Failure('value-kind', zh, en);
}
