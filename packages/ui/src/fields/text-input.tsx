import { classNames } from '../class-names.ts';
import { controlProps, Field, type FieldProps } from './field.tsx';

export type TextInputProps = FieldProps & {
  type?: 'text' | 'email' | 'tel' | 'password' | undefined;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | undefined;
  /** The browser's own memory, so that nothing is typed twice (WCAG 1.3.5): "name", "tel", "one-time-code"… */
  autoComplete?: string | undefined;
  /** How long an answer is expected to be; sets the width. */
  width?: 'short' | 'middle' | 'full' | undefined;
  maxLength?: number | undefined;
  /** Digits that must line up and be told apart: identity numbers, codes. */
  isCode?: boolean | undefined;
};

/** One line of text. */
export function TextInput({
  type = 'text',
  inputMode,
  autoComplete,
  width,
  maxLength,
  isCode,
  ...field
}: TextInputProps) {
  return (
    <Field {...field}>
      <input
        {...controlProps(field)}
        className={classNames('in', width && `w-${width}`, isCode && 'code')}
        type={type}
        inputMode={inputMode}
        autoComplete={autoComplete}
        maxLength={maxLength}
        spellCheck={isCode ? false : undefined}
        defaultValue={field.value}
      />
    </Field>
  );
}
