import { compileOn, type Program, type RuleText, usualDay } from '@zhengtong/rule-language';

/**
 * The law days a text is tried on: the usual one, and the day before and the day of every change of a value, a rule, an
 * exception or a table, as far as the text can be run on it.
 */
export function programsOf(text: RuleText): Program[] {
  const usual = usualDay(text);
  const turns = [...text.parameters.flatMap((one) => one.values), ...text.rules, ...text.exceptions, ...text.tables]
    .flatMap((one) => [one.from, one.until])
    .filter((day) => day !== null);
  const days = new Set([usual, ...turns.flatMap((day) => [day - 1, day])]);
  return [...days].flatMap((day) => {
    const { program, problems } = compileOn(text, day);
    return problems.some((one) => one.severity === 'error') ? [] : [program];
  });
}
