import { sayDay } from '../exact/calendar.ts';
import { otherKey, type Program } from '../ir/ir.ts';
import type { Parameter, RuleText } from '../text/model.ts';
import { problem, type TextProblem } from '../text/problem.ts';

/** Every parameter has exactly one value for every code on the law day, a decree behind it, and is not past its last check. */
export function checkParameters(text: RuleText, program: Program): TextProblem[] {
  return text.parameters.flatMap((parameter, slot) => [
    ...missingValues(parameter, program, slot),
    ...clashes(parameter),
    ...(parameter.checkedUntil !== null && parameter.checkedUntil < program.lawDay
      ? [
          problem('parameter-expired', parameter.at, {
            zh: `${parameter.name}核对有效至 ${sayDay(parameter.checkedUntil)}`,
            en: `${parameter.name} was checked until ${sayDay(parameter.checkedUntil)}`,
            severity: 'warning',
          }),
        ]
      : []),
    ...parameter.values
      .filter((row) => row.decree === '')
      .map((row) =>
        problem('parameter-no-decree', row.at, { zh: parameter.name, en: parameter.name, severity: 'warning' }),
      ),
  ]);
}

function missingValues(parameter: Parameter, program: Program, slot: number): TextProblem[] {
  const bound = program.parameters[slot];
  if (!bound || bound.values.has(otherKey)) return [];
  const lists = parameter.by.map((name) => {
    const type =
      program.facts.find((fact) => fact.name === name.text)?.type ??
      program.rules.find((rule) => rule.name === name.text)?.type;
    return type?.kind === 'text' ? (type.codes ?? []) : [];
  });
  const keys = lists.reduce<string[]>(
    (all, codes) => all.flatMap((head) => codes.map((code) => (head ? `${head}|${code}` : code))),
    [''],
  );
  const missing = keys.filter((key) => !bound.values.has(key));
  if (missing.length === 0) return [];
  const day = sayDay(program.lawDay);
  const [first] = missing;
  const zh = `${parameter.name}${first ? `（${missing.slice(0, 5).join('、')}）` : ''}在 ${day}`;
  return [
    problem('parameter-no-value', parameter.at, {
      zh,
      en: `${parameter.name}${first ? ` (${missing.slice(0, 5).join(', ')})` : ''} on ${day}`,
      severity: 'warning',
    }),
  ];
}

function clashes(parameter: Parameter): TextProblem[] {
  const seen = new Set<string>();
  return parameter.values.flatMap((row) => {
    const key = `${row.keys.join('|')}@${row.from}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const day = row.from === null ? '' : sayDay(row.from);
    return [
      problem('parameter-overlap', row.at, {
        zh: `${parameter.name} ${row.keys.join('、')} ${day}`,
        en: `${parameter.name} ${row.keys.join(', ')} ${day}`,
      }),
    ];
  });
}
