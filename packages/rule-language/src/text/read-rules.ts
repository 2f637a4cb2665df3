import { guessNumber } from '../feel/guess-number.ts';
import type { Article, Exception, Rule, Table } from './model.ts';
import { type At, problem } from './problem.ts';
import { fieldOf, type RawBlock, type Said } from './raw.ts';
import { type Report, readDay, readPolicy, readRounding, readTypeAt } from './read-values.ts';

function inForce(block: RawBlock, report: Report): { from: number | null; until: number | null } {
  return { from: readDay(fieldOf(block, '生效'), report), until: readDay(fieldOf(block, '失效'), report) };
}

function declaredType(block: RawBlock, report: Report): Rule['type'] {
  const unit = fieldOf(block, '单位');
  const type = fieldOf(block, '类型');
  if (!unit && !type) return null;
  const usual = unit && /元/.test(unit.text) ? '金额' : '数';
  return readTypeAt(type?.text ?? usual, unit, (type ?? unit ?? block).at as At, report);
}

function missing(block: RawBlock, zh: string, en: string, report: Report): undefined {
  report(problem('text-missing-field', block.at, { zh, en, expected: [zh] }));
}

export function readRule(block: RawBlock, article: Article, report: Report): Rule | undefined {
  if (!block.body) return missing(block, '= 表达式', 'an expression after =', report);
  return {
    name: block.name.text,
    at: block.name.at,
    article,
    body: block.body,
    type: declaredType(block, report),
    rounding: readRounding(fieldOf(block, '舍入'), report),
    atLeast: fieldOf(block, '不低于') ?? null,
    atMost: fieldOf(block, '不高于') ?? null,
    reasonCode: fieldOf(block, '理由码')?.text ?? '',
    ...inForce(block, report),
  };
}

export function readException(block: RawBlock, article: Article, report: Report): Exception | undefined {
  const when = fieldOf(block, '当');
  if (!when) return missing(block, '当：条件', 'a condition after 当：', report);
  if (!block.body) return missing(block, '= 表达式', 'an expression after =', report);
  return {
    name: block.name.text,
    at: block.name.at,
    article,
    label: fieldOf(block, '标签')?.text ?? `${article.citation || '例外'}第 ${block.at.line} 行`,
    when,
    body: block.body,
    rank: readRank(fieldOf(block, '次序'), report),
    ...inForce(block, report),
  };
}

/** Which exception stands over which: a rank that cannot be read is said, since another would pay another amount. */
function readRank(said: Said | undefined, report: Report): number {
  if (!said) return 1;
  if (/^-?\d{1,6}$/.test(said.text)) return Number(said.text);
  const words = { zh: `次序“${said.text}”`, en: `rank "${said.text}"`, expected: ['1', '2'] };
  report(problem('number-bad', said.at, { ...words, meant: guessNumber(said.text) }));
  return 1;
}

/** A decision table: input columns, then `→ output` columns, then notes. `→ 等级（甲、乙）` lists priorities. */
export function readTable(block: RawBlock, article: Article, report: Report): Table | undefined {
  const kinds = block.header.map((cell) =>
    /^(→|->)/.test(cell.text) ? 'output' : /^(注|说明|note)$/.test(cell.text) ? 'note' : 'input',
  );
  const pick = (row: readonly Said[], kind: string) => row.filter((_, index) => kinds[index] === kind);
  const outputs = pick(block.header, 'output').map((cell) => {
    const match = /^(?:→|->)\s*([^（(]*?)\s*(?:[（(](.*)[)）])?$/.exec(cell.text);
    return {
      name: match?.[1] || block.name.text,
      priorities: (match?.[2] ?? '')
        .split(/[、,，]/)
        .map((word) => word.trim())
        .filter(Boolean),
    };
  });
  if (outputs.length === 0) return missing(block, '→ 输出列', 'an output column "→ name"', report);
  return {
    name: block.name.text,
    at: block.name.at,
    article,
    policy: readPolicy(fieldOf(block, '命中'), report),
    inputs: pick(block.header, 'input'),
    outputs,
    rows: block.rows
      .filter((row) => row.length === block.header.length)
      .map((row) => ({
        at: row[0]?.at ?? block.at,
        tests: pick(row, 'input'),
        results: pick(row, 'output'),
        note: pick(row, 'note')
          .map((cell) => cell.text)
          .join(' '),
      })),
    otherwise: fieldOf(block, '缺省') ?? null,
    rounding: readRounding(fieldOf(block, '舍入'), report),
    type: declaredType(block, report),
    ...inForce(block, report),
  };
}
