import type { Sentence } from '@zhengtong/standards';
import type { Lang } from '@zhengtong/ui';
import type { AnswerError } from '../answers/check-answers.ts';
import type { Question } from '../definition/definition.ts';
import type { Form } from '../definition/load.ts';
import { itemQuestions } from '../kinds/group/check.ts';
import { titleOfEntry } from '../kinds/group/words.ts';
import { kinds } from '../kinds/registry.ts';

/** What `ErrorSummary` of `ui` takes: each error with its place in the page, linked to its field, in page order. */
export function errorLines(
  form: Form,
  errors: readonly AnswerError[],
  lang: Lang = 'zh',
): { id: string; text: string }[] {
  return errors.map((error) => {
    const question = form.questions.get(error.path.split('.')[0] ?? '');
    return { id: error.id, text: question ? sayError(question, error, lang) : error.say[lang] };
  });
}

/** An error of this question with its place before it: `家庭成员 2 的公民身份号码：…`, `Partner 2 – Resident number: …`. */
export function sayError(question: Question, { path, kind, say }: AnswerError, lang: Lang): string {
  const places = listPlaces(question, path.split('.').slice(1), kind === 'missing');
  if (places.length === 0) return say[lang];
  const place = join(places, lang);
  return lang === 'zh' ? `${place}：${say.zh}` : `${place}${kind === 'missing' ? ' – ' : ': '}${say.en}`;
}

/** What the page calls a question at a path: `合伙人 1 的身份证号`. */
export function sayPlace(form: Form, path: string, lang: Lang): string {
  const [key = '', ...rest] = path.split('.');
  const question = form.questions.get(key);
  return question ? join(listPlaces(question, rest, false), lang) : path;
}

const join = (places: readonly Sentence[], lang: Lang): string => {
  const labels = places.map((place) => place[lang]);
  return lang === 'zh' ? labels.join('的').replace(/(\d)的/g, '$1 的') : labels.join(' – ');
};

/** The labels on the way to a field. A sentence about something missing names the field itself. */
function listPlaces(question: Question, rest: readonly string[], isMissing: boolean): readonly Sentence[] {
  const [part, ...further] = rest;
  if (part === undefined) return isMissing ? [] : [question.label];
  if (question.kind === 'group') {
    const one = itemQuestions(question).find(({ key }) => key === further[0]);
    const entry = titleOfEntry(question, Number(part));
    const group = question.itemLabel ? [] : [question.label];
    return [...group, entry, ...(one ? listPlaces(one, further.slice(1), isMissing) : [])];
  }
  const label = isMissing ? undefined : kinds[question.kind].labelOf?.(part, question);
  return [question.label, ...(label ? [label] : [])];
}
