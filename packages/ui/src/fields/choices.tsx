import type { ReactNode } from 'react';
import { InChinese } from '../content/in-chinese.tsx';
import { LongNumbers } from '../content/long-numbers.tsx';
import type { Lang } from '../language.ts';
import { describedBy, type FieldProps, Group } from './field.tsx';

export type Choice = {
  value: string;
  label: string;
  hint?: string | undefined;
  isDisabled?: boolean | undefined;
  /** Questions that belong to this choice; they stand under it and, without script, are always shown. */
  children?: ReactNode;
};

type TickProps = {
  kind: 'radio' | 'checkbox';
  id: string;
  name: string;
  choice: Choice;
  isChecked: boolean;
  lang?: Lang | undefined;
};

function Tick({ kind, id, name, choice, isChecked, lang }: TickProps) {
  return (
    <div className="tick-row">
      <div className="tick">
        <input
          type={kind}
          id={id}
          name={name}
          value={choice.value}
          defaultChecked={isChecked}
          disabled={choice.isDisabled}
          aria-describedby={choice.hint ? `${id}-hint` : undefined}
        />
        <label htmlFor={id}>
          <InChinese lang={lang}>{choice.label}</InChinese>
        </label>
        {choice.hint ? (
          <div className="hint" id={`${id}-hint`}>
            <LongNumbers lang={lang}>{choice.hint}</LongNumbers>
          </div>
        ) : null}
      </div>
      {choice.children ? <div className="under">{choice.children}</div> : null}
    </div>
  );
}

/** The first control carries the question's own id, so that an error link lands on something that can be used. */
const tickId = (id: string, index: number): string => `${id}-${index + 1}`;

export type RadiosProps = FieldProps & { choices: Choice[]; isInline?: boolean | undefined };

/** One of several. Nothing is chosen beforehand unless `value` says so. */
export function Radios({ choices, isInline, ...field }: RadiosProps) {
  return (
    <Group {...field}>
      <div className={isInline ? 'ticks row' : 'ticks'}>
        {choices.map((choice, index) => (
          <Tick
            key={choice.value}
            kind="radio"
            id={tickId(field.id, index)}
            name={field.name}
            choice={field.isDisabled ? { ...choice, isDisabled: true } : choice}
            isChecked={choice.value === field.value}
            lang={field.lang}
          />
        ))}
      </div>
    </Group>
  );
}

export type CheckboxesProps = Omit<FieldProps, 'value'> & { choices: Choice[]; values?: string[] | undefined };

/** Any number of several; each ticked one is sent under the same name. */
export function Checkboxes({ choices, values = [], ...field }: CheckboxesProps) {
  return (
    <Group {...field}>
      <div className="ticks">
        {choices.map((choice, index) => (
          <Tick
            key={choice.value}
            kind="checkbox"
            id={tickId(field.id, index)}
            name={field.name}
            choice={field.isDisabled ? { ...choice, isDisabled: true } : choice}
            isChecked={values.includes(choice.value)}
            lang={field.lang}
          />
        ))}
      </div>
    </Group>
  );
}

export type CheckboxProps = Omit<FieldProps, 'value' | 'isPageHeading'> & {
  value: string;
  isChecked?: boolean | undefined;
};

/** One box by itself: a declaration or a consent. Never ticked beforehand for the person. */
export function Checkbox({ id, name, label, value, isChecked = false, hint, error, isDisabled, lang }: CheckboxProps) {
  const frame = { id: `${id}-group`, label, hint, error, lang };
  return (
    <div className={error ? 'field bad' : 'field'}>
      {error ? (
        <div className="err" id={`${frame.id}-err`}>
          {error}
        </div>
      ) : null}
      <div className="tick">
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          defaultChecked={isChecked}
          disabled={isDisabled}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(frame)}
        />
        <label htmlFor={id}>{label}</label>
        {hint ? (
          <div className="hint" id={`${frame.id}-hint`}>
            {hint}
          </div>
        ) : null}
      </div>
    </div>
  );
}
