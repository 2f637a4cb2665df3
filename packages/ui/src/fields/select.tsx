import { type Lang, uiWords } from '../language.ts';
import { controlProps, Field, type FieldProps } from './field.tsx';

export type SelectProps = FieldProps & {
  options: { value: string; label: string; group?: string | undefined }[];
  /** The first, empty line; "请选择" by default. */
  emptyLabel?: string | undefined;
};

type OptionLine = SelectProps['options'][number];
/** An option holds no markup: a name in Chinese marks its whole line. */
const line = (option: OptionLine, lang: Lang | undefined) => (
  <option
    key={option.value}
    value={option.value}
    lang={lang === 'en' && /\p{Script=Han}/u.test(option.label) ? 'zh-CN' : undefined}
  >
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
            lines.map((one) => line(one, field.lang))
          ) : (
            <optgroup key={group} label={group}>
              {lines.map((one) => line(one, field.lang))}
            </optgroup>
          ),
        )}
      </select>
    </Field>
  );
}
