import { findDay } from '../exact/calendar.ts';
import type { Expr } from '../feel/ast.ts';
import { findDuration } from './duration.ts';
import type { Ir } from './ir.ts';
import { opaque } from './opaque.ts';
import type { Scope } from './scope.ts';

/** `@"…"` and the calls that mean the same: a day or a duration where it is one, else left to the FEEL engine. */
export function lowerAt(text: string, expr: Expr, scope: Scope): Ir {
  const at = scope.at(expr.span.start);
  const day = findDay(text);
  if (day !== undefined) return { op: 'const', value: day, type: { kind: 'date' }, at };
  const duration = findDuration(text);
  if (duration) return { op: 'const', value: duration.value, type: { kind: duration.kind }, at };
  return opaque(expr, scope, `@"${text}"`);
}
