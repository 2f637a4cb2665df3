import { Buffer } from 'node:buffer';
import { ZenEngine } from '@gorules/zen-engine';
import type { FactsJson, Program } from '@zhengtong/rule-language';
import { evaluate } from 'feelin';
import { Engine } from 'json-rules-engine';
import Publicodes from 'publicodes';
import { regions, standards } from './households.ts';

/** Another engine with the same fourteen rules: what it pays for one household. */
export type Other = { readonly name: string; readonly cases: number; pay(facts: FactsJson): Promise<number> | number };

export function listOthers(program: Program): Other[] {
  return [feelinOf(program), zenOf(program), jsonRules(), publicodesOf()];
}

const standardOf = (facts: FactsJson): number => standards[regions.indexOf(String(facts.地区))] ?? 0;
/** Where an engine has no rounding, or rounds doubles, this is what its user writes. */
const roundUp = (due: number): number => (due > 0 ? Math.ceil(Math.max(due, 50)) : 0);

/** The rule text's own FEEL, rule after rule, as feelin offers no way to compile. */
function feelinOf(program: Program): Other {
  const rules = program.rules.filter((rule) => rule.name !== '保障金');
  return {
    name: 'feelin',
    cases: 300,
    pay: (facts) => {
      const context: Record<string, unknown> = { ...facts, 月标准: standardOf(facts), 扣减上限: 600, 资产月数: 24 };
      for (const rule of rules) context[rule.name] = evaluate(rule.source, context).value;
      return Number(evaluate('if 应发 > 0 then ceiling(max(应发, 50)) else 0', context).value);
    },
  };
}

/** ASCII names in the place of Chinese ones, for parsers that read no other: longest first. */
function speller(names: readonly string[]): { id(name: string): string; spell(text: string): string } {
  const ids = new Map(names.map((name, at) => [name, `v${at}`]));
  const longest = [...ids].sort((a, b) => b[0].length - a[0].length);
  return {
    id: (name) => ids.get(name) ?? name,
    spell: (text) => longest.reduce((out, [zh, id]) => out.replaceAll(zh, id), text),
  };
}

