import { addDays, type CivilDate, findCivilDate } from '@zhengtong/kernel';
import { addMonths, sayDay, toHalfWidth } from '@zhengtong/standards';
import { joinDateParts } from '@zhengtong/ui';
import type { Question } from '../../definition/definition.ts';
import { bad, type Checked, type FormContext, good, type JsonSchema, type Kind, type PostBody } from '../kind.ts';
import { isBlank, readText } from '../typed.ts';

/** Three boxes `name-year`, `-month`, `-day`, or one text under the name itself. */
export function readDate(post: PostBody, name: string): string | undefined {
  const whole = readText(post, name);
  if (whole !== undefined) return whole;
  const parts = ['year', 'month', 'day'].map((part) => readText(post, `${name}-${part}`));
  if (parts.every((part) => part === undefined)) return undefined;
  const [year, month, day] = parts.map((part) => toHalfWidth(part ?? ''));
  return joinDateParts({ [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: day }, name);
}

export function writeDate(value: unknown, name: string): readonly (readonly [string, string])[] {
  const [year = '', month = '', day = ''] = typeof value === 'string' ? value.split('-') : [];
  return [
    [`${name}-year`, year],
    [`${name}-month`, month],
    [`${name}-day`, day],
  ];
}

const two = (text: string): string => text.padStart(2, '0');

/** Forms people write a day in: 2026-11-3, 2026/11/03, 2026.11.3, 2026年11月3日, 20261103. */
export function findTypedDate(text: string): CivilDate | undefined {
  const typed = toHalfWidth(text).replace(/\s/g, '');
  const match =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(typed)?.filter((_, i) => i !== 2) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/.exec(typed) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(typed);
  return match ? findCivilDate(`${match[1]}-${two(match[2] ?? '')}-${two(match[3] ?? '')}`) : undefined;
}

/** `today`, `today+30d`, `today-18y` or a day. */
export function boundOf(bound: string, today: CivilDate): CivilDate {
  const match = /^today(?:([+-]\d+)([dmy]))?$/.exec(bound);
  if (!match) return bound as CivilDate;
  const count = Number(match[1] ?? 0);
  if (match[2] === 'd') return addDays(today, count);
  return addMonths(today, match[2] === 'y' ? count * 12 : count);
}

export function check(typed: unknown, { earliest, latest }: Question, { today }: FormContext): Checked {
  const on = typeof typed === 'string' ? findTypedDate(typed) : undefined;
  if (!on || on < '1800-01-01')
    return bad(
      'no-such-day',
      '日期不对，请填写年、月、日，例如 2026 年 3 月 15 日。',
      'Enter a real day, such as 15 March 2026.',
    );
  const first = earliest ? boundOf(earliest, today) : undefined;
  const last = latest ? boundOf(latest, today) : undefined;
  if (first && on < first)
    return bad('too-early', `不能早于${sayDay(first).zh}。`, `This cannot be before ${sayDay(first).en}.`);
  if (last && on > last)
    return bad('too-late', `不能晚于${sayDay(last).zh}。`, `This cannot be after ${sayDay(last).en}.`);
  return good(on);
}

// Bounds that move with today cannot stand in a schema; the check holds them.
export const schemaOf = (): JsonSchema => ({ type: 'string', format: 'date' });

export const isNoDate = (typed: unknown): boolean =>
  isBlank(typed) || (typeof typed === 'string' && /^[\s-]*$/.test(typed));

export const reading: Pick<Kind, 'read' | 'write' | 'isEmpty'> = {
  read: readDate,
  write: writeDate,
  isEmpty: isNoDate,
};
