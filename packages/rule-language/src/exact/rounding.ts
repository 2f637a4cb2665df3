import { round } from '../feel/values/decimal-rounding.ts';
import { divide, type Exact, multiply, toDouble } from './rational.ts';

/** The directions Chinese statutes name: 进位, 舍去, 四舍五入, 四舍六入五成双; `down` cuts towards zero (去尾). */
export type Direction = 'ceiling' | 'floor' | 'half-up' | 'half-even' | 'half-down' | 'up' | 'down';

/** A rounding as a rule declares it: the direction and the unit it rounds to (1 = 元, 0.01 = 分). */
export type Rounding = { readonly direction: Direction; readonly unit: Exact };

/** Rounds exactly. No tolerance: a third times three is a whole number here and stays one. */
export function roundExact(a: Exact, { direction, unit }: Rounding): Exact {
  return multiply(round(divide(a, unit), 0, direction), unit);
}

/** How far a double may lie from the exact amount and still round as the exact one (in units of the rounding). */
export const tolerance = 1e-6;

/** The JavaScript expression that rounds a double with the declared tolerance; `x` is an expression evaluated once. */
export function roundDoubleCode(x: string, { direction, unit }: Rounding): string {
  const u = toDouble(unit);
  const steps = u === 1 ? x : u < 1 ? `(${x})*${1 / u}` : `(${x})/${u}`;
  const scale = (code: string) => (u === 1 ? code : u < 1 ? `${code}/${1 / u}` : `${code}*${u}`);
  if (direction === 'ceiling') return scale(`Math.ceil(${steps}-${tolerance})`);
  if (direction === 'floor') return scale(`Math.floor(${steps}+${tolerance})`);
  return scale(`round_${direction.replace('-', '_')}(${steps})`);
}

/** Support functions the generated code closes over; pure, on doubles. */
export const roundingSupport = {
  round_half_up: (x: number) => (x < 0 ? -Math.floor(-x + 0.5 + tolerance) : Math.floor(x + 0.5 + tolerance)),
  round_half_down: (x: number) => (x < 0 ? -Math.ceil(-x - 0.5 - tolerance) : Math.ceil(x - 0.5 - tolerance)),
  round_half_even: (x: number) => {
    const low = Math.floor(x + tolerance);
    const rest = x - low;
    if (Math.abs(rest - 0.5) <= tolerance) return low % 2 === 0 ? low : low + 1;
    return rest < 0.5 ? low : low + 1;
  },
  round_up: (x: number) => (x < 0 ? Math.floor(x + tolerance) : Math.ceil(x - tolerance)),
  round_down: (x: number) => (x < 0 ? Math.ceil(x - tolerance) : Math.floor(x + tolerance)),
};
