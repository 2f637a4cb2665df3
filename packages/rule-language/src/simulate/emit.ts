import { isExact, toDouble } from '../exact/rational.ts';
import { type Direction, fixedSlack, stepScale } from '../exact/rounding.ts';
import { type Ir, otherKey, type Program } from '../ir/ir.ts';
import { emitChoose } from './emit-choose.ts';
import { type Emitted, type Emitter, type Known, unknownOf } from './emit-kinds.ts';
import { emitAggregate } from './emit-members.ts';
import { codeList } from './refuse-population.ts';
import { type Slack, slackOf } from './slack.ts';
import type { SupportName } from './support.ts';

const rounders: Record<Direction, SupportName> = {
  ceiling: 'roundCeiling',
  floor: 'roundFloor',
  up: 'roundUp',
  down: 'roundDown',
  'half-up': 'roundHalfUp',
  'half-down': 'roundHalfDown',
  'half-even': 'roundHalfEven',
};

/** Writes code from the typed form alone: slots are numbers, literals are re-printed numbers, no word of any text gets in. */
export class RowEmitter implements Emitter {
  readonly program: Program;
  readonly known: Known;
  readonly codes: readonly string[];
  /** Parameter tables the code reads by number; filled while emitting. */
  readonly tables: Float64Array[] = [];
  readonly #rules = new Map<number, Emitted>();
  /** Statements that must run before the expression at hand. */
  readonly statements: string[] = [];
  #temporary = 0;
  readonly #isTolerant: boolean;

  /** `isTolerant` false writes comparisons as programs do that take doubles for amounts: to show what they would pay. */
  constructor(program: Program, known: Known, isTolerant = true) {
    this.program = program;
    this.known = known;
    this.#isTolerant = isTolerant;
    this.codes = codeList(program);
  }

  /** Emits a rule into a variable of its own and remembers what is known of it. */
  rule(slot: number): void {
    const ir = this.program.rules[slot]?.ir;
    if (!ir) throw new Error(`no rule ${slot}`);
    const value = this.emit(ir);
    this.statements.push(`const r${slot}=${value.code};`);
    this.#rules.set(slot, { ...value, code: `r${slot}` });
  }

  ruleOf(slot: number): Emitted {
    const found = this.#rules.get(slot);
    if (!found) throw new Error(`rule ${slot} is read before it is written`);
    return found;
  }

