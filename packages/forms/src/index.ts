export {
  type AnswerError,
  type AnswersChecked,
  checkAnswer,
  checkAnswers,
  idOf,
  nameOf,
} from './answers/check-answers.ts';
export {
  type Answer,
  checkDraft,
  type Draft,
  emptyDraft,
  type Filed,
  putAnswers,
  typedOf,
  type Writer,
} from './answers/draft.ts';
export { listShown, type Shown } from './answers/list-shown.ts';
export { type Known, prefill } from './answers/prefill.ts';
export { type PostButton, type PostRead, readPost } from './answers/read-post.ts';
export { markSeen, readSeen, type Seen, sortSeen, writeSeen } from './answers/seen.ts';
export { isFixed, isOwnWord, type Source, saySource, saySources } from './answers/source.ts';
export { type Earlier, takeOver } from './answers/take-over.ts';
export { writePost } from './answers/write-post.ts';
export { isMet, listAsked, type Values, valueAt } from './definition/condition.ts';
export {
  type Basis,
  type ChoiceDefinition,
  type Condition,
  type FormDefinition,
  type Formula,
  type KindName,
  kindNames,
  type Question,
  type Section,
} from './definition/definition.ts';
export { definitionSchema } from './definition/definition-schema.ts';
export { readSchema } from './definition/from-schema.ts';
export type { Problem } from './definition/inspect.ts';
export { type Form, type FormWrong, loadForm } from './definition/load.ts';
export { toSchema } from './definition/to-schema.ts';
export { sayAccepted } from './kinds/file/accepted.ts';
export type { ErasedFile, FormContext, KnownFile, PostBody } from './kinds/kind.ts';
export { AnswerSummary, type AnswerSummaryProps, sayAnswer } from './view/answer-summary.tsx';
export { findUnofferedPlace, listPlaceCodes } from './view/closer-places.ts';
export { errorLines, sayPlace } from './view/error-lines.ts';
export { FormQuestions, type FormQuestionsProps } from './view/form-questions.tsx';
export { type FormPage, findNextPage, listPages } from './view/pages.ts';
