import { parseDivisionCode, type Sentence } from '@zhengtong/standards';
import { wholly } from '../kinds/text/check.ts';
import { listAsked } from './condition.ts';
import type { FormDefinition, Question } from './definition.ts';
import { listSources } from './formula.ts';
import { findLinearPattern } from './linear-pattern.ts';

/** What is wrong with a definition, for the person who writes it: `sections.0.questions.3.when: …`. */
export type Problem = { readonly path: string; readonly say: Sentence };

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
      problems.push({
        path: `${path}.key`,
        say: {
          zh: `分节“${section.key}”重复，请换一个 key`,
          en: `section "${section.key}" comes twice: change its key`,
        },
      });
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
  if (known.has(key)) return [];
  const say = {
    zh: `“${asked}”不是前面的问题：条件和计算只能用排在前面的`,
    en: `"${asked}" is not a question before this one: conditions and formulas look back only`,
  };
  return [{ path, say }];
}

function inspectQuestion(
  question: Question,
  known: Map<string, Question>,
  path: string,
  problems: Problem[],
  mayGroup: boolean,
): void {
  const add = (part: string, zh: string, en: string): number =>
    problems.push({ path: `${path}.${part}`, say: { zh, en } });
  if (known.has(question.key))
    add('key', `问题“${question.key}”重复，请换一个 key`, `question "${question.key}" comes twice: change its key`);
  for (const asked of question.when ? listAsked(question.when) : [])
    problems.push(...lookAt(asked, known, `${path}.when`));
  for (const source of question.computed ? listSources(question.computed) : [])
    problems.push(...lookAt(source, known, `${path}.computed`));
  known.set(question.key, question);
  const { kind, choices = [], min, max, minLength, maxLength, minItems, maxItems, within, pattern } = question;
  if ((kind === 'choice' || kind === 'choices') && choices.length === 0)
    add('choices', '没有可选的项，请写出 choices', 'there is nothing to choose from: list the choices');
  if (new Set(choices.map(({ value }) => value)).size < choices.length)
    add('choices', '选项的 value 重复', 'a value comes twice');
  if (kind === 'declaration' && !question.statements)
    add('statements', '声明要写明声明的内容', 'a declaration says what is declared');
  if (kind === 'declaration' && question.prefill)
    add('prefill', '声明不能预填：不能替当事人声明', 'nobody declares for the person');
  if ((min ?? -Infinity) > (max ?? Infinity)) add('min', 'min 大于 max', 'min is above max');
  if ((minLength ?? 0) > (maxLength ?? Infinity))
    add('minLength', 'minLength 大于 maxLength', 'minLength is above maxLength');
  if ((minItems ?? 0) > (maxItems ?? Infinity)) add('minItems', 'minItems 大于 maxItems', 'minItems is above maxItems');
  if (within && !parseDivisionCode(within).ok) add('within', '不是行政区划代码', 'not a division code');
  if (pattern && !findLinearPattern(wholly(pattern)))
    add(
      'pattern',
      `“${question.key}”的正则表达式不能在线性时间内匹配：不用前后查看和反向引用，重复次数要小，也不要层层重复`,
      `"${question.key}": not a regular expression that runs in linear time; no look-ahead, look-behind or back reference, repeats small and not inside each other`,
    );
  for (const part of question.parts ?? [])
    if (!partsOfKind[kind]?.includes(part))
      add('parts', `${kind} 没有“${part}”这一部分`, `a ${kind} has no part "${part}"`);
  if (kind !== 'group') return;
  if (!mayGroup) add('kind', '组里不能再有组', 'a group cannot hold a group');
  if (!question.questions) add('questions', '组里要有问题', 'a group holds questions');
  const inside = new Map<string, Question>();
  for (const [at, one] of (question.questions ?? []).entries())
    inspectQuestion(one, inside, `${path}.questions.${at}`, problems, false);
}
