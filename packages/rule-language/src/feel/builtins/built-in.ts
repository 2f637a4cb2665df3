import { Failure, type Outcome, type Run } from '../run/run.ts';
import { weigh } from '../run/weigh.ts';
import { FeelDate, FeelDateTime } from '../values/temporal.ts';
import { FeelFunction, isList, type Kind, kindOf, mergeUnknown, Unknown, type Value } from '../values/value.ts';
import { utc } from '../values/zone.ts';

type Parameter = {
  readonly name: string;
  /** Kinds it takes; null for any. */
  readonly kinds: ReadonlySet<Kind> | null;
  readonly isOptional: boolean;
};
type Body = (args: Value[], run: Run) => Outcome;
type Form = { readonly parameters: readonly Parameter[]; readonly isVariadic: boolean; readonly body: Body };
/** One form a call can take, and for each of its parameters the place of the argument (-1: not given). */
type Planned = { readonly form: Form; readonly order: readonly number[] | null };

const shortKinds: Readonly<Record<string, Kind>> = {
  datetime: 'date and time',
  days: 'days and time duration',
  months: 'years and months duration',
};

/** `start position: number`, `length?: number`, `from: string|date`, `list: list`, `x: any`; `...items: any` repeats. */
function parameterOf(written: string): Parameter {
  const [left = '', right = 'any'] = written.split(':').map((part) => part.trim());
  const isOptional = left.endsWith('?');
  const kinds = right === 'any' ? null : new Set(right.split('|').map((kind) => shortKinds[kind] ?? (kind as Kind)));
  return { name: left.replace(/^\.\.\.|\?$/g, ''), kinds, isOptional };
}

export class BuiltIn {
  readonly name: string;
  readonly signatures: string;
  readonly #forms: readonly Form[];
  /** Whether it has an answer of its own to unknown arguments; otherwise its answer is unknown as soon as one of them is. */
  readonly #seesUnknown: boolean;

  constructor(name: string, forms: readonly (readonly [string, Body])[], seesUnknown: boolean) {
    this.name = name;
    this.#seesUnknown = seesUnknown;
    this.signatures = forms.map(([written]) => `${name}(${written})`).join(' / ');
    this.#forms = forms.map(([written, body]) => ({
      parameters: written === '' ? [] : written.split(',').map(parameterOf),
      isVariadic: written.includes('...'),
      body,
    }));
  }

  /** The forms a call with these names (null: by position) or this many arguments can mean. Worked out once, when compiling. */
  planFor(names: readonly string[] | null, count: number): readonly Planned[] {
    const plans: Planned[] = [];
    for (const form of this.#forms) {
      if (!names) {
        const least = form.parameters.filter((parameter) => !parameter.isOptional).length;
        const fits = form.isVariadic
          ? count >= form.parameters.length
          : count >= least && count <= form.parameters.length;
        if (fits) plans.push({ form, order: null });
      } else {
        const order = form.parameters.map((parameter) => names.indexOf(parameter.name));
        const isComplete = form.parameters.every((parameter, at) => parameter.isOptional || order[at] !== -1);
        const known = new Set(form.parameters.map((parameter) => parameter.name));
        if (isComplete && names.every((name) => known.has(name))) plans.push({ form, order });
      }
    }
    return plans;
  }

  callPlanned(plans: readonly Planned[], values: Value[], run: Run): Outcome {
    const unknown = unknownIn(values, run);
    if (unknown && run.isHouse && !this.#seesUnknown) return unknown;
    for (const { form, order } of plans) {
      const args = fitted(form, order ? order.map((at) => (at === -1 ? null : (values[at] ?? null))) : values, order);
      if (args instanceof Unknown) return args;
      if (args) return form.body(args, run);
    }
    const given = values.map(kindOf).join(', ');
    return new Failure('arguments', `${this.name} 不接受 (${given})`, `${this.name} does not take (${given})`);
  }

  asValue(run: Run): FeelFunction {
    const callAny = (names: readonly string[] | null, values: readonly Value[]) =>
      run.settle(this.callPlanned(this.planFor(names, values.length), [...values], run), { start: 0, end: 0 });
    const parameters = this.#forms[0]?.parameters.map((parameter) => parameter.name) ?? [];
    return new FeelFunction(parameters, (values) => callAny(null, values), null, callAny);
  }
}

/**
 * The arguments as the form wants them, or null where they do not fit. Missing optional ones are null at the end. Where a
 * certain kind is asked for and the argument is unknown, so is the answer.
 */
function fitted(form: Form, values: readonly Value[], order: readonly number[] | null): Value[] | Unknown | null {
  const args: Value[] = [];
  const last = form.parameters.length - 1;
  const count = form.isVariadic ? values.length : form.parameters.length;
  for (let at = 0; at < count; at++) {
    const parameter = form.parameters[Math.min(at, last)];
    if (!parameter) return null;
    const isGiven = order ? order[at] !== -1 : at < values.length;
    const value = isGiven ? (values[at] ?? null) : null;
    if (!isGiven || parameter.kinds === null) {
      args.push(value);
      continue;
    }
    const converted = convert(value, parameter.kinds);
    if (converted === undefined) return null;
    if (converted instanceof Unknown) return converted;
    args.push(converted);
  }
  return args;
}

/** The conversions of §10.3.2.9.4: an item for a list, a list of one for its item, a date for its midnight. */
function convert(value: Value, kinds: ReadonlySet<Kind>): Value | undefined {
  if (kinds.has(kindOf(value))) return value;
  if (value === null) return undefined;
  if (value instanceof Unknown) return value;
  if (isList(value)) return value.length === 1 && value[0] !== null ? convert(value[0] ?? null, kinds) : undefined;
  if (kinds.has('list')) return [value];
  if (value instanceof FeelDate && kinds.has('date and time')) return new FeelDateTime(value.days, 0, utc);
  return undefined;
}

function unknownIn(values: readonly Value[], run: Run): Unknown | null {
  let found: Unknown | null = null;
  for (const value of values) {
    const inner = weigh(value, run);
    if (inner) found = found ? mergeUnknown(found, inner) : inner;
  }
  return found;
}

export function builtIn(name: string, ...forms: (readonly [string, Body])[]): BuiltIn {
  return new BuiltIn(name, forms, false);
}

/** One that answers although some argument, or some item of a list, is unknown. */
export function builtInSeeingUnknown(name: string, ...forms: (readonly [string, Body])[]): BuiltIn {
  return new BuiltIn(name, forms, true);
}
