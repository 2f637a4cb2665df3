import type { Mm } from '../layout/layout.ts';

/** A page that is itself the proof: framed, on a woven ground, with a seal and a code. Permits and registrations. */
export type Framed = {
  readonly title: string;
  /** The title in another language, smaller beneath. */
  readonly subtitle?: string;
  /** What it says, in its order. Never cut: what one page does not hold goes on to the next. */
  readonly rows: readonly (readonly [label: string, value: string])[];
  /** Why it does not hold now: 已撤销. A page that says so carries no seal and no colour. */
  readonly voided?: string;
  readonly signature: { readonly name: string; readonly date: string };
  /** Diameter of the seal over the signature, drawn from the name of the signature. */
  readonly seal?: { readonly diameter: Mm };
  /** A two-dimensional code as its modules, `rows[y][x]` dark or not, without the quiet zone. */
  readonly code: { readonly rows: readonly (readonly boolean[])[]; readonly caption: string };
  /** Small, at the foot: the number it is found by, then what the reader should know. */
  readonly foot: readonly string[];
  /** `2026-11-23`. */
  readonly createdOn?: string;
};
