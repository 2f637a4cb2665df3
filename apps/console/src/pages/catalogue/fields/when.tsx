import type { FormCondition, FormDefinition, FormQuestion } from '@zhengtong/catalogue/contract';
import { Form } from 'antd';
import { createContext, useContext } from 'react';
import { lang, say } from '../../../sentences/say.ts';
import { type Said, useIsOpen } from './open.ts';

const Questions = createContext<readonly FormQuestion[]>([]);
/** The form's questions, which the condition of a material asks about. */
export const QuestionsProvider = Questions.Provider;

/** Those a condition can ask about; a form still being written as text may have any shape. */
export function questionsOf(form: FormDefinition | undefined): readonly FormQuestion[] {
  const sections: unknown = form?.sections;
  if (!Array.isArray(sections)) return [];
  const all: unknown[] = (sections as { questions?: unknown }[]).flatMap((section) =>
    Array.isArray(section?.questions) ? section.questions : [],
  );
  return all.filter((one): one is FormQuestion => typeof (one as FormQuestion | null)?.key === 'string');
}

/** In which case a material is needed: what was answered to which question. */
export function When({ at, label, help }: Said) {
  return (
    <Form.Item name={[...at]} label={label} extra={help} required>
      <WhenInput />
    </Form.Item>
  );
}

type WhenInputProps = { id?: string; value?: FormCondition; onChange?: (value: FormCondition | undefined) => void };

function WhenInput({ id, value, onChange }: WhenInputProps) {
  const isOpen = useIsOpen();
  const questions = useContext(Questions);
  if (value && !('is' in value))
    return (
      <p id={id} className="remark">
        {say('guide.whenOther')} <code>{JSON.stringify(value)}</code>
      </p>
    );
  const asked = questions.find(({ key }) => key === value?.question);
  const answers = asked ? answersOf(asked) : [];
  const ask = (key: string): void => {
    const next = questions.find((one) => one.key === key);
    onChange?.(next ? { question: key, is: answersOf(next)[0]?.[0] ?? '' } : undefined);
  };
  const offered = questions.filter((one) => one.key === value?.question || answersOf(one).length > 0);
  return (
    <div className="pair">
      <select
        id={id}
        className="plain"
        disabled={!isOpen}
        value={value?.question ?? ''}
        onChange={(event) => ask(event.target.value)}
      >
        <option value="">{say('editor.choose')}</option>
        {value && !asked ? <option value={value.question}>{value.question}</option> : null}
        {offered.map(({ key, label }) => (
          <option key={key} value={key}>
            {label?.[lang] ?? key}
          </option>
        ))}
      </select>
      <select
        className="plain"
        aria-label={say('guide.whenIs')}
        disabled={!isOpen || !asked}
        value={String(value?.is ?? '')}
        onChange={(event) => {
          const chosen = answers.find(([is]) => String(is) === event.target.value);
          if (asked && chosen) onChange?.({ question: asked.key, is: chosen[0] });
        }}
      >
        {value && !answers.some(([is]) => is === value.is) ? <option>{String(value.is)}</option> : null}
        {answers.map(([is, text]) => (
          <option key={String(is)} value={String(is)}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What can be answered, where that is a choice; other conditions are written as text. */
function answersOf({ kind, choices }: FormQuestion): [is: string | boolean, text: string][] {
  if (kind === 'yes-no')
    return [
      [true, say('guide.yes')],
      [false, say('guide.no')],
    ];
  if (kind !== 'choice' || !Array.isArray(choices)) return [];
  return choices.map(({ value, label }) => [value, label?.[lang] ?? value]);
}
