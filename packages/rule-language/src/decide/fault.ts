import type { At } from '../text/problem.ts';

/** Why a case stops: a fault in the text or the facts, never a missing fact. */
export const faultCodes = {
  'division-by-zero': ['除数为零', 'division by zero'],
  'table-no-row': ['决策表没有命中的行', 'no row of the decision table is hit'],
  'table-many-rows': ['唯一命中的表命中了多行', 'a unique table hits more than one row'],
  'table-any-differs': ['命中的行结果不一致', 'the rows hit give different results'],
  'exceptions-conflict': ['两个同级例外同时适用', 'two exceptions of one rank apply at once'],
  'parameter-no-value': ['参数在法律日期没有值', 'the parameter has no value on the law date'],
  'feel-error': ['表达式出错', 'the expression fails'],
} as const;

export type FaultCode = keyof typeof faultCodes;

export class CaseFault extends Error {
  readonly code: FaultCode;
  readonly at: At;
  readonly zh: string;
  readonly en: string;
  constructor(code: FaultCode, at: At, zh = '', en = '') {
    const [zhCode, enCode] = faultCodes[code];
    super(`${enCode}${en ? `: ${en}` : ''}`);
    this.code = code;
    this.at = at;
    this.zh = zh ? `${zhCode}：${zh}` : zhCode;
    this.en = en ? `${enCode}: ${en}` : enCode;
  }
}
