import type { IrCase } from './ir.ts';

/** A row or an exception for the English sentence: `第 2 行` is a row of its table, or the line an exception stands on. */
export function sayLabel({ label }: Pick<IrCase, 'label'>, isException: boolean): string {
  return label.replace(/第 (\d+) 行/, isException ? ' line $1' : 'row $1').trim();
}
