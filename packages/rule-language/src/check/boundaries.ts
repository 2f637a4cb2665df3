import { decide, type Question } from '../decide/decide.ts';
import { toJson } from '../decide/say-value.ts';
import type { Program } from '../ir/ir.ts';
import { probesOf } from '../ir/thresholds.ts';
import { type Programs, questionOfExample } from './run-examples.ts';

/** A question at a threshold and what the text answers, for a person to confirm. */
export type Boundary = { readonly fact: string; readonly value: string; readonly block: string };

const mostBoundaries = 200;

/**
 * Examples at, just below and just above every threshold a fact is held against, on the first worked example of the text.
 * Written as blocks, so that the author reads, confirms and pastes them beside the article.
 */
export function boundaryExamples(programs: Programs): Boundary[] {
  const [first] = programs.text.examples;
  if (!first) return [];
  const { question, lawDay } = questionOfExample(first, programs);
  const { program } = programs.on(lawDay);
  const found: Boundary[] = [];
  for (const [slot, fact] of program.facts.entries()) {
    if (fact.role !== 'fact' || fact.type.kind === 'text') continue;
    for (const probe of probesOf(program, slot).slice(0, 15)) {
      if (found.length >= mostBoundaries) return found;
      const value = JSON.stringify(toJson(probe, fact.type));
      const boundary = blockOf(
        program,
        { ...question, outputs: program.outputs.map((one) => program.rules[one]?.name ?? '') },
        fact.name,
        value,
      );
      if (boundary) found.push({ fact: fact.name, value, block: boundary });
    }
  }
  return found;
}

function blockOf(program: Program, question: Question, fact: string, value: string): string | null {
  const facts = { ...question.facts, [fact]: JSON.parse(value) as unknown };
  const result = decide(program, { ...question, facts });
  if (!result.ok) return null;
  const given = Object.entries({ ...facts, ...question.discretions }).map(
    ([name, json]) => `${name} = ${feelOf(json)}`,
  );
  const answers = result.value.answers.map(
    (answer) => `→ ${answer.name} = ${answer.isKnown ? feelOf(answer.value) : '未知'}`,
  );
  return [`\`\`\`例题 ${fact} = ${value}`, `日期：${question.factsOn}`, ...given, ...answers, '```'].join('\n');
}

/** JSON as FEEL writes it: names of members without quotes. Amounts that came as text lose them. */
function feelOf(json: unknown): string {
  if (Array.isArray(json)) return `[${json.map(feelOf).join(', ')}]`;
  if (typeof json === 'object' && json !== null)
    return `{${Object.entries(json)
      .map(([name, item]) => `${name}: ${feelOf(item)}`)
      .join(', ')}}`;
  if (typeof json === 'string' && /^-?\d+(\.\d+)?$/.test(json)) return json;
  return typeof json === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(json) ? json : JSON.stringify(json);
}
