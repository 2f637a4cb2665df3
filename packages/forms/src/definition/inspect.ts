import { parseDivisionCode } from '@zhengtong/standards';
import { wholly } from '../kinds/text/check.ts';
import { listAsked } from './condition.ts';
import type { FormDefinition, Question } from './definition.ts';
import { listSources } from './formula.ts';
import { findLinearPattern } from './linear-pattern.ts';

/** What is wrong with a definition, for the person who writes it: `sections.0.questions.3.when: …`. */
export type Problem = { readonly path: string; readonly say: string };

const partsOfKind: Readonly<Record<string, readonly string[]>> = {
  person: ['idNumber', 'phone', 'email'],
  firm: ['legalRepresentative', 'phone', 'address'],
};

/** Faults no schema can find: keys twice, a look at what comes later, choices nobody can make. */
export function inspect(definition: FormDefinition): readonly Problem[] {
  const problems: Problem[] = [];
  const known = new Map<string, Question>();
  const sectionKeys = new Set<string>();
  for (const [index, section] of definition.sections.entries()) {
    const path = `sections.${index}`;
    if (sectionKeys.has(section.key))
      problems.push({ path: `${path}.key`, say: `section "${section.key}" comes twice` });
    sectionKeys.add(section.key);
    for (const asked of section.when ? listAsked(section.when) : [])
      problems.push(...lookAt(asked, known, `${path}.when`));
    for (const [at, question] of section.questions.entries())
      inspectQuestion(question, known, `${path}.questions.${at}`, problems, true);
  }
  return problems;
}

function lookAt(asked: string, known: ReadonlyMap<string, Question>, path: string): readonly Problem[] {
  const key = asked.split('.')[0] as string;
  return known.has(key) ? [] : [{ path, say: `"${asked}" is not a question before this one` }];
}

function inspectQuestion(
  question: Question,
  known: Map<string, Question>,
  path: string,
  problems: Problem[],
  mayGroup: boolean,
): void {
  const add = (part: string, say: string): number => problems.push({ path: `${path}.${part}`, say });
  if (known.has(question.key)) add('key', `question "${question.key}" comes twice`);
  for (const asked of question.when ? listAsked(question.when) : [])
    problems.push(...lookAt(asked, known, `${path}.when`));
  for (const source of question.computed ? listSources(question.computed) : [])
    problems.push(...lookAt(source, known, `${path}.computed`));
  known.set(question.key, question);
  const { kind, choices = [], min, max, minLength, maxLength, minItems, maxItems, within, pattern } = question;
  if ((kind === 'choice' || kind === 'choices') && choices.length === 0)
    add('choices', 'there is nothing to choose from');
  if (new Set(choices.map(({ value }) => value)).size < choices.length) add('choices', 'a value comes twice');
  if (kind === 'declaration' && !question.statements) add('statements', 'a declaration says what is declared');
  if (kind === 'declaration' && question.prefill) add('prefill', 'nobody declares for the person');
  if ((min ?? -Infinity) > (max ?? Infinity)) add('min', 'min is above max');
  if ((minLength ?? 0) > (maxLength ?? Infinity)) add('minLength', 'minLength is above maxLength');
  if ((minItems ?? 0) > (maxItems ?? Infinity)) add('minItems', 'minItems is above maxItems');
  if (within && !parseDivisionCode(within).ok) add('within', 'not a division code');
  if (pattern && !findLinearPattern(wholly(pattern)))
    add(
      'pattern',
      `"${question.key}": not a regular expression that runs in linear time; no look-ahead, look-behind or back reference, repeats small and not inside each other`,
    );
  for (const part of question.parts ?? [])
    if (!partsOfKind[kind]?.includes(part)) add('parts', `a ${kind} has no part "${part}"`);
  if (kind !== 'group') return;
  if (!mayGroup) add('kind', 'a group cannot hold a group');
  if (!question.questions) add('questions', 'a group holds questions');
  const inside = new Map<string, Question>();
  for (const [at, one] of (question.questions ?? []).entries())
    inspectQuestion(one, inside, `${path}.questions.${at}`, problems, false);
}
