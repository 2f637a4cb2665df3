import { findDay } from '../exact/calendar.ts';
import { type Exact, findExact, fraction, multiply } from '../exact/rational.ts';
import { guessNumber } from '../feel/guess-number.ts';
import type { Parameter, ParameterValue, RuleText } from '../text/model.ts';
import { problem, type TextProblem } from '../text/problem.ts';
import { findDuration } from './duration.ts';
import type { BoundParameter } from './ir.ts';

export type Plain = Exact | boolean | string | number;

/** A literal beside a date: `1200`, `30%`, `true`, `"城区"`, `2024-07-01`, `P6M`; undefined for anything else. */
function findPlain(written: string, kind: Parameter['type']['kind']): Plain | undefined {
  const text = written.trim().replace(/^@?"(.*)"$/, '$1');
  if (kind === 'boolean')
    return text === 'true' || text === '是' ? true : text === 'false' || text === '否' ? false : undefined;
  if (kind === 'date') return findDay(text);
  if (kind === 'months' || kind === 'seconds') {
    const duration = findDuration(text);
    return duration?.kind === kind ? duration.value : undefined;
  }
  if (kind === 'text') return text;
  if (text.endsWith('%')) {
    const percent = findExact(text.slice(0, -1));
    return percent && multiply(percent, fraction(1n, 100n));
  }
  return findExact(text.replaceAll(',', ''));
}

/** The row in force on a day for each key: the latest that has begun and not ended. */
export function bindParameter(
  parameter: Parameter,
  lawDay: number,
  report: (trouble: TextProblem) => void,
): BoundParameter {
  const inForce = new Map<string, ParameterValue>();
  for (const row of parameter.values) {
    if ((row.from !== null && row.from > lawDay) || (row.until !== null && row.until <= lawDay)) continue;
    const key = row.keys.join('|');
    const other = inForce.get(key);
    if (!other || (row.from ?? -Infinity) > (other.from ?? -Infinity)) inForce.set(key, row);
  }
  const values = new Map<string, { value: Plain; stated: ParameterValue }>();
  for (const [key, stated] of inForce) {
    const value = findPlain(stated.value.text, parameter.type.kind);
    if (value !== undefined) values.set(key, { value, stated });
    else
      report(
        problem('number-bad', stated.value.at, {
          zh: `“${stated.value.text}”`,
          en: `"${stated.value.text}"`,
          expected: ['1200', '30%', '"文本"'],
          meant: parameter.type.kind === 'number' ? guessNumber(stated.value.text) : null,
        }),
      );
  }
  return { declared: parameter, values };
}

/** A reform laid over a text: values that hold from the first day on, and expressions that take a rule's place. */
export type Overlay = {
  /** By parameter: one value, or a value by key (`城区`, `城区|甲类`). */
  readonly parameters?: Readonly<Record<string, string | number | Readonly<Record<string, string | number>>>>;
  /** By rule: the new FEEL expression. */
  readonly rules?: Readonly<Record<string, string>>;
};

/** The text with an overlay applied; names it does not know are returned, so that a slip never passes for a reform without effect. */
export function overlayText(text: RuleText, overlay: Overlay): { text: RuleText; unknown: readonly string[] } {
  const unknown = [
    ...Object.keys(overlay.parameters ?? {}).filter((name) => !text.parameters.some((one) => one.name === name)),
    ...Object.keys(overlay.rules ?? {}).filter((name) => !text.rules.some((one) => one.name === name)),
  ];
  const parameters = text.parameters.map((parameter): Parameter => {
    const change = overlay.parameters?.[parameter.name];
    if (change === undefined) return parameter;
    const changes =
      typeof change === 'object'
        ? Object.entries(change)
        : [...new Set(parameter.values.map((row) => row.keys.join('|')))].map((key) => [key, change] as const);
    const changed = new Map(changes);
    const rows = [...changed].map(
      ([key, value]): ParameterValue => ({
        keys: key === '' ? [] : key.split('|'),
        from: null,
        until: null,
        value: { text: String(value), at: parameter.at },
        decree: '（改革方案）',
        at: parameter.at,
      }),
    );
    return { ...parameter, values: [...parameter.values.filter((row) => !changed.has(row.keys.join('|'))), ...rows] };
  });
  const rules = text.rules.map((rule) => {
    const body = overlay.rules?.[rule.name];
    return body === undefined ? rule : { ...rule, body: { text: body, at: rule.body.at } };
  });
  return { text: { ...text, parameters, rules }, unknown };
}
