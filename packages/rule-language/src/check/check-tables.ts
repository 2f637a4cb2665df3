import { coverOf } from '../ir/cover.ts';
import { nodesIn, type Program, type RuleSlot } from '../ir/ir.ts';
import { sayLabel } from '../ir/say-label.ts';
import { neededRules } from '../simulate/refuse-population.ts';
import { problem, type TextProblem } from '../text/problem.ts';

/** Tables complete and without overlap, rows and rules that can be reached, exceptions that never collide. */
export function checkTables(program: Program): TextProblem[] {
  const seen = new Set<string>();
  const problems = program.rules.flatMap((rule) => checkRule(program, rule));
  // The output columns of one table share their rows: say it once.
  return problems.filter((one) => {
    const key = `${one.code} ${one.line}:${one.column} ${one.zh}`;
    return !seen.has(key) && seen.add(key);
  });
}

function checkRule(program: Program, rule: RuleSlot): TextProblem[] {
  return [...nodesIn(rule.ir)].flatMap((node) => {
    if (node.op !== 'choose') return [];
    const name = rule.name.split('.')[0] ?? rule.name;
    const isExceptions = node.of === 'exceptions';
    const cover = coverOf(node, program);
    if (!cover) {
      if (isExceptions) return [];
      return [
        problem('table-gap', node.at, {
          zh: `“${name}”的条件不是与固定值比较，查不了是否齐全`,
          en: `the conditions of "${name}" are not held against fixed values: completeness cannot be told`,
          severity: 'hint',
        }),
      ];
    }
    const said = (row: number) => node.cases[row]?.label ?? '';
    const saidInEnglish = (row: number) => sayLabel({ label: said(row) }, isExceptions);
    const overlaps = cover.overlaps
      .filter((one) => node.policy === 'U' || one.differ)
      .map(({ rows: [a, b], at }) =>
        problem(isExceptions ? 'exception-conflict' : 'table-overlap', node.cases[b]?.at ?? node.at, {
          zh: `“${name}”${said(a)}与${said(b)}：${at}`,
          en: `"${name}" ${saidInEnglish(a)} and ${saidInEnglish(b)}: ${at}`,
          severity: 'warning',
        }),
      );
    if (isExceptions) return overlaps;
    return [
      ...cover.gaps.map((gap) =>
        problem('table-gap', node.at, {
          zh: `“${name}”没有行管：${gap}`,
          en: `no row of "${name}" covers ${gap}`,
          severity: 'warning',
        }),
      ),
      ...overlaps,
      ...cover.unreachable.map((row) =>
        problem('table-row-unreachable', node.cases[row]?.at ?? node.at, {
          zh: `“${name}”${said(row)}`,
          en: `"${name}" ${saidInEnglish(row)}`,
          severity: 'warning',
        }),
      ),
    ];
  });
}

/** Rules no output reads, facts no rule reads, and branches whose condition is a literal. */
export function checkReach(program: Program): TextProblem[] {
  const needed = new Set(neededRules(program, program.outputs));
  const read = new Set<number>();
  const problems: TextProblem[] = [];
  for (const [slot, rule] of program.rules.entries()) {
    if (!needed.has(slot))
      problems.push(
        problem('rule-unreachable', rule.at, {
          zh: `“${rule.name}”，没有结果用到它`,
          en: `"${rule.name}": no output reads it`,
          severity: 'hint',
        }),
      );
    for (const node of nodesIn(rule.ir)) {
      if (node.op === 'fact') read.add(node.slot);
      if (node.op === 'if' && node.when.op === 'const')
        problems.push(
          problem('branch-unreachable', node.when.at, {
            zh: `条件总是 ${String(node.when.value)}`,
            en: `the condition is always ${String(node.when.value)}`,
            severity: 'warning',
          }),
        );
    }
  }
  for (const [slot, fact] of program.facts.entries()) {
    if (fact.role !== 'fact' || read.has(slot) || !fact.declared) continue;
    problems.push(
      problem('fact-unused', fact.declared.at, { zh: `“${fact.name}”`, en: `"${fact.name}"`, severity: 'hint' }),
    );
  }
  return problems;
}