  emit(ir: Ir): Emitted {
    switch (ir.op) {
      case 'const':
        return { code: this.literal(ir.value), nullable: false, plain: true };
      case 'fact': {
        const nullable = this.known.isFactNullable(ir.slot);
        return {
          code: ir.type.kind === 'boolean' && !nullable ? `(f${ir.slot}===1)` : `f${ir.slot}`,
          nullable,
          plain: true,
        };
      }
      case 'member': {
        const nullable = this.known.isFieldNullable(ir.entity, ir.field);
        const name = `m${ir.entity}_${ir.field}`;
        return { code: ir.type.kind === 'boolean' && !nullable ? `(${name}===1)` : name, nullable, plain: true };
      }
      case 'rule':
        return this.ruleOf(ir.slot);
      case 'parameter':
        return this.#parameter(ir);
      case 'arithmetic':
        return this.#arithmetic(ir);
      case 'power': {
        const of = this.emit(ir.of);
        const isRisky = ir.exponent < 0;
        const code = isRisky ? `div(1,(${of.code})**${-ir.exponent})` : `((${of.code})**${ir.exponent})`;
        return { code, nullable: of.nullable || isRisky, plain: false };
      }
      case 'compare':
        return this.#compare(ir);
      case 'and':
      case 'or':
        return this.#logic(
          ir.items.map((item) => this.emit(item)),
          ir.op === 'and',
        );
      case 'not': {
        const of = this.emit(ir.of);
        return { ...of, code: of.nullable ? `not3(${of.code})` : `(!${of.code})` };
      }
      case 'if':
        return this.pick(this.emit(ir.when), this.emit(ir.then), this.emit(ir.else), ir.type.kind);
      case 'round': {
        const of = this.emit(ir.of);
        const scale = stepScale(ir.rounding.unit);
        const steps =
          scale.multiply !== 1
            ? `(${of.code})*${scale.multiply}`
            : scale.divide !== 1
              ? `(${of.code})/${scale.divide}`
              : of.code;
        const isMoney = ir.type.kind === 'number' && ir.type.measure === 'money';
        const rounded = `${rounders[ir.rounding.direction]}(${steps},${fixedSlack(ir.rounding, isMoney)})`;
        const code =
          scale.multiply !== 1
            ? `(${rounded}/${scale.multiply})`
            : scale.divide !== 1
              ? `(${rounded}*${scale.divide})`
              : rounded;
        return { code, nullable: of.nullable, plain: true };
      }
      case 'call':
        return this.#call(ir);
      case 'aggregate':
        return emitAggregate(ir, this);
      case 'choose':
        return emitChoose(ir, this);
      default:
        throw new Error(`${ir.op} has no columnar meaning`);
    }
  }

  literal(value: unknown): string {
    if (typeof value === 'boolean') return String(value);
    const number = isExact(value) ? toDouble(value) : typeof value === 'string' ? this.codes.indexOf(value) : value;
    if (typeof number !== 'number' || Number.isNaN(number)) throw new Error('a literal is not a number');
    return number < 0 || Object.is(number, -0) ? `(${number})` : String(number);
  }

  temporary(): string {
    return `t${this.#temporary++}`;
  }

  /** A nullable reading of a value: truths as 0, 1, 2. */
  three(value: Emitted, kind: string): string {
    return value.nullable || kind !== 'boolean' ? value.code : `(${value.code}?1:0)`;
  }

  pick(when: Emitted, then: Emitted, other: Emitted, kind: string): Emitted {
    const nullable = when.nullable || then.nullable || other.nullable;
    const plain = then.plain && other.plain;
    if (!nullable) return { code: `(${when.code}?${then.code}:${other.code})`, nullable, plain };
    const [a, b] = [this.three(then, kind), this.three(other, kind)];
    if (!when.nullable) return { code: `(${when.code}?${a}:${b})`, nullable, plain };
    return { code: `pick3(${when.code},${a},${b},${unknownOf(kind)})`, nullable, plain };
  }

  #logic(items: readonly Emitted[], isAnd: boolean): Emitted {
    const certain = items.filter((item) => !item.nullable).map((item) => item.code);
    const open = items.filter((item) => item.nullable).map((item) => item.code);
    const joined = certain.join(isAnd ? '&&' : '||');
    if (open.length === 0) return { code: `(${joined})`, nullable: false, plain: true };
    const folded = open.reduce((a, b) => `${isAnd ? 'and3' : 'or3'}(${a},${b})`);
    if (certain.length === 0) return { code: folded, nullable: true, plain: true };
    return { code: isAnd ? `((${joined})?${folded}:0)` : `((${joined})?1:${folded})`, nullable: true, plain: true };
  }

  #parameter(ir: Extract<Ir, { op: 'parameter' }>): Emitted {
    const bound = this.program.parameters[ir.slot];
    const isTruth = ir.type.kind === 'boolean';
    const numberOf = (key: string): number => {
      const value = (bound?.values.get(key) ?? bound?.values.get(otherKey))?.value;
      if (value === undefined) return isTruth ? 2 : Number.NaN;
      if (typeof value === 'boolean') return value ? 1 : 0;
      return isExact(value) ? toDouble(value) : typeof value === 'string' ? this.codes.indexOf(value) : value;
    };
    const finish = (code: string, nullable: boolean): Emitted => ({
      code: isTruth && !nullable ? `(${code}===1)` : code,
      nullable,
      plain: true,
    });
    if (ir.keys.length === 0) {
      const value = numberOf('');
      const nullable = Number.isNaN(value) || (isTruth && value === 2);
      return finish(Number.isNaN(value) ? 'NaN' : this.literal(value), nullable);
    }
    // Keys are codes: the table is laid out over all of them, one dimension a key.
    const size = this.codes.length;
    const table = new Float64Array(size ** ir.keys.length);
    const lists = ir.keys.map((key) => (key.type.kind === 'text' ? key.type.codes : null));
    let hasHole = false;
    for (let index = 0; index < table.length; index++) {
      const parts = ir.keys.map(
        (_, place) => this.codes[Math.floor(index / size ** (ir.keys.length - 1 - place)) % size] ?? '',
      );
      table[index] = numberOf(parts.join('|'));
      const isPossible = parts.every((part, place) => lists[place]?.includes(part) ?? true);
      if (isPossible && (Number.isNaN(table[index]) || (isTruth && table[index] === 2))) hasHole = true;
    }
    const number = this.tables.push(table) - 1;
    const keys = ir.keys.map((key) => this.emit(key));
    const nullable = hasHole || keys.some((key) => key.nullable);
    const index = keys.map((key) => key.code).reduce((a, b) => `(${a})*${size}+(${b})`);
    const guard = keys.some((key) => key.nullable) ? keys.map((key) => `(${key.code})<0`).join('||') : '';
    const read = nullable ? `${isTruth ? 'lookupTruth' : 'lookup'}(P${number},${index})` : `P${number}[${index}]`;
    return finish(guard ? `((${guard})?${isTruth ? 2 : 'NaN'}:${read})` : read, nullable);
  }

  #arithmetic(ir: Extract<Ir, { op: 'arithmetic' }>): Emitted {
    const [left, right] = [this.emit(ir.left), this.emit(ir.right)];
    const nullable = left.nullable || right.nullable;
    const scale = ir.type.kind === 'seconds' && ir.left.type.kind === 'date' ? '*86400' : '';
    const isWhole = [ir.left, ir.right].every(
      (side) =>
        ['date', 'months', 'seconds'].includes(side.type.kind) ||
        (side.type.kind === 'number' && side.type.measure === 'count'),
    );
    const plain = isWhole && ir.sign !== '/' && left.plain && right.plain;
    if (ir.sign !== '/') return { code: `(((${left.code})${ir.sign}(${right.code}))${scale})`, nullable, plain };
    if (this.#isNonZero(ir.right)) return { code: `((${left.code})/(${right.code}))`, nullable, plain: false };
    return { code: `div(${left.code},${right.code})`, nullable: true, plain: false };
  }

  /** True for divisors that are provably not zero: a literal, a fact with a range above zero, parameters without a zero. */
  #isNonZero(ir: Ir): boolean {
    if (ir.op === 'const') return isExact(ir.value) && toDouble(ir.value) !== 0;
    if (ir.op === 'fact') {
      const declared = this.program.facts[ir.slot]?.declared;
      return declared?.low !== undefined && declared.low !== null && toDouble(declared.low) > 0;
    }
    if (ir.op === 'rule') {
      const rule = this.program.rules[ir.slot];
      return rule !== undefined && this.#isNonZero(rule.ir);
    }
    if (ir.op !== 'parameter') return false;
    return [...(this.program.parameters[ir.slot]?.values.values() ?? [])].every(
      ({ value }) => isExact(value) && toDouble(value) !== 0,
    );
  }

  #compare(ir: Extract<Ir, { op: 'compare' }>): Emitted {
    const { kind } = ir.left.type;
    const [left, right] = [this.emit(ir.left), this.emit(ir.right)];
    const nullable = left.nullable || right.nullable;
    const negate = (code: string) => (nullable ? `not3(${code})` : `(!${code})`);
    const result = (code: string): Emitted => ({ code, nullable, plain: true });
    if (ir.sign === '=' || ir.sign === '!=') {
      const equal =
        kind === 'boolean'
          ? nullable
            ? `eqTruth3(${this.three(left, kind)},${this.three(right, kind)})`
            : `((${left.code})===(${right.code}))`
          : kind === 'text'
            ? nullable
              ? `eqCode3(${left.code},${right.code})`
              : `((${left.code})===(${right.code}))`
            : this.#close(left, right, nullable, slackOf(ir));
      return result(ir.sign === '=' ? equal : negate(equal));
    }
    // a > b is b < a; a < b is strict beyond the tolerance, a <= b forgives it.
    const [low, high] = ir.sign === '<' || ir.sign === '<=' ? [left, right] : [right, left];
    const isStrict = ir.sign === '<' || ir.sign === '>';
    const isPlain = !this.#isTolerant || (left.plain && right.plain);
    const [a, b] = isPlain ? [low.code, high.code] : this.#shift(low, high, isStrict, slackOf(ir));
    if (nullable) return result(`${isStrict ? 'lt3' : 'le3'}(${a},${b})`);
    return result(`((${a})${isStrict ? '<' : '<='}(${b}))`);
  }

  #shift(low: Emitted, high: Emitted, isStrict: boolean, { fixed, relative }: Slack): [string, string] {
    const slack = (constant: number) => fixed + Math.abs(constant) * relative;
    const constant = Number(high.code);
    if (!Number.isNaN(constant)) return [low.code, String(constant + (isStrict ? -slack(constant) : slack(constant)))];
    const lowConstant = Number(low.code.replace(/[()]/g, ''));
    if (!Number.isNaN(lowConstant))
      return [String(lowConstant + (isStrict ? slack(lowConstant) : -slack(lowConstant))), high.code];
    const name = this.temporary();
    this.statements.push(`const ${name}=${high.code};`);
    return [low.code, `${name}${isStrict ? '-' : '+'}(Math.abs(${name})*${relative}+${fixed})`];
  }

  #close(left: Emitted, right: Emitted, nullable: boolean, { fixed, relative }: Slack): string {
    if (!this.#isTolerant || (left.plain && right.plain))
      return nullable ? `eq3(${left.code},${right.code})` : `((${left.code})===(${right.code}))`;
    const name = this.temporary();
    this.statements.push(`const ${name}=(${left.code})-(${right.code});`);
    const within = `Math.abs(${name})<=Math.abs(${right.code})*${relative}+${fixed}`;
    return nullable ? `(${name}!==${name}?2:${within}?1:0)` : `(${within})`;
  }

  #call(ir: Extract<Ir, { op: 'call' }>): Emitted {
    const args = ir.args.map((arg) => this.emit(arg));
    const nullable = args.some((arg) => arg.nullable);
    const plain = args.every((arg) => arg.plain);
    const codes = args.map((arg) => arg.code);
    const [first = '', second = ''] = codes;
    const call = (name: SupportName, isPlain = true, risky = false): Emitted => ({
      code: `${name}(${codes.join(',')})`,
      nullable: nullable || risky,
      plain: isPlain,
    });
    switch (ir.fn) {
      case 'min':
      case 'max':
        return { code: `Math.${ir.fn}(${codes.join(',')})`, nullable, plain };
      case 'abs':
        return { code: `Math.abs(${first})`, nullable, plain };
      case 'modulo':
        return call('mod', false, true);
      case 'year':
        return call('yearOf');
      case 'month':
        return call('monthOf');
      case 'day':
        return call('dayOf');
      case 'weekday':
        return call('weekdayOf');
      case 'add-months':
        return call('addMonths');
      case 'add-seconds':
        return call('addSeconds');
      case 'months-between':
        return call('monthsBetween');
      case 'whole-years':
        return { code: `Math.trunc((${first})/12)`, nullable, plain: true };
      case 'rest-months':
        return { code: `((${first})%12)`, nullable, plain: true };
      case 'whole-days':
        return { code: `Math.trunc((${first})/86400)`, nullable, plain: true };
      case 'make-date':
        return call('makeDate', true, true);
      case 'to-number':
        return { code: first, nullable, plain };
      default:
        throw new Error(`${ir.fn} ${second} has no columnar meaning`);
    }
  }
}
