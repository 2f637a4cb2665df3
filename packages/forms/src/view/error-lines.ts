import type { Lang } from '@zhengtong/ui';
import type { AnswerError } from '../answers/check-answers.ts';
import type { Form } from '../definition/load.ts';

/** What `ErrorSummary` of `ui` takes: each error with the label of its question, linked to its field, in page order. */
export function errorLines(
  form: Form,
  errors: readonly AnswerError[],
  lang: Lang = 'zh',
): { id: string; text: string }[] {
  return errors.map(({ id, path, kind, say }) => {
    const label = form.questions.get(path.split('.')[0] ?? '')?.label[lang];
    const isClear = label === undefined || (kind === 'missing' && !path.includes('.'));
    return { id, text: isClear ? say[lang] : `${label}${lang === 'zh' ? '：' : ': '}${say[lang]}` };
  });
}
