import type { Fee, LawCitation, Limit } from '@zhengtong/catalogue';
import type { Visit } from './visit.ts';

/** "8 个工作日"; nothing to wait for is "当场办结". */
export function sayLimit({ say }: Visit, { amount, unit }: Limit): string {
  if (amount === 0) return say('list.atOnce');
  if (unit === 'working-days') return say('list.workingDays', { amount });
  return unit === 'days' ? say('list.days', { amount }) : say('list.months', { amount });
}

/** The promise, with the law's own limit beside it. */
export function sayLimits(visit: Visit, legal: Limit | undefined, promised: Limit | undefined): string | undefined {
  const { say } = visit;
  if (legal && promised)
    return say('guide.promised', { promised: sayLimit(visit, promised), legal: sayLimit(visit, legal) });
  if (promised) return say('guide.promisedOnly', { promised: sayLimit(visit, promised) });
  return legal && say('guide.legalOnly', { legal: sayLimit(visit, legal) });
}

export function sayFee({ say, pick, lang }: Visit, { isCharged, items }: Fee): string {
  if (!isCharged) return say('guide.free');
  const [colon, comma, stop] = lang === 'zh' ? ['：', '，', '；'] : [': ', ', ', '; '];
  const said = items.map((fee) => {
    const less = fee.reduction ? `${comma}${pick(fee.reduction, fee.reductionEn)}` : '';
    return `${pick(fee.name, fee.nameEn)}${colon}${pick(fee.standard, fee.standardEn)}${less}`;
  });
  return said.join(stop) || say('list.charged');
}

export const sayLaw = ({ law, article }: Pick<LawCitation, 'law' | 'article'>): string => `《${law}》${article}`;
