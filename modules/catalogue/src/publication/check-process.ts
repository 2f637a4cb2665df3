import type { ItemContent } from '../contract.ts';
import { halfDaysIn, isLonger } from '../domain/limits.ts';
import type { QuestionAt } from './list-questions.ts';
import { error, type Report } from './problem.ts';

/** Limits and steps: 行政许可法 42 sets the longest, the promise may only be shorter, the steps must fit into it. */
export function checkProcess(content: ItemContent, report: Report): void {
  const { legalLimit, promisedLimit, process } = content;
  if (!legalLimit)
    report(error('legal-limit-missing', '/legalLimit', '没有法定办结时限。', 'The legal limit is not given.'));
  if (!promisedLimit)
    report(error('promised-limit-missing', '/promisedLimit', '没有承诺办结时限。', 'The promised limit is not given.'));
  if (legalLimit && promisedLimit && isLonger(promisedLimit, legalLimit))
    report(
      error(
        'promise-longer-than-law',
        '/promisedLimit',
        '承诺时限长于法定时限。',
        'The promised limit is longer than the legal one.',
      ),
    );
  for (const [key, limit] of Object.entries({ legalLimit, promisedLimit })) {
    if (limit && limit.unit !== 'working-days' && !Number.isInteger(limit.amount))
      report(
        error(
          'limit-half',
          `/${key}`,
          '只有工作日可以有半天，自然日和月应为整数。',
          'Only working days have halves; days and months are whole.',
        ),
      );
  }
  if (!process) {
    report(error('process-missing', '/process', '没有办理环节。', 'There are no steps.'));
    return;
  }
  if (process.steps.at(-1)?.role !== 'approver')
    report(
      error(
        'last-step-decides',
        '/process/steps',
        '最后一个环节应由审批人决定。',
        'The last step must be an approver’s.',
      ),
    );
  const keys = process.steps.map(({ key }) => key);
  if (new Set(keys).size < keys.length)
    report(error('step-key-twice', '/process/steps', '环节代号重复。', 'Two steps have the same key.'));
  const halves = process.steps.reduce((sum, { halfDays }) => sum + halfDays, 0);
  if (promisedLimit && halves > halfDaysIn(promisedLimit))
    report(
      error(
        'steps-longer-than-promise',
        '/process/steps',
        `各环节合计 ${halves / 2} 个工作日，超过承诺时限。`,
        `The steps add up to ${halves / 2} working days, more than is promised.`,
      ),
    );
}

/** Rights for questions the form does not ask protect nothing: most likely a key was mistyped. */
export function checkFieldRights(
  { materials, process }: ItemContent,
  questions: readonly QuestionAt[],
  report: Report,
): void {
  const asked = new Set([...questions.map(({ path }) => path), ...materials.map((material) => material.key)]);
  for (const [index, right] of (process?.fieldRights ?? []).entries()) {
    const unknown = right.questions.filter((key) => !asked.has(key));
    if (unknown.length > 0)
      report(
        error(
          'right-without-question',
          `/process/fieldRights/${index}/questions`,
          `表单和材料里没有：${unknown.join('、')}。`,
          `Neither form nor materials have: ${unknown.join(', ')}.`,
        ),
      );
  }
}
