import { uiWords } from '../language.ts';
import { controlProps, Field, type FieldProps } from './field.tsx';

/** An amount in yuan; `value` is the text as typed ("1,280.50"), reading it is the form's work. */
export function MoneyInput(field: FieldProps) {
  return (
    <Field {...field}>
      <span className="money">
        <span aria-hidden="true">¥</span>
        <input
          {...controlProps(field)}
          className="in w-middle code"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={field.value}
        />
        <span>{uiWords(field.lang).yuan}</span>
      </span>
    </Field>
  );
}