/** Zen's own expressions: `and`, `not`, ternaries; its decimals have 28 digits. ASCII names, as its parser wants. */
function zenOf(program: Program): Other {
  const { id: ascii, spell } = speller(
    [...program.facts, ...program.rules].map((one) => one.name).concat('月标准', '扣减上限'),
  );
  const expressions: [string, string][] = [
    ['就业扣减', 'min([工资 * 0.5, 扣减上限 * 人数])'],
    ['总收入', '工资 - $.就业扣减 + 经营收入 + 财产收入 + 转移收入'],
    ['支出扣减', 'min([刚性支出, 2000])'],
    ['人均收入', 'max([0, $.总收入 - $.支出扣减]) / 人数'],
    ['财产符合', '金融资产 <= 月标准 * 24 * 人数 and 住房套数 <= 1 and not 有机动车'],
    ['整户', '$.人均收入 < 月标准 and $.财产符合 and not 严重失信'],
    ['边缘', '$.财产符合 and $.人均收入 < 月标准 * 1.5'],
    ['单人保', 'not $.整户 and $.边缘 and 重残数 + 重病数 > 0'],
    ['基本额', '(月标准 - $.人均收入) * 人数'],
    ['增发', '月标准 * (0.3 * (重残数 + 重病数) + 0.2 * (老人数 + 未成年数))'],
    ['渐退比例', 'not 已在保 ? 0 : 就业月数 <= 3 ? 1 : 就业月数 <= 6 ? 0.5 : 0'],
    ['渐退额', 'not $.整户 and $.边缘 ? 月标准 * $.渐退比例 * 人数 * 0.4 : 0'],
    ['应发', '$.整户 ? $.基本额 + $.增发 : $.单人保 ? 月标准 * (重残数 + 重病数) : $.渐退额'],
    ['保障金', '$.应发 > 0 ? ceil(max([$.应发, 50])) : 0'],
  ];
  const rows = expressions.map(([name, text], at) => ({ id: `e${at}`, key: ascii(name), value: spell(text) }));
  const nodes = [
    { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
    { id: 'ex', type: 'expressionNode', name: 'ex', position: { x: 1, y: 0 }, content: { expressions: rows } },
    { id: 'out', type: 'outputNode', name: 'out', position: { x: 2, y: 0 } },
  ];
  const edges = [
    { id: 'a', type: 'edge', sourceId: 'in', targetId: 'ex' },
    { id: 'b', type: 'edge', sourceId: 'ex', targetId: 'out' },
  ];
  const decision = new ZenEngine().createDecision(
    Buffer.from(JSON.stringify({ contentType: 'application/vnd.gorules.decision', nodes, edges })),
  );
  return {
    name: '@gorules/zen-engine',
    cases: 2000,
    pay: async (facts) => {
      const given = Object.entries({ ...facts, 月标准: standardOf(facts), 扣减上限: 600 }).map(([name, value]) => [
        ascii(name),
        value,
      ]);
      const { result } = await decision.evaluate(Object.fromEntries(given));
      return Number(result[ascii('保障金')]);
    },
  };
}

/** It has no arithmetic: amounts are host functions, its rules only choose. */
function jsonRules(): Other {
  const engine = new Engine();
  const number = (almanac: { factValue<T>(name: string): Promise<T> }, name: string) => almanac.factValue<number>(name);
  engine.addFact('each', async (_, almanac) => {
    const [wage, people, trade, rent, transfer, burden] = await Promise.all(
      ['工资', '人数', '经营收入', '财产收入', '转移收入', '刚性支出'].map((name) => number(almanac, name)),
    );
    const income =
      (wage ?? 0) - Math.min((wage ?? 0) * 0.5, 600 * (people ?? 1)) + (trade ?? 0) + (rent ?? 0) + (transfer ?? 0);
    return Math.max(0, income - Math.min(burden ?? 0, 2000)) / (people ?? 1);
  });
  engine.addFact('gap', async (_, almanac) => (await number(almanac, 'standard')) - (await number(almanac, 'each')));
  engine.addFact(
    'nearGap',
    async (_, almanac) => (await number(almanac, 'standard')) * 1.5 - (await number(almanac, 'each')),
  );
  engine.addFact(
    'assetGap',
    async (_, almanac) =>
      (await number(almanac, 'standard')) * 24 * (await number(almanac, '人数')) - (await number(almanac, '金融资产')),
  );
  engine.addFact('weak', async (_, almanac) => (await number(almanac, '重残数')) + (await number(almanac, '重病数')));
  const fits = [
    { fact: 'assetGap', operator: 'greaterThanInclusive', value: 0 },
    { fact: '住房套数', operator: 'lessThanInclusive', value: 1 },
    { fact: '有机动车', operator: 'equal', value: false },
  ];
  const whole = [
    { fact: 'gap', operator: 'greaterThan', value: 0 },
    ...fits,
    { fact: '严重失信', operator: 'equal', value: false },
  ];
  engine.addRule({ conditions: { all: whole }, event: { type: 'whole' }, priority: 3 });
  const near = [{ fact: 'nearGap', operator: 'greaterThan', value: 0 }, ...fits];
  engine.addRule({
    conditions: { all: [...near, { fact: 'weak', operator: 'greaterThan', value: 0 }] },
    event: { type: 'single' },
    priority: 2,
  });
  engine.addRule({ conditions: { all: near }, event: { type: 'near' }, priority: 1 });
  return {
    name: 'json-rules-engine',
    cases: 1000,
    pay: async (facts) => {
      const standard = standardOf(facts);
      const { events, almanac } = await engine.run({ ...facts, standard });
      const of = (name: string) => Number(facts[name]);
      const weak = of('重残数') + of('重病数');
      switch (events[0]?.type) {
        case 'whole':
          return roundUp(
            (standard - (await number(almanac, 'each'))) * of('人数') +
              standard * (0.3 * weak + 0.2 * (of('老人数') + of('未成年数'))),
          );
        case 'single':
          return roundUp(standard * weak);
        case 'near': {
          const share = facts.已在保 !== true ? 0 : of('就业月数') <= 3 ? 1 : of('就业月数') <= 6 ? 0.5 : 0;
          return roundUp(standard * share * of('人数') * 0.4);
        }
        default:
          return 0;
      }
    },
  };
}

/** Publicodes rounds only to the nearest: rounding up is its user's. */
function publicodesOf(): Other {
  const given = [
    '月标准',
    '人数',
    '工资',
    '经营收入',
    '财产收入',
    '转移收入',
    '刚性支出',
    '金融资产',
    '住房套数',
    '老人数',
    '未成年数',
    '重残数',
    '重病数',
    '就业月数',
  ];
  const truths = ['有机动车', '已在保', '严重失信'];
  const rules = {
    ...Object.fromEntries(given.map((name) => [name, { 'par défaut': 0 }])),
    ...Object.fromEntries(truths.map((name) => [name, { 'par défaut': 'non' }])),
    就业扣减: { 'le minimum de': ['工资 * 0.5', '600 * 人数'] },
    总收入: '工资 - 就业扣减 + 经营收入 + 财产收入 + 转移收入',
    支出扣减: { 'le minimum de': ['刚性支出', '2000'] },
    净收入: { 'le maximum de': ['0', '总收入 - 支出扣减'] },
    人均收入: '净收入 / 人数',
    财产符合: { 'toutes ces conditions': ['金融资产 <= 月标准 * 24 * 人数', '住房套数 <= 1', '有机动车 = non'] },
    整户: { 'toutes ces conditions': ['人均收入 < 月标准', '财产符合', '严重失信 = non'] },
    边缘: { 'toutes ces conditions': ['财产符合', '人均收入 < 月标准 * 1.5'] },
    单人保: { 'toutes ces conditions': ['整户 = non', '边缘', '重残数 + 重病数 > 0'] },
    基本额: '(月标准 - 人均收入) * 人数',
    增发: '月标准 * (0.3 * (重残数 + 重病数) + 0.2 * (老人数 + 未成年数))',
    渐退比例: {
      variations: [
        { si: '已在保 = non', alors: 0 },
        { si: '就业月数 <= 3', alors: 1 },
        { si: '就业月数 <= 6', alors: 0.5 },
        { sinon: 0 },
      ],
    },
    渐退额: { variations: [{ si: '边缘', alors: '月标准 * 渐退比例 * 人数 * 0.4' }, { sinon: 0 }] },
    应发: {
      variations: [
        { si: '整户', alors: '基本额 + 增发' },
        { si: '单人保', alors: '月标准 * (重残数 + 重病数)' },
        { sinon: '渐退额' },
      ],
    },
  };
  const { id, spell } = speller(Object.keys(rules));
  const engine = new Publicodes(
    JSON.parse(spell(JSON.stringify(rules))) as ConstructorParameters<typeof Publicodes>[0],
  );
  return {
    name: 'publicodes',
    cases: 300,
    pay: (facts) => {
      const situation = { 月标准: standardOf(facts), ...facts } as Record<string, unknown>;
      const said = [
        ...given.map((name) => [id(name), situation[name]]),
        ...truths.map((name) => [id(name), situation[name] === true ? 'oui' : 'non']),
      ];
      engine.setSituation(Object.fromEntries(said));
      return roundUp(Number(engine.evaluate(id('应发')).nodeValue));
    },
  };
}
