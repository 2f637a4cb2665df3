import type { CivilDate } from '@zhengtong/kernel';
import { ageOn, parseResidentNumber } from '@zhengtong/standards';
import type { FormContext } from '../kinds/kind.ts';
import { type Values, valueAt } from './condition.ts';
import type { Formula } from './definition.ts';

/** What a formula looks at, as paths. `sumOf` looks at the group. */
export function listSources(formula: Formula): readonly string[] {
  if ('sum' in formula) return formula.sum;
  if ('difference' in formula) return formula.difference;
  if ('product' in formula) return formula.product;
  if ('join' in formula) return formula.join;
  if ('count' in formula) return [formula.count];
  if ('sumOf' in formula) return [formula.sumOf.split('.')[0] as string];
  if ('bornOnOf' in formula) return [formula.bornOnOf];
  if ('sexOf' in formula) return [formula.sexOf];
  return [formula.ageOf];
}

/** The value, or undefined while what it is made of is not answered. Never throws on odd values. */
export function compute(formula: Formula, values: Values, context: FormContext): unknown {
  const at = (path: string): unknown => valueAt(values, path);
  if ('join' in formula) {
    const texts = formula.join.map(at).filter((part) => typeof part === 'string' || typeof part === 'number');
    return texts.length === 0 ? undefined : texts.join(formula.with ?? '');
  }
  if ('count' in formula) {
    const list = at(formula.count);
    return Array.isArray(list) ? list.length : undefined;
  }
  if ('sumOf' in formula) return totalOf(formula.sumOf, values);
  if ('bornOnOf' in formula) return said(at(formula.bornOnOf), context)?.bornOn;
  if ('sexOf' in formula) return said(at(formula.sexOf), context)?.sex;
  if ('ageOf' in formula) {
    const on = at(formula.ageOf);
    return typeof on === 'string' ? ageOn(on as CivilDate, context.today) : undefined;
  }
  return reckon(formula, at);
}

function reckon(
  formula: Extract<Formula, { sum: unknown } | { difference: unknown } | { product: unknown }>,
  at: (path: string) => unknown,
) {
  const numbers = (paths: readonly string[]): number[] => paths.map(at).filter((one) => typeof one === 'number');
  if ('sum' in formula) {
    const given = numbers(formula.sum);
    return given.length === 0 ? undefined : exact(given.reduce((total, one) => total + one, 0));
  }
  const paths = 'product' in formula ? formula.product : formula.difference;
  const given = numbers(paths);
  if (given.length < paths.length) return undefined;
  if ('product' in formula) return exact(given.reduce((total, one) => total * one, 1));
  return exact((given[0] as number) - (given[1] as number));
}

/** Nine places, as many as a number can have here: 0.1 + 0.2 is 0.3. Beyond what is exact there is no answer. */
const exact = (value: number): number | undefined =>
  Math.abs(value) <= Number.MAX_SAFE_INTEGER ? Number(value.toFixed(9)) : undefined;

function totalOf(path: string, values: Values): number | undefined {
  const [group = '', key = ''] = path.split('.');
  const entries = valueAt(values, group);
  if (!Array.isArray(entries)) return undefined;
  return exact(
    entries
      .map((entry) => valueAt(entry, key))
      .filter((one) => typeof one === 'number')
      .reduce((total, one) => total + one, 0),
  );
}

function said(number: unknown, { demoAreas = [] }: FormContext) {
  const parsed = typeof number === 'string' ? parseResidentNumber(number, { demoAreas }) : undefined;
  return parsed?.ok ? parsed.value : undefined;
}
