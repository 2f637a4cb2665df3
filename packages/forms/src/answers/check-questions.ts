import { isMet, type Values } from '../definition/condition.ts';
import type { KindName, Question, Section } from '../definition/definition.ts';
import { compute } from '../definition/formula.ts';
import type { Fault, FormContext, Kind } from '../kinds/kind.ts';
import { partOf } from '../kinds/typed.ts';

export type Kinds = Readonly<Record<KindName, Kind>>;

export type QuestionsChecked = {
  /** Right answers only, by key; what is not shown is not kept. */
  readonly values: Values;
  /** Paths begin with the key of the question. */
  readonly faults: readonly Fault[];
  /** Keys of the questions that apply, in order. */
  readonly shown: readonly string[];
};

/**
 * Checks questions in their order: a condition or formula sees the answers before it. A wrong answer leaves no value, so
 * what hangs on it waits. Answers to questions that do not apply are left out, never refused: the person changed course.
 */
export function checkQuestions(
  kinds: Kinds,
  sections: readonly Pick<Section, 'when' | 'questions'>[],
  typed: unknown,
  context: FormContext,
): QuestionsChecked {
  const values: Record<string, unknown> = {};
  const faults: Fault[] = [];
  const shown: string[] = [];
  for (const section of sections) {
    if (section.when && !isMet(section.when, values)) continue;
    for (const question of section.questions) {
      if (question.when && !isMet(question.when, values)) continue;
      shown.push(question.key);
      const at = contextAt(context, question.key);
      const given = question.computed ? compute(question.computed, values, at) : partOf(typed, question.key);
      const checked = checkOne(kinds[question.kind], question, given, at);
      if (checked === undefined) continue;
      if (checked.ok) values[question.key] = checked.value;
      else for (const fault of checked.faults) faults.push({ ...fault, path: join(question.key, fault.path) });
    }
  }
  return { values, faults, shown };
}

/** Questions inside a group go by the day of the group. */
export function contextAt(context: FormContext, key: string): FormContext {
  const { dayOf, ...plain } = context;
  return dayOf ? { ...plain, today: dayOf(key) } : context;
}

/** Undefined where nothing was answered and nothing had to be. */
export function checkOne(kind: Kind, question: Question, typed: unknown, context: FormContext) {
  if (!kind.isEmpty(typed, question)) return kind.check(typed, question, context);
  if (question.required === false || question.computed) return undefined;
  const say = kind.sayNone?.(question) ?? {
    zh: ask(kind.asks.zh, question.label.zh, '：', '。'),
    en: ask(kind.asks.en, question.label.en, ': ', '.'),
  };
  return { ok: false as const, faults: [{ path: '', kind: 'missing', say }] };
}

/** `请填写店名。`, `请选择：有厨房吗？`, `Enter: Name of the shop.` */
function ask(verb: string, label: string, colon: string, stop: string): string {
  const isQuestion = /[？?]$/.test(label);
  const between = verb.endsWith('：') || (!isQuestion && stop === '。') ? '' : colon;
  return `${verb}${between}${label}${isQuestion ? '' : stop}`;
}

const join = (key: string, path: string): string => (path === '' ? key : `${key}.${path}`);
