import { compileOn, type Policy, type Population, readText } from '@zhengtong/rule-language';

const regions = [...'甲乙丙丁戊己庚辛壬癸'];
const amounts = ['营业收入', '研发费用', '资产总额', '纳税额', '投资额'];
const numbers = ['从业人数', '专利数', '成立年数'];

/** Firms as columns; four in ten research costs are unknown. */
export function makeFirms(rows: number): Population {
  const facts: Record<string, { values: Float64Array | Uint8Array | Int16Array; unknown?: number }> = {};
  let state = 777;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  for (const name of amounts)
    facts[name] = {
      values: Float64Array.from({ length: rows }, () =>
        name === '研发费用' && next() < 0.4 ? Number.NaN : Math.round(next() ** 3 * 1e8),
      ),
    };
  for (const name of numbers)
    facts[name] = { values: Float64Array.from({ length: rows }, () => Math.floor(next() ** 2 * 400)) };
  facts.地区 = { values: Uint8Array.from({ length: rows }, () => next() * 10) };
  facts.高新 = { values: Uint8Array.from({ length: rows }, () => (next() < 0.1 ? 1 : 0)) };
  return { rows, facts };
}

/** Generated policies of four to seven conditions, as a city writes them: a place, sizes, a ratio, a title. */
export function makePolicies(count: number): Policy[] {
  let state = 99;
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
  return Array.from({ length: count }, (_, number) => {
    const conditions = [
      `地区 in ("${regions[next(10)]}", "${regions[next(10)]}")`,
      `营业收入 >= ${next(50) * 1_000_000}`,
    ];
    const more = [
      `研发费用 >= 营业收入 * 0.0${1 + next(6)}`,
      `从业人数 <= ${50 + next(350)}`,
      `资产总额 <= ${1 + next(90)}000000`,
      `专利数 >= ${next(20)}`,
      '高新',
      `纳税额 > ${next(9)}00000`,
      `成立年数 >= ${next(6)}`,
      `投资额 >= ${next(30)}000000`,
    ];
    for (let at = 0; at < 2 + next(4); at++) conditions.push(more[next(more.length)] as string);
    const rows = [
      ...amounts.map((name) => `| ${name} | 金额 | |`),
      ...numbers.map((name) => `| ${name} | 数 | |`),
      `| 地区 | 代码：${regions.join('、')} | |`,
      '| 高新 | 是否 | |',
    ];
    const source = `# 政策${number}\n\`\`\`事实\n| 名称 | 类型 | 单位 |\n|---|---|---|\n${rows.join('\n')}\n\`\`\`\n## 第一条\n> 测试\n\`\`\`规则 符合\n= ${conditions.join(' and ')}\n\`\`\`\n`;
    const { program, problems } = compileOn(readText(source).text, 0);
    if (problems[0]) throw new Error(problems[0].en);
    return { id: `p${number}`, program, output: '符合' };
  });
}
