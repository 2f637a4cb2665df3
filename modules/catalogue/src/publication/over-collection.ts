import type { QuestionAt } from './list-questions.ts';
import { error, type Report } from './problem.ts';

/** What the state holds about people and firms; asked only with a known value filled in, to be looked over. */
const known: readonly { readonly of: RegExp; readonly from: string }[] = [
  { of: /^(申请人|本人|您的?)?(姓名|名字)$/, from: 'person.name' },
  { of: /^(申请人|本人|您的?)?((居民)?身份证件?号码?|公民身份号码)$/, from: 'person.residentNumber' },
  { of: /^(申请人|本人)(信息)?$/, from: 'person' },
  { of: /^(申请人|本人|您的?)?(手机|联系电话|电话|手机号码?)$/, from: 'person.phone' },
  { of: /^(企业|单位|公司|经营者|主体)名称$/, from: 'firm.name' },
  { of: /^((企业|单位|公司)的?)?统一社会信用代码$/, from: 'firm.creditCode' },
  { of: /^法定代表人(姓名)?$/, from: 'firm.legalRepresentative' },
];

/** What an identity number says by itself: worked out, never asked. */
const saidByNumber = /^(申请人|本人|您的?)?(性别|出生(日期|年月)|年龄|周岁)$/;

/**
 * The lint against over-collection (行政许可法 31, 国务院关于在线政务服务的若干规定 7): a question that the state can
 * answer itself stops publication. Other people's data (children, partners) is another matter: their questions stand
 * in groups or bear other names.
 */
export function checkOverCollection(questions: readonly QuestionAt[], report: Report): void {
  for (const { path, at, question } of questions) {
    if (path.includes('.') || question.prefill || question.computed) continue;
    const label = question.label.zh.replace(/[（(].*$/, '').trim();
    if (saidByNumber.test(label))
      report(
        error(
          'asks-what-number-says',
          at,
          `“${label}”可由身份证号得出，应由系统计算。`,
          `“${question.label.en}” follows from the identity number and must be worked out.`,
        ),
      );
    const fact = known.find(({ of }) => of.test(label));
    if (fact)
      report(
        error(
          'asks-what-is-known',
          at,
          `“${label}”政府已经掌握，应预填（${fact.from}），不得再让群众填写。`,
          `“${question.label.en}” is known: fill it in from ${fact.from} instead of asking.`,
        ),
      );
  }
}
