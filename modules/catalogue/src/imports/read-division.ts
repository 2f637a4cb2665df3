import { parseDivisionCode } from '@zhengtong/standards';
import { cleanText } from './clean-text.ts';
import type { CsvRow } from './read-csv.ts';

export type DivisionRow = {
  readonly code: string;
  readonly name: string;
  readonly level: 'province' | 'city' | 'county' | 'township' | 'village';
  readonly parent_code: string | null;
};

/**
 * Reads the rows of one list, in the order of the file. Lists write the same code in different lengths, and one of them
 * gives townships the code of their county: the first row of a county's code is the county, those after it lie in it.
 */
export function divisionReader(): (row: CsvRow) => DivisionRow | string {
  let county = '';
  return ({ cells }) => {
    const name = cleanText(cells.name);
    if (name === '') return '没有名称 · there is no name';
    const parsed = parseDivisionCode(cells.code ?? '');
    if (!parsed.ok) return `${parsed.refusal.say.zh} · ${parsed.refusal.say.en}`;
    const { code, level, parent } = parsed.value;
    if (level === 'country') return '不是一个行政区划 · not a division';
    if (level === 'county' && 'town' in cells) {
      if (county === code) return { code, name, level: 'township', parent_code: code };
      county = code;
    }
    return { code, name, level, parent_code: level === 'province' ? null : (parent ?? null) };
  };
}
