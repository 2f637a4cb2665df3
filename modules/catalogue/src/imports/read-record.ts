import { type Reading, unread } from './item-record.ts';
import { isGuangdong, readGuangdong } from './read-guangdong.ts';
import type { Row } from './read-rows.ts';
import { isSichuan, readSichuan } from './read-sichuan.ts';

/** Whether a row is of a list of items at all, whatever it may lack. */
export const isItem = ({ value }: Row): boolean =>
  typeof value === 'object' && value !== null && (isSichuan({ ...value }) || isGuangdong({ ...value }));

/** Which source a row is of, and what it says. Each source has its own table of codes. */
export function readRecord({ value, wrong }: Row): Reading {
  if (wrong !== undefined) return { ok: false, reason: wrong };
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return unread('不是一条记录', 'not a record');
  const row = value as Record<string, unknown>;
  if (isSichuan(row)) return readSichuan(row);
  if (isGuangdong(row)) return readGuangdong(row);
  // Portals answer 200 with a message where an item is gone.
  if (typeof row.msg === 'string') return unread(`没有事项：${row.msg}`, 'no item, only a message');
  return unread('不认识这种格式', 'not a format we know');
}
