import { isExact, toDouble } from '../exact/rational.ts';
import { type Direction, fixedSlack, stepScale, tolerance } from '../exact/rounding.ts';
import { coverOf } from '../ir/cover.ts';
import { type Ir, otherKey, type Program } from '../ir/ir.ts';
import { RowEmitter } from '../simulate/emit.ts';
import type { Known } from '../simulate/emit-kinds.ts';
import { neededRules } from '../simulate/refuse-population.ts';
import { slackOf } from '../simulate/slack.ts';
import { type Dialect, quoteDay, quoteName, quoteNumber, quoteText } from './dialect.ts';
import { emitMembers } from './emit-members-sql.ts';

/** Writes nodes of the typed form as SQL over columns `f0…` (facts) and `r0…` (rules). NULL is unknown. */
export class SqlEmitter {
  readonly program: Program;
  readonly dialect: Dialect;
  readonly factDay: number;
  readonly #known: Known;
  /** Tells what may be null and what compares without tolerance: the same analysis the columns use. */
  readonly #rows: RowEmitter;

  constructor(program: Program, dialect: Dialect, factDay: number, known: Known, outputs: readonly number[]) {
    this.program = program;
    this.dialect = dialect;
    this.factDay = factDay;
    this.#known = known;
    this.#rows = new RowEmitter(program, known);
    for (const slot of neededRules(program, outputs)) this.#rows.rule(slot);
  }

  nullable(ir: Ir): boolean {
    return this.#rows.emit(ir).nullable;
  }

