import { isExact, signOf } from '../exact/rational.ts';
import type { Ir } from './ir.ts';
import type { Scope } from './scope.ts';
import { numberType, sameKind, sayType, type Type } from './type.ts';

/** The type two branches share; reports when they do not. A bare literal takes the unit of the other branch. */
export function unify(a: Ir, b: Ir, where: { span: { start: number } }, scope: Scope): Ir['type'] {
  if (!sameKind(a.type, b.type)) {
    const [left, right] = [sayType(a.type), sayType(b.type)];
    scope.report('type-mismatch', where.span.start, {
      zh: `一支是${left.zh}，另一支是${right.zh}`,
      en: `one branch is ${left.en}, the other ${right.en}`,
      expected: [left.zh],
    });
    return a.type;
  }
  if (a.type.kind === 'number' && b.type.kind === 'number') {
    if (a.type.unit !== null && b.type.unit !== null && a.type.unit !== b.type.unit && !isZero(a) && !isZero(b)) {
      const [left, right] = [sayType(a.type), sayType(b.type)];
      scope.report('unit-mismatch', where.span.start, {
        zh: `一支是${left.zh}，另一支是${right.zh}`,
        en: `one branch is ${left.en}, the other ${right.en}`,
      });
    }
    const wider =
      a.type.measure === b.type.measure || b.op === 'const'
        ? a.type.measure
        : a.op === 'const'
          ? b.type.measure
          : 'decimal';
    return numberType(isZero(a) ? b.type.unit : (a.type.unit ?? b.type.unit), wider);
  }
  if (a.type.kind === 'text' && b.type.kind === 'text') {
    const literals = [a, b].flatMap((side): readonly (string | null)[] =>
      side.op === 'const' ? [String(side.value)] : side.type.kind === 'text' ? (side.type.codes ?? [null]) : [],
    );
    return { kind: 'text', codes: literals.includes(null) ? null : [...new Set(literals as string[])] };
  }
  return a.type;
}

const isZero = (ir: Ir): boolean => ir.op === 'const' && isExact(ir.value) && signOf(ir.value) === 0;

/** The type all values share. */
export function unifyAll(values: readonly Ir[], where: { span: { start: number } }, scope: Scope): Type {
  let shared = values[0];
  for (const value of values.slice(1)) if (shared) shared = { ...shared, type: unify(shared, value, where, scope) };
  return shared?.type ?? { kind: 'any' };
}
