import {
  compare,
  divide,
  type Exact,
  isExact,
  multiply,
  negate,
  one,
  add as plus,
  power,
  signOf,
  subtract,
} from '../exact/rational.ts';
import { roundExact } from '../exact/rounding.ts';
import { FeelFault } from '../feel/run/run.ts';
import { runFeel, type Value } from '../ir/feel-code.ts';
import { type CompareSign, type Ir, otherKey, type Program } from '../ir/ir.ts';
import { compileAggregate } from './compile-aggregate.ts';
import { compileCalendar } from './compile-calendar.ts';
import { compileChoose } from './compile-choose.ts';
import { type Context, sameValue } from './context.ts';
import { CaseFault } from './fault.ts';
import { expectType } from './fits.ts';
import { type Code, note } from './frame.ts';

export function compileCode(program: Program, ruleCode: (slot: number) => Code, isForgiving = false): (ir: Ir) => Code {
  const context: Context = {
    program,
    code: (ir) => (isForgiving ? forgive(compile(ir, context, ruleCode)) : compile(ir, context, ruleCode)),
  };
  return context.code;
}

/** An error becomes unknown where it arises. */
function forgive(code: Code): Code {
  return (frame) => {
    const { row, reads } = frame;
    try {
      return code(frame);
    } catch (fault) {
      if (!(fault instanceof CaseFault)) throw fault;
      frame.row = row;
      frame.reads = reads;
      return undefined;
    }
  };
}

function compile(ir: Ir, context: Context, ruleCode: (slot: number) => Code): Code {
  switch (ir.op) {
    case 'const': {
      const { value } = ir;
      return () => value;
    }
    case 'fact': {
      const { slot } = ir;
      return (frame) => {
        note(frame.reads.facts, slot);
        return frame.facts[slot];
      };
    }
    case 'member': {
      const { field } = ir;
      return (frame) => frame.row[field];
    }
    case 'members':
      return compileMembers(ir.entity, context);
    case 'record': {
      const items = ir.items.map(context.code);
      return (frame) => ({ names: ir.names, values: items.map((item) => item(frame)) });
    }
    case 'rule': {
      const settle = ruleCode(ir.slot);
      const { slot } = ir;
      return (frame) => {
        note(frame.reads.rules, slot);
        return frame.isDone[slot] === 1 ? frame.rules[slot] : settle(frame);
      };
    }
    case 'parameter':
      return compileParameter(ir, context);
    case 'arithmetic':
      return ir.type.kind === 'number' ? compileArithmetic(ir, context) : compileWhole(ir, context);
    case 'power': {
      const of = context.code(ir.of);
      const { exponent, at } = ir;
      return (frame) => {
        const value = of(frame) as Exact | undefined;
        if (value === undefined) return undefined;
        if (exponent < 0 && signOf(value) === 0) throw new CaseFault('division-by-zero', at);
        return power(value, exponent);
      };
    }
    case 'compare':
      return compileCompare(ir.sign, context.code(ir.left), context.code(ir.right));
    case 'and':
    case 'or':
      return compileLogic(ir.items.map(context.code), ir.op === 'and');
    case 'not': {
      const of = context.code(ir.of);
      return (frame) => {
        const value = of(frame);
        return value === undefined ? undefined : !value;
      };
    }
    case 'if':
      return compileIf(context.code(ir.when), context.code(ir.then), context.code(ir.else));
    case 'round': {
      const of = context.code(ir.of);
      const { rounding } = ir;
      return (frame) => {
        const value = of(frame) as Exact | undefined;
        return value && roundExact(value, rounding);
      };
    }
    case 'call':
      return compileCall(ir, context);
    case 'aggregate':
      return compileAggregate(ir, context);
    case 'choose':
      return compileChoose(ir, context);
    case 'list': {
      const items = ir.items.map(context.code);
      return (frame) => {
        const values = items.map((item) => item(frame));
        return values.includes(undefined) ? undefined : values;
      };
    }
    case 'feel': {
      const inputs = ir.inputs.map((input) => context.code(input.value));
      const run: Code = (frame) => {
        try {
          return runFeel(
            ir,
            inputs.map((input) => input(frame)),
          );
        } catch (fault) {
          if (fault instanceof FeelFault) throw new CaseFault('feel-error', ir.at, fault.zh, fault.en);
          throw fault;
        }
      };
      return expectType(run, ir.type, ir.at);
    }
  }
}

function compileMembers(entity: number, { program }: Context): Code {
  const names = program.entities[entity]?.fields.map((field) => field.name) ?? [];
  return (frame) => {
    note(frame.reads.members, entity);
    return frame.members[entity]?.map((values) => ({ names, values }));
  };
}

function compileParameter(ir: Extract<Ir, { op: 'parameter' }>, { program, code }: Context): Code {
  const bound = program.parameters[ir.slot];
  const keys = ir.keys.map(code);
  const { slot, at } = ir;
  const reads = new Map([...(bound?.values.keys() ?? [])].map((key) => [key, { slot, key }]));
  return (frame) => {
    let key = '';
    for (const [index, part] of keys.entries()) {
      const value = part(frame);
      if (value === undefined) return undefined;
      key += (index > 0 ? '|' : '') + String(value);
    }
    const name = reads.has(key) ? key : otherKey;
    const found = bound?.values.get(name);
    if (!found) {
      const said = `${bound?.declared.name ?? ''}${key ? `（${key}）` : ''}`;
      throw new CaseFault('parameter-no-value', at, said, said);
    }
    const read = reads.get(name);
    if (read) note(frame.reads.parameters, read);
    return found.value;
  };
}

