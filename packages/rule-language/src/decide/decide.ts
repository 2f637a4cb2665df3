import { ok, type Result, refuse } from '@zhengtong/kernel';
import { findDay } from '../exact/calendar.ts';
import { spellName } from '../feel/syntax/names.ts';
import type { Program } from '../ir/ir.ts';
import { engineOf, type Outcome } from './engine.ts';
import { CaseFault, type FaultCode } from './fault.ts';
import { type Missing, rankMissing } from './missing.ts';
import { type CaseFacts, type FactsJson, type FactTrouble, readCase } from './read-facts.ts';
import { makeReceipt, type Receipt } from './receipt.ts';
import { type Json, toJson } from './say-value.ts';
import { buildTree, type Sources, type Tree } from './tree.ts';

/** What is asked of a text. Two dates: `factsOn` is the day of the facts, the program's own date is the day of the law. */
export type Question = {
  readonly facts: FactsJson;
  readonly factsOn: string;
  /** Where a fact came from, by name; else what the text declares. */
  readonly sources?: Sources;
  /** What a person decided on open norms, by name. */
  readonly discretions?: FactsJson;
  /** Untranslated clauses a person accepts for this case. */
  readonly acceptedGaps?: readonly string[];
  /** Rules asked for; else the text's outputs. */
  readonly outputs?: readonly string[];
};

export type Answer = {
  readonly name: string;
  readonly value: Json;
  readonly isKnown: boolean;
  readonly reasonCode: string;
};
/**
 * `decided`: every output is settled. `unknown`: facts are missing. `discretion`: a person must judge. `gap`: it rests on a
 * clause nobody turned into a rule. The last three never mean "no".
 */
export type Decision = {
  readonly status: 'decided' | 'unknown' | 'discretion' | 'gap';
  readonly answers: readonly Answer[];
  readonly tree: Tree;
  /** Facts whose absence keeps an output open, the one that settles most first. */
  readonly missing: readonly Missing[];
  readonly discretions: readonly {
    readonly name: string;
    readonly by: string;
    readonly article: string;
    readonly isGiven: boolean;
  }[];
  readonly gaps: readonly {
    readonly clause: string;
    readonly article: string;
    readonly reason: string;
    readonly isAccepted: boolean;
  }[];
  readonly receipt: Receipt;
};

export type DecideRefusal =
  | { readonly kind: 'facts-unreadable'; readonly troubles: readonly FactTrouble[] }
  | { readonly kind: 'output-unknown'; readonly names: readonly string[] }
  | {
      readonly kind: 'case-fault';
      readonly code: FaultCode;
      readonly line: number;
      readonly column: number;
      readonly zh: string;
      readonly en: string;
    };

/** Decides one case exactly. An error in facts or text is a refusal with its place; a missing fact is an open answer. */
export function decide(program: Program, question: Question): Result<Decision, DecideRefusal> {
  const factDay = findDay(question.factsOn);
  if (factDay === undefined) {
    const trouble = {
      fact: 'factsOn',
      nearest: null,
      zh: `事实日期“${question.factsOn}”不是日期`,
      en: `the date of facts "${question.factsOn}" is no date`,
    };
    return refuse({ kind: 'facts-unreadable', troubles: [trouble] });
  }
  const { facts, troubles } = readCase(program, question.facts, question.discretions ?? {}, factDay);
  if (troubles.length > 0) return refuse({ kind: 'facts-unreadable', troubles });
  const asked = findOutputs(program, question.outputs);
  if ('unknown' in asked) return refuse({ kind: 'output-unknown', names: asked.unknown });
  try {
    const outcome = engineOf(program).run(facts, asked.slots);
    return ok(say(program, question, facts, asked.slots, outcome));
  } catch (fault) {
    if (!(fault instanceof CaseFault)) throw fault;
    return refuse({
      kind: 'case-fault',
      code: fault.code,
      line: fault.at.line,
      column: fault.at.column,
      zh: fault.zh,
      en: fault.en,
    });
  }
}

function findOutputs(
  program: Program,
  names: readonly string[] | undefined,
): { slots: readonly number[] } | { unknown: readonly string[] } {
  if (!names) return { slots: program.outputs };
  const slots = names.map((name) => program.rules.findIndex((rule) => rule.name === name));
  const unknown = names.filter((_, index) => (slots[index] ?? -1) < 0);
  return unknown.length > 0 ? { unknown } : { slots };
}

function say(
  program: Program,
  question: Question,
  facts: CaseFacts,
  slots: readonly number[],
  outcome: Outcome,
): Decision {
  const answers = slots.map((slot): Answer => {
    const rule = program.rules[slot];
    const value = outcome.values[slot];
    return {
      name: rule?.name ?? '',
      value: toJson(value, rule?.type ?? { kind: 'any' }),
      isKnown: value !== undefined,
      reasonCode: rule?.reasonCode ?? '',
    };
  });
  const isOpen = answers.some((answer) => !answer.isKnown);
  const missing = isOpen ? rankMissing(program, facts, slots, outcome) : [];
  const discretions = listDiscretions(program, facts, outcome);
  const gaps = listGaps(program, question, outcome);
  const waits = missing.some((one) => one.role === 'discretion') && missing.every((one) => one.role === 'discretion');
  const status = isOpen ? (waits ? 'discretion' : 'unknown') : gaps.some((gap) => !gap.isAccepted) ? 'gap' : 'decided';
  const receipt = makeReceipt(program, question, answers, status);
  return {
    status,
    answers,
    tree: buildTree(program, facts, outcome, slots, question.sources ?? {}),
    missing,
    discretions,
    gaps,
    receipt,
  };
}

function listDiscretions(program: Program, facts: CaseFacts, outcome: Outcome): Decision['discretions'] {
  if (program.text.discretions.length === 0) return [];
  const read = new Set(outcome.order.flatMap((slot) => outcome.reads[slot]?.facts ?? []));
  return program.text.discretions.flatMap((one) => {
    const slot = program.facts.findIndex((fact) => fact.role === 'discretion' && fact.name === spellName(one.name));
    if (!read.has(slot)) return [];
    return [{ name: one.name, by: one.by, article: one.article.citation, isGiven: facts.facts[slot] !== undefined }];
  });
}

function listGaps(program: Program, question: Question, outcome: Outcome): Decision['gaps'] {
  if (program.text.gaps.length === 0) return [];
  const touched = new Set(outcome.order.flatMap((slot) => program.rules[slot]?.gaps ?? []));
  return program.text.gaps.flatMap((gap, index) => {
    // A clause that names no rule hangs over the whole text.
    if (!touched.has(index) && gap.affects.length > 0) return [];
    const isAccepted = gap.accepted || (question.acceptedGaps ?? []).includes(gap.name);
    return [{ clause: gap.name, article: gap.article.citation, reason: gap.reason, isAccepted }];
  });
}