  #plain(ir: Ir): boolean {
    return this.#rows.emit(ir).plain;
  }

  emit(ir: Ir): string {
    switch (ir.op) {
      case 'const':
        return this.#literal(ir.value, ir);
      case 'fact': {
        const role = this.program.facts[ir.slot]?.role;
        if (role === 'fact-day' || role === 'law-day')
          return quoteDay(role === 'fact-day' ? this.factDay : this.program.lawDay);
        return `f${ir.slot}`;
      }
      case 'member':
        return this.member(ir.entity, ir.field);
      case 'rule':
        return `r${ir.slot}`;
      case 'parameter':
        return this.#parameter(ir);
      case 'arithmetic':
        return this.#arithmetic(ir);
      case 'power':
        return ir.exponent < 0
          ? `power(nullif(${this.emit(ir.of)}, 0), ${ir.exponent})`
          : `power(${this.emit(ir.of)}, ${ir.exponent})`;
      case 'compare':
        return this.#compare(ir);
      case 'and':
      case 'or':
        return `(${ir.items.map((item) => this.emit(item)).join(ir.op === 'and' ? ' AND ' : ' OR ')})`;
      case 'not':
        return `(NOT ${this.emit(ir.of)})`;
      case 'if':
        return this.pick(this.emit(ir.when), this.emit(ir.then), this.emit(ir.else), this.nullable(ir.when));
      case 'round': {
        const { multiply, divide } = stepScale(ir.rounding.unit);
        const of = this.emit(ir.of);
        const steps =
          multiply !== 1
            ? `(${of} * ${quoteNumber(multiply)})`
            : divide !== 1
              ? `(${of} / ${quoteNumber(divide)})`
              : of;
        const isMoney = ir.type.kind === 'number' && ir.type.measure === 'money';
        const rounded = roundSteps(steps, ir.rounding.direction, fixedSlack(ir.rounding, isMoney));
        return multiply !== 1
          ? `(${rounded} / ${quoteNumber(multiply)})`
          : divide !== 1
            ? `(${rounded} * ${quoteNumber(divide)})`
            : rounded;
      }
      case 'call':
        return this.#call(ir);
      case 'aggregate':
        return emitMembers(ir, this);
      case 'choose':
        return this.#choose(ir);
      default:
        throw new Error(`${ir.op} has no meaning in SQL`);
    }
  }

  /** The column that says whether a case's members are known; null where they always are. */
  markOf(entity: number): string | null {
    return this.#known.isEntityNullable(entity) ? `c.k${entity}` : null;
  }

  member(entity: number, field: number): string {
    const declared = this.program.entities[entity]?.fields[field];
    const column = `m.${quoteName(declared?.name ?? '')}`;
    return declared?.type.kind === 'number' ? `${column}::float8` : column;
  }

  #literal(value: unknown, ir: Ir): string {
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
    if (typeof value === 'string') return quoteText(value);
    if (isExact(value)) return quoteNumber(toDouble(value));
    return ir.type.kind === 'date' ? quoteDay(value as number) : quoteNumber(value as number);
  }

  /** Unknown conditions give an answer only where both ways agree. */
  pick(when: string, then: string, other: string, nullable: boolean): string {
    if (!nullable) return `CASE WHEN ${when} THEN ${then} ELSE ${other} END`;
    return `CASE WHEN ${when} THEN ${then} WHEN NOT ${when} THEN ${other} WHEN (${then}) = (${other}) THEN ${then} END`;
  }

  #parameter(ir: Extract<Ir, { op: 'parameter' }>): string {
    const bound = this.program.parameters[ir.slot];
    const said = (key: string): string => {
      const value = bound?.values.get(key)?.value;
      return value === undefined ? 'NULL' : this.#literal(value, ir);
    };
    if (ir.keys.length === 0) return bound?.values.has('') ? said('') : nullOf(ir);
    const keys = ir.keys.map((key) => this.emit(key));
    const rows = [...(bound?.values.keys() ?? [])].filter((key) => key !== otherKey);
    const when = (key: string) =>
      key
        .split('|')
        .map((part, at) => `${keys[at]} = ${quoteText(part)}`)
        .join(' AND ');
    const isUnknown = keys.map((key) => `${key} IS NULL`).join(' OR ');
    const otherwise = bound?.values.has(otherKey) ? said(otherKey) : 'NULL';
    return `CASE WHEN ${isUnknown} THEN ${nullOf(ir)} ${rows.map((key) => `WHEN ${when(key)} THEN ${said(key)}`).join(' ')} ELSE ${otherwise} END`;
  }

  #arithmetic(ir: Extract<Ir, { op: 'arithmetic' }>): string {
    const [left, right] = [this.emit(ir.left), this.emit(ir.right)];
    if (ir.type.kind === 'seconds' && ir.left.type.kind === 'date') return `((${left} - ${right}) * 86400e0::float8)`;
    return ir.sign === '/' ? `(${left} / nullif(${right}, 0))` : `(${left} ${ir.sign} ${right})`;
  }

  #compare(ir: Extract<Ir, { op: 'compare' }>): string {
    const [left, right] = [this.emit(ir.left), this.emit(ir.right)];
    const { kind } = ir.left.type;
    const isPlain = kind !== 'number' || (this.#plain(ir.left) && this.#plain(ir.right));
    const sign = ir.sign === '!=' ? '<>' : ir.sign;
    if (isPlain) return `(${left} ${sign} ${right})`;
    const { fixed, relative } = slackOf(ir);
    const slack = `(abs(${right}) * ${quoteNumber(relative)} + ${quoteNumber(fixed)})`;
    switch (ir.sign) {
      case '<':
        return `(${left} < ${right} - ${slack})`;
      case '<=':
        return `(${left} <= ${right} + ${slack})`;
      case '>':
        return `(${left} > ${right} + ${slack})`;
      case '>=':
        return `(${left} >= ${right} - ${slack})`;
      case '=':
        return `(abs(${left} - ${right}) <= ${slack})`;
      default:
        return `(abs(${left} - ${right}) > ${slack})`;
    }
  }

  #call(ir: Extract<Ir, { op: 'call' }>): string {
    const args = ir.args.map((arg) => this.emit(arg));
    const [first = '', second = ''] = args;
    const part = (word: string) => `extract(${word} from ${first})::float8`;
    switch (ir.fn) {
      case 'min':
      case 'max': {
        // LEAST and GREATEST pass over nulls: an unknown among them must stay unknown.
        const best = `${ir.fn === 'min' ? 'least' : 'greatest'}(${args.join(', ')})`;
        const open = ir.args.flatMap((arg, at) => (this.nullable(arg) ? [`${args[at]} IS NULL`] : []));
        return open.length > 0 ? `CASE WHEN ${open.join(' OR ')} THEN NULL ELSE ${best} END` : best;
      }
      case 'abs':
        return `abs(${first})`;
      case 'modulo':
        return `(${first} - ${second} * floor(${first} / nullif(${second}, 0) + 1e-12))`;
      case 'year':
      case 'month':
      case 'day':
        return part(ir.fn);
      case 'weekday':
        return part('isodow');
      case 'add-months':
        return this.dialect.addMonths(first, second);
      case 'add-seconds':
        return `(${first} + floor(${second} / 86400)::int)`;
      case 'months-between':
        return monthsBetween(first, second);
      case 'whole-years':
        return `trunc(${first} / 12)`;
      case 'rest-months':
        return `(${first} - 12 * trunc(${first} / 12))`;
      case 'whole-days':
        return `trunc(${first} / 86400)`;
      case 'make-date':
        return makeDate(first, second, args[2] ?? '');
      case 'to-number':
        return `(${first})::float8`;
      default:
        throw new Error(`${ir.fn} has no meaning in SQL`);
    }
  }

  #choose(ir: Extract<Ir, { op: 'choose' }>): string {
    const cases = ir.cases.map((one) => ({
      when: this.emit(one.when),
      value: this.emit(one.value),
      open: this.nullable(one.when),
      isValueOpen: this.nullable(one.value),
    }));
    if (ir.policy.startsWith('C')) return collect(ir.policy, cases);
    let rest = ir.otherwise ? this.emit(ir.otherwise) : nullOf(ir);
    for (const one of [...cases].reverse()) rest = this.pick(one.when, one.value, rest, one.open);
    const cover =
      ir.cases.length > 1 && (ir.policy === 'U' || ir.policy === 'A') ? coverOf(ir, this.program) : undefined;
    const isUnclear = cover === null || (cover?.overlaps.some((one) => ir.policy === 'U' || one.differ) ?? false);
    if (!isUnclear) return rest;
    const hits = cases.map((one) => `CASE WHEN ${one.when} THEN 1 ELSE 0 END`).join(' + ');
    return `CASE WHEN (${hits}) > 1 THEN NULL ELSE ${rest} END`;
  }
}

