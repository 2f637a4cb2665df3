import type { Json } from '../decide/say-value.ts';
import { sayExact } from '../exact/rational.ts';
import { parseExpression } from '../feel/parse.ts';
import { compileExpression, newRun } from '../feel/run/compile.ts';
import { FeelFault, WorkSpent } from '../feel/run/run.ts';
import { Decimal } from '../feel/values/decimal.ts';
import { sayValue } from '../feel/values/say-value.ts';
import { isContext, isList, type Value } from '../feel/values/value.ts';

/** A FEEL value as the JSON in which facts arrive. Amounts become text, so that no digit is lost. */
export function jsonOf(value: Value): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (value instanceof Decimal) return sayExact(value);
  if (isList(value)) return value.map(jsonOf);
  if (isContext(value)) return Object.fromEntries([...value].map(([key, item]) => [key, jsonOf(item)]));
  return sayValue(value);
}

/** A literal of an example: FEEL, `是`/`否`, or a bare date. Undefined when it cannot be read. */
export function readLiteral(text: string): { json: Json } | undefined {
  const written = text.trim();
  if (written === '是' || written === '否') return { json: written === '是' };
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return { json: written };
  const { tree, problems } = parseExpression(written);
  if (problems.length > 0) return undefined;
  const { evaluate, problems: more } = compileExpression(written, tree, { mode: 'house', names: [] });
  if (more.length > 0) return undefined;
  try {
    return { json: jsonOf(evaluate([], newRun('house', null, 100_000))) };
  } catch (fault) {
    if (fault instanceof FeelFault || fault instanceof WorkSpent) return undefined;
    throw fault;
  }
}
