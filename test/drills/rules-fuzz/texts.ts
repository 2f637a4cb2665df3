import { listPolicyFiles, printYaml, readPolicy, readText } from '@zhengtong/rule-language';
import { randomCharacters, randomExpression, randomTokens } from '@zhengtong/rule-language/test';

export type Chance = () => number;
const pick = <T>(next: Chance, list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;

/** Words that end a string, a name, a comment, a fence or a template somewhere, or reach into JavaScript or SQL. */
const hostile = [
  '`$' + '{globalThis.escaped=1}`',
  '";globalThis.escaped=1;//',
  "';globalThis.escaped=1;//",
  '*/globalThis.escaped=1;/*',
  '\\u0022;globalThis.escaped=1;//',
  '\\u{22}+globalThis.escaped',
  'x=>globalThis.escaped=1',
  'f0;globalThis.escaped=1',
  '\u2028globalThis.escaped=1',
  '\u2029',
  '\uFEFF',
  '\u202e',
  '\u200b',
  '\uD800',
  "'); DROP TABLE cases; --",
  '"); DROP TABLE cases; --',
  "\\'; DROP TABLE cases; --",
  '$$; DROP TABLE cases; $$',
  '/* */',
  '--',
  '\r\n',
  '\t',
  '\u0000',
  '”“',
  '）（',
  '𠀀',
  '= = =',
  '→→',
  '||||',
  '\\|',
  '```',
  '1e999',
  '1e-999',
  '[1..',
  '9'.repeat(400),
  '('.repeat(300),
  'if '.repeat(60),
  '不低于：-1e400',
  '舍入：进位到 0',
  '2024-02-30',
  '99999-01-01',
  '!!js/function "x"',
  '&a [*a]',
];
const names = [
  '月收入',
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'a"b',
  "a'b",
  '人数`',
  '$',
  'toString',
  'r0',
  'f0',
  'q0',
  'out',
  'Math',
  'case_id',
  'c',
  'm',
  'NaN',
  'α\u0301',
  '人均-收入',
  'item',
  '甲\\',
];
const types = [
  '数',
  '金额',
  '个数',
  '是否',
  '日期',
  '代码：甲、`',
  '代码：a\'b、"c',
  '文本',
  '年月时长',
  '列表<数>',
  '记录{甲: 数}',
];

/** A small text of its own: declared names, types, a table, an exception and an example, each now and then a hostile one. */
function smallText(next: Chance): string {
  const word = () => (next() < 0.15 ? pick(next, hostile) : pick(next, names));
  const [a, b, c] = [word(), word(), word()];
  const body = () =>
    pick(next, [
      () => `${a} + ${b}`,
      () => `if ${a} > 1 then "${pick(next, hostile)}" else ${b}`,
      () => `{${a}: 1}.${a}`,
      () => `(function(x) x)(${a})`,
      () => pick(next, hostile),
      () => `${a} in (1, [2..3])`,
      () => `sum(成员[${b} > 1].${b})`,
      () => `some ${c} in 成员 satisfies ${c}.${b} > ${a}`,
      () => `count(成员[${b} = max(成员.${b})])`,
      () => `${a}.${b}.constructor`,
      () => `${a} / ${b} ** -2`,
      () => `date(${a}, 2, 30) + duration("P1M")`,
      () => `"${pick(next, hostile).replaceAll('"', '')}" = ${a}`,
      () => randomExpression(next, 3),
      () => randomTokens(next),
      () => randomCharacters(next),
    ])();
  const blocks = [
    () => `\`\`\`规则 ${word()}\n${next() < 0.3 ? '舍入：进位到 元\n' : ''}= ${body()}\n\`\`\``,
    () => `\`\`\`例外 ${word()}\n当：${body()}\n= ${body()}\n\`\`\``,
    () =>
      `\`\`\`表 ${word()}\n命中：${pick(next, ['唯一', '首个', '求和', '收集', '优先', 'X'])}\n| ${a} | → ${b} |\n|---|---|\n| ${pick(next, ['-', '> 1', '"甲"', '[1..2]', body()])} | ${body()} |\n\`\`\``,
    () =>
      `\`\`\`参数 ${word()}\n| 起 | 值 | 依据 |\n|---|---|---|\n| 2024-01-01 | ${pick(next, ['1', '30%', body()])} | 令 |\n\`\`\``,
    () => `\`\`\`例题 ${word()}\n${a} = ${body()}\n→ ${c} = ${body()}\n\`\`\``,
    () => `\`\`\`主张\n${a} 增加，${c} 不减\n\`\`\``,
    () => `\`\`\`裁量 ${word()}\n类型：是否\n\`\`\``,
  ];
  const some = Array.from({ length: 1 + Math.floor(next() * 4) }, () => pick(next, blocks)());
  const facts = `\`\`\`事实\n| 名称 | 类型 |\n|---|---|\n| ${a} | ${pick(next, types)} |\n| 甲乙 | ${pick(next, types)} |\n\`\`\``;
  const members = `\`\`\`成员 成员\n| 名称 | 类型 |\n|---|---|\n| ${b} | ${pick(next, types)} |\n\`\`\``;
  return `# 试${next() < 0.3 ? pick(next, hostile) : ''}\n${facts}\n${members}\n## 第一条\n> x\n\`\`\`规则 ${c}\n= ${body()}\n\`\`\`\n${some.join('\n')}\n`;
}

/** A text without a fault in it but for what it is called: these get as far as code and SQL, with every hostile name and code. */
function soundText(next: Chance): string {
  const safe = (word: string) => word.replace(/[|\n\r`"\\]/g, '').trim();
  const distinct = [...new Set([...names, ...hostile].map(safe))].filter((word) => /^[\p{L}_$]/u.test(word));
  const a = pick(next, distinct);
  const code = safe(pick(next, hostile)).replace(/[、,，:：<>{}（）()]/g, '') || '甲';
  const forms: readonly (() => string)[] = [
    () => `if 码 = "${code}" then 量 else 额`,
    () => `量 / (额 + 1) + count(成员[岁 > 量])`,
    () => `if 码 in ("${code}", "乙") and 量 > 1 then "${code}" else "乙"`,
    () => `量 ** -2 + 额 ** 2`,
    () => `some 人 in 成员 satisfies 人.岁 = 量 and 码 = "${code}"`,
    () => `sum(成员[名 = "${code}"].岁)`,
    () => `日 + duration("P${Math.floor(next() * 40)}M") > 日`,
  ];
  return `# 试\n\`\`\`事实\n| 名称 | 类型 |\n|---|---|\n| 量 | 数 |\n| 额 | 数 |\n| 日 | 日期 |\n| 码 | 代码：${code}、乙 |\n| ${a} | 数 |\n\`\`\`\n\`\`\`成员 成员\n| 名称 | 类型 |\n|---|---|\n| 岁 | 数 |\n| 名 | 代码：${code}、丙 |\n\`\`\`\n## 第一条\n> x\n\`\`\`规则 果\n= ${pick(next, forms)()}\n\`\`\`\n\`\`\`规则 ${pick(next, distinct)}\n= ${a} + 1\n\`\`\`\n`;
}

/** Where a text is cut: the head and a window of a shipped one. Whole texts would spend the time on what has not changed. */
function windowOf(whole: string, next: Chance): string {
  const head = whole.slice(0, Math.max(0, whole.indexOf('\n## ')));
  const from = whole.indexOf('```', Math.floor(next() * whole.length));
  return `${head.slice(0, 2500)}\n## 第一条\n> 条\n${whole.slice(Math.max(from, 0), Math.max(from, 0) + 900)}`;
}

/** Stretches cut, doubled, swapped for hostile words, for signs or for stretches of another place. */
function mutate(text: string, next: Chance): string {
  let changed = text;
  const cuts = 1 + Math.floor(next() * 4);
  for (let count = 0; count < cuts; count++) {
    const start = Math.floor(next() * changed.length);
    const end = start + Math.floor(next() * 12);
    const elsewhere = Math.floor(next() * changed.length);
    const instead = pick(next, [
      '',
      pick(next, hostile),
      changed.slice(start, end).repeat(2),
      changed.slice(elsewhere, elsewhere + 30),
      pick(next, ['=', '|', '"', '(', '，', '\n', '- ', ': ', '\n  ']),
    ]);
    changed = changed.slice(0, start) + instead + changed.slice(end);
  }
  return changed;
}

/** Makes one text after the other: small ones of hostile names, shipped ones with wounds, in Markdown and in YAML, and noise. */
export function textMaker(): (next: Chance) => string {
  const shipped = listPolicyFiles().map(readPolicy);
  const asYaml = shipped.map((source) => printYaml(readText(source).raw));
  return (next) => {
    const kind = next();
    if (kind < 0.25) return soundText(next);
    if (kind < 0.55) return smallText(next);
    if (kind < 0.85) return mutate(windowOf(pick(next, shipped), next), next);
    if (kind < 0.9) return mutate(printYaml(readText(windowOf(pick(next, shipped), next)).raw), next);
    if (kind < 0.93) return mutate(pick(next, asYaml).slice(0, 1 + Math.floor(next() * 3000)), next);
    return kind < 0.97
      ? `# ${randomTokens(next)}\n\`\`\`${randomTokens(next)}\n${randomCharacters(next)}`
      : randomCharacters(next);
  };
}
