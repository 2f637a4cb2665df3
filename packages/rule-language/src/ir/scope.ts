import type { Expr, NumberLiteral } from '../feel/ast.ts';
import { placeOf } from '../feel/position.ts';
import type { Problem } from '../feel/problem.ts';
import { type At, problem, type problemCodes, type TextProblem } from '../text/problem.ts';
import type { Said } from '../text/raw.ts';
import type { EntitySlot, FactSlot, Ir } from './ir.ts';
import type { Type } from './type.ts';

/** What a name stands for while a text is lowered. Rules are known by name before their slots are settled. */
export type Meaning =
  | { readonly kind: 'fact'; readonly slot: number }
  | { readonly kind: 'entity'; readonly slot: number }
  | { readonly kind: 'parameter'; readonly slot: number; readonly type: Type; readonly by: readonly Said[] }
  | { readonly kind: 'rule'; readonly name: string }
  | { readonly kind: 'table'; readonly name: string; readonly outputs: readonly string[] };

/** What lowering needs from the whole text: meanings, and rules lowered on demand so that types are known. */
export type World = {
  readonly facts: readonly FactSlot[];
  readonly entities: readonly EntitySlot[];
  readonly meanings: ReadonlyMap<string, Meaning>;
  /** Slot and type of a rule, lowering it first; undefined when it is being lowered (a circle, already reported). */
  ruleOf(name: string, at: At): { slot: number; type: Type } | undefined;
  report(trouble: TextProblem): void;
  /** The way back to lowering any expression, for the files that lower one kind of it. */
  lower(expr: Expr, scope: Scope): Ir;
};

/** A name bound inside an expression: the member at hand under a loop's name, or the fields of the member at hand. */
export type Local = { readonly name: string; readonly entity: number };

/** One expression being lowered: its words, where they stand, and the locals around the current place. */
export class Scope {
  readonly world: World;
  readonly said: Said;
  readonly local: Local | null;

  constructor(world: World, said: Said, local: Local | null = null) {
    this.world = world;
    this.said = said;
    this.local = local;
  }

  lower(expr: Expr): Ir {
    return this.world.lower(expr, this);
  }

  inside(local: Local): Scope {
    return new Scope(this.world, this.said, local);
  }

  /** Line and column in the rule text of an offset in this expression. */
  at(offset: number): At {
    const place = placeOf(this.said.text, offset);
    const { line, column } = this.said.at;
    return place.line === 1
      ? { line, column: column + place.column - 1 }
      : { line: line + place.line - 1, column: place.column };
  }

  report(code: keyof typeof problemCodes, offset: number, words: Parameters<typeof problem>[2]): void {
    this.world.report(problem(code, this.at(offset), words));
  }

  /** Passes on what the FEEL reader or compiler found, at its place in the rule text. */
  reportFeel(found: Problem): void {
    const { code, expected, nearest, zh, en } = found;
    this.world.report({ code, severity: 'error', ...this.at(found.span.start), expected, nearest, zh, en });
  }

  /** The digits as written: exact, whatever the parser made of them. */
  digits(literal: NumberLiteral): string {
    return this.said.text.slice(literal.span.start, literal.span.end);
  }

  /** Every name that could stand here, for the nearest right one. */
  names(): string[] {
    const { local, world } = this;
    const fields = local ? (world.entities[local.entity]?.fields.map((field) => field.name) ?? []) : [];
    const reached = local?.name ? fields.map((field) => `${local.name}.${field}`).concat(local.name) : fields;
    return [...reached, ...world.meanings.keys()];
  }
}

/** A node that stands for something already reported, so that one slip is one message. */
export const brokenIr = (at: At): Ir => ({ op: 'const', value: false, type: { kind: 'any' }, at });
