import { uiWords } from '../language.ts';
import { controlProps, Field, type FieldProps } from './field.tsx';

export type SelectProps = FieldProps & {
  options: { value: string; label: string; group?: string | undefined }[];
  /** The first, empty line; "请选择" by default. */
  emptyLabel?: string | undefined;
};

type OptionLine = SelectProps['options'][number];
const line = (option: OptionLine) => (
  <option key={option.value} value={option.value}>
    {option.label}
  </option>
);

/** A choice from a long list; for up to seven answers take Radios. */
export function Select({ options, emptyLabel, ...field }: SelectProps) {
  const groups = Object.entries(Object.groupBy(options, (option) => option.group ?? ''));
  return (
    <Field {...field}>
      <select {...controlProps(field)} className="in" defaultValue={field.value ?? ''}>
        <option value="">{emptyLabel ?? uiWords(field.lang).choose}</option>
        {groups.map(([group, lines = []]) =>
          group === '' ? (
            lines.map(line)
          ) : (
            <optgroup key={group} label={group}>
              {lines.map(line)}
            </optgroup>
          ),
        )}
      </select>
    </Field>
  );
}
