import type { Ir, Program } from '../ir/ir.ts';

/**
 * A node as JavaScript over one row. `nullable`: it may be unknown, and a truth then is 0, 1 or 2 instead of a boolean.
 * `plain`: a double that is the nearest to an exact decimal, so that two of them compare without tolerance.
 */
export type Emitted = { readonly code: string; readonly nullable: boolean; readonly plain: boolean };

/** What is known about the columns before code is written for them. */
export type Known = {
  readonly isFactNullable: (slot: number) => boolean;
  readonly isFieldNullable: (entity: number, field: number) => boolean;
  readonly isEntityThere: (entity: number) => boolean;
  readonly isEntityNullable: (entity: number) => boolean;
};

/** What the emitting files need of each other. */
export type Emitter = {
  readonly program: Program;
  readonly known: Known;
  readonly statements: string[];
  emit(ir: Ir): Emitted;
  temporary(): string;
  three(value: Emitted, kind: string): string;
  pick(when: Emitted, then: Emitted, other: Emitted, kind: string): Emitted;
};

export const unknownOf = (kind: string): string => (kind === 'boolean' ? '2' : kind === 'text' ? '(-1)' : 'NaN');
