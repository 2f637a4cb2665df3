import type { Value } from '../ir/feel-code.ts';
import type { Program } from '../ir/ir.ts';
import { everyValueOf, probesOf } from '../ir/thresholds.ts';
import { engineOf, type Outcome } from './engine.ts';
import { CaseFault } from './fault.ts';
import type { CaseFacts } from './read-facts.ts';

/**
 * A fact nobody gave. `settles` is the share (0 to 1) of the values tried after which fewer answers stay open than now: of every
 * value it can have, where `tries` says so, else of the thresholds the text holds it against and their neighbours.
 * `rules` is how many open rules read it.
 */
export type Missing = {
  readonly name: string;
  readonly role: 'fact' | 'discretion' | 'members';
  readonly settles: number;
  readonly tries: 'every-value' | 'thresholds';
  readonly rules: number;
  readonly source: string;
};

const mostProbed = 24;
const mostProbes = 48;

/** Missing facts behind the open answers, the one to ask first on top. */
export function rankMissing(program: Program, facts: CaseFacts, slots: readonly number[], outcome: Outcome): Missing[] {
  const open = outcome.order.filter((slot) => outcome.values[slot] === undefined && !outcome.faults?.has(slot));
  const before = slots.filter((slot) => outcome.values[slot] === undefined).length;
  const counts = new Map<number, number>();
  const memberCounts = new Map<number, number>();
  for (const slot of open) {
    for (const fact of outcome.reads[slot]?.facts ?? [])
      if (facts.facts[fact] === undefined) counts.set(fact, (counts.get(fact) ?? 0) + 1);
    for (const entity of outcome.reads[slot]?.members ?? [])
      memberCounts.set(entity, (memberCounts.get(entity) ?? 0) + 1);
  }
  const found: Missing[] = [];
  for (const [fact, rules] of counts) {
    const slot = program.facts[fact];
    if (!slot || slot.role === 'fact-day' || slot.role === 'law-day') continue;
    const every = everyValueOf(program, fact);
    const tried = every ?? probesOf(program, fact).slice(0, mostProbes);
    const settles = counts.size <= mostProbed ? shareSettled(program, facts, slots, fact, { before, tried }) : 0;
    const tries = every ? 'every-value' : 'thresholds';
    found.push({ name: slot.name, role: slot.role, settles, tries, rules, source: slot.declared?.source ?? '' });
  }
  for (const [entity, rules] of memberCounts) found.push(...missingMembers(program, facts, entity, rules));
  return found.sort((a, b) => b.settles - a.settles || b.rules - a.rules);
}

function shareSettled(
  program: Program,
  facts: CaseFacts,
  slots: readonly number[],
  fact: number,
  { before, tried: probes }: { before: number; tried: readonly Value[] },
): number {
  if (probes.length === 0) return 0;
  const engine = engineOf(program);
  let settled = 0;
  for (const probe of probes) {
    const tried: Value[] = [...facts.facts];
    tried[fact] = probe;
    try {
      const { values } = engine.run({ facts: tried, members: facts.members }, slots);
      if (slots.filter((slot) => values[slot] === undefined).length < before) settled++;
    } catch (fault) {
      if (!(fault instanceof CaseFault)) throw fault;
    }
  }
  return Math.round((settled / probes.length) * 1000) / 1000;
}

function missingMembers(program: Program, facts: CaseFacts, entity: number, rules: number): Missing[] {
  const slot = program.entities[entity];
  const rows = facts.members[entity];
  if (!slot) return [];
  if (!rows) return [{ name: slot.name, role: 'members', settles: 0, tries: 'thresholds', rules, source: '' }];
  return rows.flatMap((row, index) =>
    slot.fields.flatMap((field, column): Missing[] =>
      row[column] === undefined
        ? [
            {
              name: `${slot.name}[${index + 1}].${field.name}`,
              role: 'members',
              settles: 0,
              tries: 'thresholds',
              rules,
              source: field.source,
            },
          ]
        : [],
    ),
  );
}
