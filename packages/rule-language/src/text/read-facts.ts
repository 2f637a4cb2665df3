import { readType } from '../ir/type.ts';
import type { Article, Entity, Fact, Parameter, ParameterValue } from './model.ts';
import { problem } from './problem.ts';
import { fieldOf, type RawBlock, type Said } from './raw.ts';
import { type Report, readBounds, readDay, readTypeAt, splitNames } from './read-values.ts';

const columns = {
  name: ['名称', 'name'],
  type: ['类型', 'type'],
  unit: ['单位', 'unit'],
  range: ['范围', 'range'],
  source: ['来源', 'source'],
  note: ['说明', 'note'],
  from: ['起', '生效', 'from'],
  until: ['止', '失效', 'until'],
  value: ['值', '数额', 'value'],
  decree: ['依据', '文件', 'under', 'decree'],
} as const;

type Column = keyof typeof columns;

function cellsBy(block: RawBlock, row: readonly Said[]): (column: Column) => Said | undefined {
  return (column) => {
    const index = block.header.findIndex((cell) => (columns[column] as readonly string[]).includes(cell.text));
    return index < 0 ? undefined : row[index];
  };
}

const names = (wanted: readonly Column[]) => wanted.map((column) => columns[column][0]);

function requireColumns(block: RawBlock, wanted: readonly Column[], report: Report): boolean {
  const missing = wanted.filter(
    (column) => !block.header.some((cell) => (columns[column] as readonly string[]).includes(cell.text)),
  );
  if (missing.length === 0) return true;
  const said = names(missing).join('、');
  report(
    problem('text-missing-field', block.at, {
      zh: `表格缺少列：${said}`,
      en: `the table lacks the columns ${said}`,
      expected: names(wanted),
    }),
  );
  return false;
}

/** Rows of a facts or members block: name, type, unit, range, source, note. */
export function readFacts(block: RawBlock, report: Report): Fact[] {
  if (!requireColumns(block, ['name', 'type'], report)) return [];
  const facts: Fact[] = [];
  for (const row of block.rows) {
    const cell = cellsBy(block, row);
    const name = cell('name');
    const type = cell('type');
    if (!name?.text || !type) continue;
    const read = readTypeAt(type.text, cell('unit'), type.at, report);
    facts.push({
      name: name.text,
      at: name.at,
      type: read ?? { kind: 'any' },
      ...readBounds(cell('range'), report),
      source: cell('source')?.text ?? '',
      note: cell('note')?.text ?? '',
    });
  }
  return facts;
}

export function readMembers(block: RawBlock, report: Report): Entity {
  const unit = fieldOf(block, '单位');
  const type = unit ? readTypeAt('个数', unit, unit.at, report) : readType('人数');
  const counted = type && 'kind' in type && type.kind === 'number' ? (type.unit ?? '') : '';
  return { name: block.name.text, at: block.name.at, unit: counted, fields: readFacts(block, report) };
}

/** A parameter: its dated values, one row each, with the decree behind it. */
export function readParameter(block: RawBlock, article: Article, report: Report): Parameter | undefined {
  const by = splitNames(fieldOf(block, '按'));
  if (!requireColumns(block, ['from', 'value', 'decree'], report)) return undefined;
  const keyColumns = by.map((name) => block.header.findIndex((cell) => cell.text === name.text));
  for (const [at, column] of keyColumns.entries()) {
    if (column >= 0) continue;
    const name = by[at] as Said;
    const expected = block.header.map((cell) => cell.text);
    report(
      problem('text-missing-field', name.at, {
        zh: `表格没有“${name.text}”这一列`,
        en: `the table has no column "${name.text}"`,
        expected,
        wrote: name.text,
      }),
    );
  }
  const unit = fieldOf(block, '单位');
  const written = fieldOf(block, '类型');
  const usual = unit && /元/.test(unit.text) ? '金额' : '数';
  const type = readTypeAt(written?.text ?? usual, unit, (written ?? unit ?? block.name).at, report);
  const values: ParameterValue[] = block.rows.flatMap((row): ParameterValue[] => {
    const cell = cellsBy(block, row);
    const value = cell('value');
    if (!value) return [];
    return [
      {
        keys: keyColumns.map((column) => row[column]?.text.replace(/^"(.*)"$/, '$1') ?? ''),
        from: readDay(cell('from'), report),
        until: readDay(cell('until'), report),
        value,
        decree: cell('decree')?.text ?? '',
        at: row[0]?.at ?? block.at,
      },
    ];
  });
  return {
    name: block.name.text,
    at: block.name.at,
    article,
    type: type ?? (readType('数') as Parameter['type']),
    by,
    proof: fieldOf(block, '核对')?.text ?? article.proof,
    checkedUntil: readDay(fieldOf(block, '核对有效至'), report),
    values,
  };
}
