import { loadForm } from '@zhengtong/forms';
import type { ItemContent } from '../contract.ts';
import { listQuestions, type QuestionAt } from './list-questions.ts';
import { checkOverCollection } from './over-collection.ts';
import { error, type Report } from './problem.ts';

/** The form compiles, and asks for nothing the state knows. Answers its questions, for conditions of materials. */
export function checkForm({ form }: ItemContent, report: Report): readonly QuestionAt[] {
  if (!form) {
    report(error('form-missing', '/form', '没有申请表单。', 'There is no form.'));
    return [];
  }
  const loaded = loadForm(form);
  if (!loaded.ok) {
    for (const { path, say } of loaded.refusal.problems)
      report(
        error(
          'form-broken',
          `/form/${path.replaceAll('.', '/')}`,
          `表单无法使用：${path} ${say.zh}`,
          `The form does not work: ${path} ${say.en}`,
        ),
      );
    return [];
  }
  const questions = listQuestions(loaded.value.definition);
  checkOverCollection(questions, report);
  return questions;
}