const sqlTypes: Partial<Record<Ir['type']['kind'], string>> = { boolean: 'boolean', text: 'text', date: 'date' };
const nullOf = (ir: Ir): string => `NULL::${sqlTypes[ir.type.kind] ?? 'float8'}`;

type Collected = {
  readonly when: string;
  readonly value: string;
  readonly open: boolean;
  readonly isValueOpen: boolean;
};

function collect(policy: string, cases: readonly Collected[]): string {
  const empty = policy === 'C+' || policy === 'C#' ? '0e0::float8' : 'NULL';
  const terms = cases.map(
    ({ when, value }) =>
      `CASE WHEN ${when} THEN ${policy === 'C#' ? '1e0::float8' : value} WHEN NOT ${when} THEN ${empty} END`,
  );
  if (policy === 'C+' || policy === 'C#') return `(${terms.join(' + ') || '0e0::float8'})`;
  const best = `${policy === 'C<' ? 'least' : 'greatest'}(${terms.join(', ')})`;
  // LEAST and GREATEST pass over nulls: a row that may count, or counts with an unknown value, leaves the answer open.
  const open = cases.flatMap(({ when, value, open: isOpen, isValueOpen }) => [
    ...(isOpen ? [`(${when}) IS NULL`] : []),
    ...(isValueOpen ? [`((${when}) AND (${value}) IS NULL)`] : []),
  ]);
  return open.length > 0 ? `CASE WHEN ${open.join(' OR ')} THEN NULL ELSE ${best} END` : best;
}

function monthsBetween(from: string, to: string): string {
  const forward = (a: string, b: string) =>
    `((extract(year from ${b}) - extract(year from ${a})) * 12 + extract(month from ${b}) - extract(month from ${a}) - CASE WHEN extract(day from ${b}) < extract(day from ${a}) THEN 1 ELSE 0 END)`;
  return `(CASE WHEN ${to} >= ${from} THEN ${forward(from, to)} ELSE -${forward(to, from)} END)::float8`;
}

/** NULL where there is no such day, as an error is everywhere: both engines would end the whole query. */
function makeDate(year: string, month: string, day: string): string {
  const whole = [year, month, day].map((part) => `(${part}) = floor(${part})`).join(' AND ');
  const first = `make_date((${year})::int, (${month})::int, 1)`;
  const last = `extract(day from (${first} + interval '1 month' - interval '1 day'))`;
  return `CASE WHEN ${whole} AND (${year}) BETWEEN 1 AND 9999 AND (${month}) BETWEEN 1 AND 12 AND (${day}) >= 1 THEN CASE WHEN (${day}) <= ${last} THEN make_date((${year})::int, (${month})::int, (${day})::int) END END`;
}

/** The same steps and the same tolerance as the columns take. */
function roundSteps(x: string, direction: Direction, fixed: number): string {
  const slack = `(${quoteNumber(fixed)} + abs(${x}) * ${quoteNumber(tolerance.relative)})`;
  switch (direction) {
    case 'ceiling':
      return `ceil(${x} - ${slack})`;
    case 'floor':
      return `floor(${x} + ${slack})`;
    case 'up':
      return `CASE WHEN ${x} < 0 THEN floor(${x} + ${slack}) ELSE ceil(${x} - ${slack}) END`;
    case 'down':
      return `CASE WHEN ${x} < 0 THEN ceil(${x} - ${slack}) ELSE floor(${x} + ${slack}) END`;
    case 'half-up':
      return `CASE WHEN ${x} < 0 THEN -floor(-${x} + 0.5 + ${slack}) ELSE floor(${x} + 0.5 + ${slack}) END`;
    case 'half-down':
      return `CASE WHEN ${x} < 0 THEN -ceil(-${x} - 0.5 - ${slack}) ELSE ceil(${x} - 0.5 - ${slack}) END`;
    case 'half-even':
      return `CASE WHEN abs(${x} - floor(${x}) - 0.5) <= ${slack} THEN 2 * floor((floor(${x}) + 1) / 2) WHEN ${x} - floor(${x}) < 0.5 THEN floor(${x}) ELSE floor(${x}) + 1 END`;
  }
}