function compileArithmetic(ir: Extract<Ir, { op: 'arithmetic' }>, { code }: Context): Code {
  const [left, right] = [code(ir.left), code(ir.right)];
  if (ir.sign === '/') {
    const { at } = ir;
    return (frame) => {
      const a = left(frame) as Exact | undefined;
      const b = right(frame) as Exact | undefined;
      // A known zero below is an error whatever stands above, so that filling in facts never turns an answer into one.
      if (b !== undefined && signOf(b) === 0) throw new CaseFault('division-by-zero', at);
      return a === undefined || b === undefined ? undefined : divide(a, b);
    };
  }
  const apply = ir.sign === '+' ? plus : ir.sign === '-' ? subtract : multiply;
  return (frame) => {
    const a = left(frame) as Exact | undefined;
    const b = right(frame) as Exact | undefined;
    return a === undefined || b === undefined ? undefined : apply(a, b);
  };
}

/** Days, months and seconds are whole numbers already. */
function compileWhole(ir: Extract<Ir, { op: 'arithmetic' }>, { code }: Context): Code {
  const [left, right] = [code(ir.left), code(ir.right)];
  const scale = ir.left.type.kind === 'date' && ir.right.type.kind === 'date' ? 86400 : 1;
  const sign = ir.sign === '-' ? -1 : 1;
  return (frame) => {
    const a = left(frame) as number | undefined;
    const b = right(frame) as number | undefined;
    return a === undefined || b === undefined ? undefined : (a + sign * b) * scale;
  };
}

function compileCompare(sign: CompareSign, left: Code, right: Code): Code {
  if (sign === '=' || sign === '!=') {
    const wanted = sign === '=';
    return (frame) => {
      const a = left(frame);
      const b = right(frame);
      return a === undefined || b === undefined ? undefined : sameValue(a, b) === wanted;
    };
  }
  const holds = {
    '<': (n: number) => n < 0,
    '<=': (n: number) => n <= 0,
    '>': (n: number) => n > 0,
    '>=': (n: number) => n >= 0,
  }[sign];
  return (frame) => {
    const a = left(frame);
    const b = right(frame);
    if (a === undefined || b === undefined) return undefined;
    return holds(isExact(a) && isExact(b) ? compare(a, b) : (a as number) - (b as number));
  };
}

/**
 * Strong Kleene: one known false settles `and`, one known true settles `or`, whatever the others are and wherever they stand,
 * so that no answer hangs on the order of writing. An error nobody settles stops the case, the first of them named.
 */
function compileLogic(items: readonly Code[], isAnd: boolean): Code {
  return (frame) => {
    const { row, reads } = frame;
    let isKnown = true;
    let fault: CaseFault | undefined;
    for (const item of items) {
      let value: Value;
      try {
        value = item(frame);
      } catch (error) {
        if (!(error instanceof CaseFault)) throw error;
        fault ??= error;
        frame.row = row;
        frame.reads = reads;
        continue;
      }
      if (value === undefined) isKnown = false;
      else if (value !== isAnd) return !isAnd;
    }
    if (fault) throw fault;
    return isKnown ? isAnd : undefined;
  };
}

function compileIf(when: Code, then: Code, otherwise: Code): Code {
  return (frame) => {
    const condition = when(frame);
    if (condition !== undefined) return condition === true ? then(frame) : otherwise(frame);
    const yes = then(frame);
    if (yes === undefined) return undefined;
    const no = otherwise(frame);
    return sameValue(yes, no) ? yes : undefined;
  };
}

function compileCall(ir: Extract<Ir, { op: 'call' }>, context: Context): Code {
  const args = ir.args.map(context.code);
  const { fn } = ir;
  if (fn === 'min' || fn === 'max') {
    const sign = fn === 'max' ? 1 : -1;
    return (frame) => {
      let best: Value;
      let isKnown = true;
      for (const arg of args) {
        const value = arg(frame);
        if (value === undefined) isKnown = false;
        else if (
          best === undefined ||
          (isExact(value) && isExact(best) ? compare(value, best) : (value as number) - (best as number)) * sign > 0
        )
          best = value;
      }
      return isKnown ? best : undefined;
    };
  }
  const [first, second] = args;
  if (fn === 'abs' && first) {
    return (frame) => {
      const value = first(frame) as Exact | undefined;
      return value && (signOf(value) < 0 ? negate(value) : value);
    };
  }
  if (fn === 'modulo' && first && second) {
    return (frame) => {
      const [a, b] = [first(frame) as Exact | undefined, second(frame) as Exact | undefined];
      if (b !== undefined && signOf(b) === 0) throw new CaseFault('division-by-zero', ir.at);
      return a && b && subtract(a, multiply(b, roundExact(divide(a, b), { direction: 'floor', unit: one })));
    };
  }
  return compileCalendar(fn, args, ir.at);
}
