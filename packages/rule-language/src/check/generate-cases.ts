import { chance } from '@zhengtong/kernel';
import type { FactsJson } from '../decide/read-facts.ts';
import { type Json, toJson } from '../decide/say-value.ts';
import { sayDay } from '../exact/calendar.ts';
import { exactOf, isExact, sayExact, toDouble } from '../exact/rational.ts';
import type { Program } from '../ir/ir.ts';
import { probesOf, probesOfField } from '../ir/thresholds.ts';
import type { Type } from '../ir/type.ts';
import type { Fact } from '../text/model.ts';

/** Amounts no register should hold and one will: nothing, a fen, all but a hundred million (where the declared tolerance ends). */
const extremes = [0, 0.01, 99_999_999.99, 12_345_678.01];

/**
 * Case after case for a program: half of the values stand at thresholds, anniversaries or a step beside them, some are
 * extreme, the rest anywhere sensible. `unknownShare` of facts, of whole member lists and of members' fields are left out.
 */
export class CaseMaker {
  readonly #program: Program;
  readonly #next: () => number;
  readonly #unknownShare: number;

  constructor(program: Program, seed: number, unknownShare = 0) {
    this.#program = program;
    this.#next = chance(seed);
    this.#unknownShare = unknownShare;
  }

  facts(): FactsJson {
    const facts: Record<string, Json> = {};
    for (const [slot, fact] of this.#program.facts.entries()) {
      if (fact.role !== 'fact' || this.#isUnknown()) continue;
      facts[fact.name] = this.#value(fact.type, fact.declared, probesOf(this.#program, slot));
    }
    for (const [slot, entity] of this.#program.entities.entries()) {
      if (this.#isUnknown()) continue;
      const count = this.#next() < 0.04 ? 0 : 1 + Math.floor(this.#next() ** 2 * 7);
      facts[entity.name] = Array.from({ length: count }, () => this.#member(slot));
    }
    return facts;
  }

  #member(entity: number): Record<string, Json> {
    const fields = this.#program.entities[entity]?.fields ?? [];
    const values = fields.map((field, place): [string, Json] => [
      field.name,
      this.#isUnknown() ? null : this.#value(field.type, field, probesOfField(this.#program, entity, place)),
    ]);
    return Object.fromEntries(values);
  }

  discretions(): FactsJson {
    const given: Record<string, Json> = {};
    for (const fact of this.#program.facts)
      if (fact.role === 'discretion' && !this.#isUnknown()) given[fact.name] = this.#value(fact.type, null, []);
    return given;
  }

  #isUnknown(): boolean {
    return this.#unknownShare > 0 && this.#next() < this.#unknownShare;
  }

  #value(type: Type, declared: Fact | null, probes: readonly unknown[]): Json {
    const pick = <T>(list: readonly T[]): T => list[Math.floor(this.#next() * list.length)] as T;
    if (probes.length > 0 && this.#next() < 0.5) return toJson(pick(probes) as never, type);
    if (type.kind === 'boolean') return this.#next() < 0.5;
    if (type.kind === 'text') return type.codes ? pick(type.codes) : '甲';
    if (type.kind === 'date') return sayDay(this.#program.lawDay - Math.floor(this.#next() * 366 * 100));
    if (type.kind !== 'number') return null;
    const low = declared?.low ? toDouble(declared.low) : -1000;
    const high = declared?.high
      ? toDouble(declared.high)
      : type.measure === 'count'
        ? low + 100
        : low + 10 ** (2 + Math.floor(this.#next() * 5));
    if (type.measure !== 'count' && this.#next() < 0.03) {
      const extreme = pick(extremes);
      if (extreme >= low && (!declared?.high || extreme <= high)) return extreme;
    }
    const number = low + this.#next() * (high - low);
    if (type.measure === 'count') return Math.floor(number);
    const rounded = exactOf(Number(number.toFixed(type.measure === 'money' ? 2 : 3)));
    return isExact(rounded) ? Number(sayExact(rounded)) : 0;
  }
}
