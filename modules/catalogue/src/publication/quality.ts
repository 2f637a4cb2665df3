import type { ItemContent, Quality } from '../contract.ts';
import { isLonger, leastDays } from '../domain/limits.ts';
import { checkForPublication } from './check-for-publication.ts';
import { listQuestions } from './list-questions.ts';

type Part = Quality['parts'][number];

const part = (key: string, most: number, share: number, zh: string, en: string): Part => ({
  key,
  points: Math.round(most * Math.max(0, Math.min(1, share)) * 10) / 10,
  most,
  say: { zh, en },
});

const shareOf = <T>(all: readonly T[], isGood: (one: T) => boolean): number =>
  all.length === 0 ? 0 : all.filter(isGood).length / all.length;

/**
 * How good a guide is, of 100 points; every part says what it is given for, so that an editor sees what is missing and
 * nobody has to trust a number.
 */
export function scoreQuality(content: ItemContent): Quality {
  const parts = [
    part(
      'law',
      15,
      shareOf(content.laws, ({ article, says }) => /第.+条/.test(article) && says !== undefined),
      '设定依据写到条，并用自己的话说明',
      'Laws cited by article, with what they say',
    ),
    part(
      'materials',
      15,
      content.materials.length === 0
        ? Number(content.online === 'online')
        : shareOf(content.materials, ({ checks, form }) => checks.length > 0 && form === 'electronic'),
      '每份材料有审查要点并可电子提交',
      'Each material has its checks and can be sent electronically',
    ),
    part(
      'limit',
      10,
      shareOfLimit(content),
      '承诺时限比法定时限短',
      'The promised limit is shorter than the legal one',
    ),
    part(
      'form',
      15,
      shareOfForm(content),
      '能预填的都预填，不要求填写已掌握的信息',
      'What is known is filled in, never asked',
    ),
    part(
      'process',
      10,
      content.process ? shareOf(content.process.steps, ({ halfDays }) => halfDays > 0) : 0,
      '每个环节有时限',
      'Every step has its limit',
    ),
    part(
      'contact',
      10,
      shareOf([content.phone, content.complaintPhone, content.hours, content.windows[0]?.address ?? ''], Boolean),
      '电话、投诉、时间、地点齐全',
      'Numbers, hours and place are given',
    ),
    part('remedies', 5, Number(content.remedies !== undefined), '写明复议和诉讼途径', 'Review and suit are explained'),
    part('visits', 5, shareOfVisits(content), '全程网办，不用到现场', 'All online, nobody has to come'),
    part(
      'finding',
      5,
      (Math.min(content.words.length, 3) / 3 + Number(content.lifeEvents.length > 0)) / 2,
      '有通俗说法和人生事件',
      'Has lay words and a life event',
    ),
    part('faqs', 5, Math.min(content.faqs.length, 2) / 2, '回答了常见问题', 'Frequent questions are answered'),
    part('english', 5, shareOf([content.nameEn, content.summaryEn], Boolean), '有英文', 'Stands in English'),
  ];
  return { score: Math.round(parts.reduce((sum, { points }) => sum + points, 0) * 10) / 10, parts };
}

/** Half the points for keeping to the law, the rest for how much shorter the promise is, all at half the legal time. */
function shareOfLimit({ legalLimit, promisedLimit }: ItemContent): number {
  if (!legalLimit || !promisedLimit || isLonger(promisedLimit, legalLimit)) return 0;
  const whole = leastDays(legalLimit);
  return whole === 0 ? 1 : 0.5 + Math.min(0.5, 1 - leastDays(promisedLimit) / whole);
}

function shareOfForm(content: ItemContent): number {
  if (!content.form) return 0;
  const problems = checkForPublication(content);
  if (problems.some(({ key }) => key === 'form-broken' || key.startsWith('asks-'))) return 0;
  const questions = listQuestions(content.form);
  const filled = shareOf(
    questions,
    ({ question }) => question.prefill !== undefined || question.computed !== undefined,
  );
  // Few services can fill in more than two answers of five: that is full marks.
  return 0.5 + Math.min(0.5, filled / 0.8);
}

function shareOfVisits({ channels, particulars }: ItemContent): number {
  const visits = particulars.visits ?? (channels.includes('online') ? 0 : 1);
  return channels.includes('online') ? 1 / (1 + visits) : 0;
}
