import type { RevealReason } from './contract.ts';

const reasons: Readonly<Record<Exclude<RevealReason, 'other'>, string>> = {
  call: '打电话联系您',
  'compare-original': '核对证件原件',
  'compare-register': '与登记信息核对',
  'write-document': '填写办件文书',
};

/** The reason as the applicant reads it: 查看完整号码：打电话联系您（约定核查时间）. */
export function sayRevealPurpose(reason: RevealReason, words: string): string {
  if (reason === 'other') return `查看完整号码：${words}`;
  return `查看完整号码：${reasons[reason]}${words ? `（${words}）` : ''}`;
}
