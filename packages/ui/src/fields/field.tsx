// What every question has round it: its label, a hint, an error, and where a value that nobody typed came from.
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Icon } from '../icons/icon.tsx';
import { type Lang, uiWords } from '../language.ts';

export type FieldProps = {
  /** Unique in the page; the error summary links to it. */
  id: string;
  /** The name under which the value is sent. */
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** The value as text, exactly as it was typed, so that nothing is lost when it is wrong. */
  value?: string | undefined;
  /** Where a value that was filled in for the person comes from, in words: "户籍登记，2026年11月2日". */
  source?: string | undefined;
  isOptional?: boolean | undefined;
  isDisabled?: boolean | undefined;
  /** One question a page: the label is the page's h1. */
  isPageHeading?: boolean | undefined;
  lang?: Lang | undefined;
};

type Framed = Omit<FieldProps, 'name' | 'value' | 'isDisabled'> & { children: ReactNode };

/** Ids for aria-describedby: hint, error, source, in the order they are read. */
export function describedBy({ id, hint, error, source }: Pick<FieldProps, 'id' | 'hint' | 'error' | 'source'>) {
  const ids = [hint && `${id}-hint`, error && `${id}-err`, source && `${id}-source`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function LabelText({ label, isOptional, lang }: Pick<Framed, 'label' | 'isOptional' | 'lang'>) {
  return (
    <>
      {label}
      {isOptional ? <span className="opt">{uiWords(lang).optional}</span> : null}
    </>
  );
}

function Remarks({ id, hint, error, lang }: Pick<Framed, 'id' | 'hint' | 'error' | 'lang'>) {
  return (
    <>
      {hint ? (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      {error ? (
        <div className="err" id={`${id}-err`}>
          <Icon name="alert" />
          <span>
            <span className="vh">{uiWords(lang).errorPrefix}</span>
            {error}
          </span>
        </div>
      ) : null}
    </>
  );
}

function Source({ id, source, lang }: Pick<Framed, 'id' | 'source' | 'lang'>) {
  return source ? (
    <div className="source" id={`${id}-source`}>
      <Icon name="check" />
      <span>
        {uiWords(lang).source}
        {source}
      </span>
    </div>
  ) : null;
}

/** Frame of a question with one control; the control itself is the child and carries `id`. */
export function Field({ children, ...props }: Framed) {
  const label = (
    <label className="label" htmlFor={props.id}>
      <LabelText {...props} />
    </label>
  );
  return (
    <div className={classNames('field', props.error && 'bad')}>
      {props.isPageHeading ? <h1 className="label-h">{label}</h1> : label}
      <Remarks {...props} />
      {children}
      <Source {...props} />
    </div>
  );
}

/** Frame of a question with several controls (choices, a date, an address): fieldset and legend. */
export function Group({ children, ...props }: Framed) {
  return (
    <fieldset className={classNames('field', props.error && 'bad')} id={props.id} aria-describedby={describedBy(props)}>
      <legend className="label">
        {props.isPageHeading ? (
          <h1 className="label-h">
            <LabelText {...props} />
          </h1>
        ) : (
          <LabelText {...props} />
        )}
      </legend>
      <Remarks {...props} />
      {children}
      <Source {...props} />
    </fieldset>
  );
}

/** The attributes every single control carries. */
export function controlProps(props: FieldProps) {
  return {
    id: props.id,
    name: props.name,
    disabled: props.isDisabled,
    'aria-invalid': props.error ? true : undefined,
    'aria-describedby': describedBy(props),
  };
}
