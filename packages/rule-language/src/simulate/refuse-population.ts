import { isExact, toDouble } from '../exact/rational.ts';
import { type Ir, nodesIn, type Program } from '../ir/ir.ts';
import { problem, type TextProblem } from '../text/problem.ts';

/** Slots of the rules the outputs need, in order. */
export function neededRules(program: Program, outputs: readonly number[]): number[] {
  const needed = new Set<number>();
  const open = [...outputs];
  for (let slot = open.pop(); slot !== undefined; slot = open.pop()) {
    if (needed.has(slot)) continue;
    needed.add(slot);
    const ir = program.rules[slot]?.ir;
    if (ir) for (const node of nodesIn(ir)) if (node.op === 'rule') open.push(node.slot);
  }
  return [...needed].sort((a, b) => a - b);
}

const isBeyondDouble = (value: unknown): boolean => isExact(value) && !Number.isFinite(toDouble(value));

/** Why a node cannot run over columns, or null. */
function reasonAgainst(node: Ir, program: Program): { readonly zh: string; readonly en: string } | null {
  if (node.op === 'const' && isBeyondDouble(node.value))
    return { zh: '超出双精度的数', en: 'a number beyond double precision' };
  if (node.op === 'parameter') {
    const values = [...(program.parameters[node.slot]?.values.values() ?? [])];
    if (values.some(({ value }) => isBeyondDouble(value)))
      return { zh: '超出双精度的参数值', en: 'a parameter value beyond double precision' };
  }
  if (node.op === 'feel') return node.reason;
  if (node.op === 'list' || node.op === 'record' || node.op === 'members')
    return { zh: '列表、记录作为值', en: 'a list or context as a value' };
  if (node.op === 'choose' && ['C', 'R', 'O'].includes(node.policy))
    return { zh: `命中方式 ${node.policy} 给出列表`, en: `the hit policy ${node.policy} gives a list` };
  if (node.type.kind === 'text' && node.op === 'fact' && !node.type.codes)
    return { zh: '不限取值的文本', en: 'a text without a code list' };
  return null;
}

/** The places the population outputs refuse. Empty when every needed rule can run over columns and in SQL. */
export function listPopulationProblems(program: Program, outputs: readonly number[] = program.outputs): TextProblem[] {
  return neededRules(program, outputs).flatMap((slot) => {
    const rule = program.rules[slot];
    if (!rule) return [];
    return [...nodesIn(rule.ir)].flatMap((node) => {
      const reason = reasonAgainst(node, program);
      return reason
        ? [
            problem('not-vectorisable', node.at, {
              zh: `规则“${rule.name}”里的${/^[\x20-\x7e]/.test(reason.zh) ? ' ' : ''}${reason.zh}`,
              en: `${reason.en} in the rule "${rule.name}"`,
            }),
          ]
        : [];
    });
  });
}

/** The list of texts a program's codes are numbered by: declared codes first, then every literal met. */
export function codeList(program: Program): readonly string[] {
  const codes = new Set<string>();
  for (const fact of program.facts)
    if (fact.type.kind === 'text') for (const code of fact.type.codes ?? []) codes.add(code);
  for (const entity of program.entities) {
    for (const field of entity.fields)
      if (field.type.kind === 'text') for (const code of field.type.codes ?? []) codes.add(code);
  }
  for (const rule of program.rules) {
    for (const node of nodesIn(rule.ir))
      if (node.op === 'const' && typeof node.value === 'string') codes.add(node.value);
  }
  for (const parameter of program.parameters) {
    for (const { value } of parameter.values.values()) if (typeof value === 'string') codes.add(value);
  }
  return [...codes];
}
