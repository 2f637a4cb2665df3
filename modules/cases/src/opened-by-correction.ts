import type { OnlineItem } from '@zhengtong/catalogue';
import { type Condition, listAsked } from '@zhengtong/forms';
import type { CorrectionPoint } from './domain/action.ts';
import { formOf } from './form-of-item.ts';

type Place = Pick<CorrectionPoint, 'at'>;

/**
 * What a correction opens: what was asked about, and whatever applies or not by an answer asked about. Else a corrected
 * answer could call for another one that nobody may give, and the correction could never be sent.
 */
export function openedBy(item: OnlineItem, asked: readonly Place[] = []): readonly Place[] {
  const open = new Set(asked.map(({ at }) => at));
  const follows = (when: Condition | undefined): boolean =>
    when !== undefined && listAsked(when).some((path) => open.has(path.split('.')[0] ?? ''));
  // A condition looks at earlier questions alone: once through, in order, finds what follows from what follows.
  for (const section of formOf(item).definition.sections)
    for (const { key, when } of section.questions) if (follows(section.when) || follows(when)) open.add(key);
  for (const { key, need, when } of item.materials)
    if (need === 'conditional' && follows(when as Condition | undefined)) open.add(key);
  return [...open].map((at) => ({ at }));
}
