import { InChinese, type Lang } from '@zhengtong/ui';
import { type AnswerError, idOf, nameOf } from '../answers/check-answers.ts';
import { checkQuestions } from '../answers/check-questions.ts';
import { type Draft, typedOf } from '../answers/draft.ts';
import { isFixed, type Source, saySource } from '../answers/source.ts';
import { listAsked, type Values } from '../definition/condition.ts';
import type { Basis, Question, Section } from '../definition/definition.ts';
import { listSources } from '../definition/formula.ts';
import type { Form } from '../definition/load.ts';
import { CalledFor } from '../kinds/called-for.tsx';
import type { FormContext } from '../kinds/kind.ts';
import { kinds } from '../kinds/registry.ts';

export type FormQuestionsProps = {
  form: Form;
  draft: Draft;
  context: FormContext;
  /** Which questions; all that apply where nothing is said. */
  keys?: readonly string[] | undefined;
  errors?: readonly AnswerError[] | undefined;
  /** What the answers just saved have called for (`wires`, `partners.0.card`): said beside each, since it was not there. */
  newKeys?: readonly string[] | undefined;
  /** One question a page: its label is the page's h1. */
  isPageHeading?: boolean | undefined;
  lang?: Lang | undefined;
};

/**
 * The questions of a page, to stand inside the portal's own `<form>`. Without script a question that depends on an
 * answer of the same page is shown with a remark, and its answer counts only where the condition holds.
 */
export function FormQuestions(props: FormQuestionsProps) {
  const { form, draft, context, keys, lang = 'zh' } = props;
  const { values, shown } = checkQuestions(kinds, form.definition.sections, typedOf(draft), context);
  const onPage = new Set(keys ?? form.questions.keys());
  // What the server works out is told once there is something to tell.
  const isReachable = (question: Question, section: Section): boolean =>
    question.computed ? Object.hasOwn(values, question.key) : isAskable(question, section);
  const isAskable = (question: Question, section: Section): boolean =>
    shown.includes(question.key) ||
    [section.when, question.when].some(
      (when) => when && listAsked(when).some((one) => onPage.has(one.split('.')[0] ?? '')),
    );
  const sections = form.definition.sections
    .map((section) => ({
      ...section,
      questions: section.questions.filter((one) => onPage.has(one.key) && isReachable(one, section)),
    }))
    .filter(({ questions }) => questions.length > 0);
  return (
    <>
      {/* Enter in a text field presses the first button of a form: it must be this one, not "remove". */}
      <button type="submit" hidden />
      {sections.map((section) => (
        <div key={section.key} className="form-section">
          {sections.length > 1 ? <h2>{section.title[lang]}</h2> : null}
          {section.intro && !props.isPageHeading ? <p>{section.intro[lang]}</p> : null}
          {section.questions.map((question) => (
            <Asked
              key={question.key}
              {...props}
              question={question}
              values={values}
              isSure={shown.includes(question.key)}
              isNew={props.newKeys?.includes(question.key) ?? false}
            />
          ))}
        </div>
      ))}
    </>
  );
}

const words = {
  zh: {
    basis: ({ law, article }: Basis) => `依据：《${law}》${article}`,
  },
  en: {
    basis: ({ law, article }: Basis) => `Required by ${law}, ${article}`,
  },
};

const tellParts = (parts: Readonly<Record<string, Source>>, lang: Lang) =>
  Object.fromEntries(
    Object.entries(parts).map(([part, source]) => [part, { say: saySource(source, lang), isFixed: isFixed(source) }]),
  );

const pathsIn = (key: string, paths: readonly string[]): readonly string[] =>
  paths.filter((path) => path.startsWith(`${key}.`)).map((path) => path.slice(key.length + 1));

type AskedProps = FormQuestionsProps & { question: Question; values: Values; isSure: boolean; isNew: boolean };

function Asked(props: AskedProps) {
  const { draft, context, keys, errors = [], newKeys = [], isPageHeading, lang = 'zh' } = props;
  const { question, values, isSure, isNew } = props;
  const { key, computed, basis } = question;
  const { Field } = kinds[question.kind];
  const answer = draft.answers[key];
  const source = computed ? ({ kind: 'computed', of: listSources(computed) } as const) : answer?.source;
  const control = (
    <Field
      question={question}
      id={idOf(key)}
      name={nameOf(key)}
      typed={computed ? values[key] : answer?.typed}
      faults={errors
        .filter(({ path }) => path === key || path.startsWith(`${key}.`))
        .map((error) => ({ ...error, path: error.path.slice(key.length + 1) }))}
      source={answer?.parts ? undefined : saySource(source, lang)}
      isFixed={computed !== undefined || (isFixed(source) && !answer?.parts)}
      entries={{ showsAll: keys === undefined, newPaths: pathsIn(key, newKeys) }}
      known={answer?.parts && tellParts(answer.parts, lang)}
      isPageHeading={isPageHeading}
      lang={lang}
      context={context}
    />
  );
  const field = (
    <>
      {control}
      {basis ? (
        <p className="hint basis">
          <InChinese lang={lang}>{words[lang].basis(basis)}</InChinese>
        </p>
      ) : null}
    </>
  );
  return (
    <>
      {computed ? null : <input type="hidden" name="asked" value={nameOf(key)} />}
      <CalledFor {...{ isSure, isNew, lang }}>{field}</CalledFor>
    </>
  );
}
