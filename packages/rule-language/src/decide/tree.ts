import { sayDay } from '../exact/calendar.ts';
import type { Value } from '../ir/feel-code.ts';
import type { Program } from '../ir/ir.ts';
import type { Outcome } from './engine.ts';
import type { FaultCode } from './fault.ts';
import type { CaseFacts } from './read-facts.ts';
import { type Json, toJson } from './say-value.ts';

/**
 * One rule as it was applied. `rules` name other nodes of the same tree, so a rule read twice stands once. Everything a
 * letter needs is here: the article and the digest of its words, the inputs with their source, the parameters with their date.
 */
export type TreeNode = {
  readonly rule: string;
  readonly value: Json;
  readonly isKnown: boolean;
  readonly article: string;
  readonly articleDigest: string;
  /** Why the article's words could not be proof-read; empty where the text says nothing of it. */
  readonly proof: string;
  readonly source: string;
  readonly line: number;
  readonly inputs: readonly TreeInput[];
  readonly parameters: readonly TreeParameter[];
  readonly rules: readonly string[];
  /** Rows of a table or labels of exceptions that were hit. */
  readonly hits: readonly string[];
  /** Why the rule has no value, where it stopped with an error that another part of the text made not matter; else null. */
  readonly fault: { readonly code: FaultCode; readonly zh: string; readonly en: string } | null;
};
export type TreeInput = {
  readonly name: string;
  readonly value: Json;
  readonly isKnown: boolean;
  readonly source: string;
};
export type TreeParameter = {
  readonly name: string;
  readonly key: string;
  readonly value: Json;
  readonly from: string;
  readonly decree: string;
  readonly proof: string;
};
export type Tree = { readonly roots: readonly string[]; readonly nodes: readonly TreeNode[] };

export type Sources = Readonly<Record<string, string>>;

export function buildTree(
  program: Program,
  facts: CaseFacts,
  outcome: Outcome,
  roots: readonly number[],
  sources: Sources,
): Tree {
  const nameOf = (slot: number) => program.rules[slot]?.name ?? '';
  const nodes = outcome.order.map((slot): TreeNode => {
    const rule = program.rules[slot];
    const reads = outcome.reads[slot];
    const value = outcome.values[slot];
    if (!rule || !reads) throw new Error(`rule ${slot} left no trace`);
    const fault = outcome.faults?.get(slot);
    const inputs: TreeInput[] = [];
    for (const read of reads.facts) inputs.push(inputOf(program, facts.facts[read], read, sources));
    for (const entity of reads.members) inputs.push(membersOf(program, facts, entity, sources));
    return {
      rule: rule.name,
      value: toJson(value, rule.type),
      isKnown: value !== undefined,
      article: rule.article.citation,
      articleDigest: rule.article.citation ? rule.article.digest : '',
      proof: rule.article.proof,
      source: rule.source,
      line: rule.at.line,
      inputs,
      parameters: reads.parameters.map(({ slot: at, key }) => parameterOf(program, at, key)),
      rules: reads.rules.map(nameOf),
      hits: reads.hits,
      fault: fault ? { code: fault.code, zh: fault.zh, en: fault.en } : null,
    };
  });
  return { roots: roots.map(nameOf), nodes };
}

function inputOf(program: Program, value: Value, slot: number, sources: Sources): TreeInput {
  const fact = program.facts[slot];
  const name = fact?.name ?? '';
  const source =
    sources[name] ??
    (fact?.role === 'discretion' ? '裁量' : fact?.role === 'fact' ? (fact.declared?.source ?? '') : '本次办理');
  return { name, value: toJson(value, fact?.type ?? { kind: 'any' }), isKnown: value !== undefined, source };
}

function membersOf(program: Program, facts: CaseFacts, entity: number, sources: Sources): TreeInput {
  const slot = program.entities[entity];
  const name = slot?.name ?? '';
  const rows = facts.members[entity];
  const value =
    rows?.map((row) =>
      Object.fromEntries(slot?.fields.map((field, index) => [field.name, toJson(row[index], field.type)]) ?? []),
    ) ?? null;
  const declared = [...new Set(slot?.fields.map((field) => field.source).filter(Boolean))].join('、');
  return { name, value, isKnown: rows !== undefined, source: sources[name] ?? declared };
}

const parameterSaid = new WeakMap<object, TreeParameter>();

/** A parameter's line in the tree never changes on one law date: it is said once. */
function parameterOf(program: Program, slot: number, key: string): TreeParameter {
  const bound = program.parameters[slot];
  const found = bound?.values.get(key);
  if (!bound || !found) return { name: '', key, value: null, from: '', decree: '', proof: '' };
  const known = parameterSaid.get(found);
  if (known) return known;
  const said: TreeParameter = {
    name: bound.declared.name,
    key,
    value: toJson(found.value, bound.declared.type),
    from: found.stated.from === null ? '' : sayDay(found.stated.from),
    decree: found.stated.decree,
    proof: bound.declared.proof,
  };
  parameterSaid.set(found, said);
  return said;
}
