import type { Letter } from './letter.ts';

/** What the letter is called; a permit's decision has the name the law gives it. */
export function titleOf(letter: Letter): string {
  if (letter.kind === 'acceptance') return '受理通知书';
  if (letter.kind === 'correction') return '申请材料补正告知书';
  if (letter.kind === 'non-acceptance') return '不予受理通知书';
  const refused = letter.outcome === 'refused';
  if (letter.item.isPermit) return refused ? '不予行政许可决定书' : '准予行政许可决定书';
  return refused ? '办理决定书（不予）' : '办理决定书（准予）';
}
