import type { ItemContent } from '../contract.ts';
import { listQuestions, type QuestionAt } from './list-questions.ts';
import { checkOverCollection } from './over-collection.ts';
import { error, type Report } from './problem.ts';

/** The form stands, asks for nothing the state knows, and each condition speaks of a question that is asked. */
export function checkForm({ form }: ItemContent, report: Report): readonly QuestionAt[] {
  if (!form) {
    report(error('form-missing', '/form', '没有申请表单。', 'There is no form.'));
    return [];
  }
  const questions = listQuestions(form);
  checkOverCollection(questions, report);
  return questions;
}
