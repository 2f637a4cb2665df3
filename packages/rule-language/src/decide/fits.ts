import { isExact } from '../exact/rational.ts';
import type { Value } from '../ir/feel-code.ts';
import { type Ir, nodesIn } from '../ir/ir.ts';
import { sayType, type Type } from '../ir/type.ts';
import { CaseFault } from './fault.ts';
import type { Code } from './frame.ts';

/** Whether a value is what a type promises. What only the FEEL engine computes is known when it has been computed, not before. */
function fits(value: Value, { kind }: Type): boolean {
  switch (kind) {
    case 'number':
      return isExact(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'text':
      return typeof value === 'string';
    case 'date':
    case 'months':
    case 'seconds':
      return typeof value === 'number';
    case 'list':
      return Array.isArray(value);
    default:
      return value !== null;
  }
}

export function expectType(code: Code, type: Type, at: Ir['at']): Code {
  return (frame) => {
    const value = code(frame);
    if (value === undefined || fits(value, type)) return value;
    const { zh, en } = sayType(type);
    throw new CaseFault('feel-error', at, `算出来的不是${zh}`, `what comes out is no ${en}`);
  };
}

/** True where some part has no static type, so that a declared type is a promise to be held against the value. */
export const isLoose = (ir: Ir): boolean => [...nodesIn(ir)].some((node) => node.type.kind === 'any');
