import { controlProps, Field, type FieldProps } from './field.tsx';

export type TextAreaProps = FieldProps & {
  rows?: number | undefined;
  /** Most characters (not bytes). The limit is said beforehand; the `character-count` script counts along. */
  maxCharacters?: number | undefined;
};

/** Several lines of text. Never cut off while typing: the person sees what is too much and shortens it. */
export function TextArea({ rows = 5, maxCharacters, ...field }: TextAreaProps) {
  const control = controlProps(field);
  const countId = `${field.id}-count`;
  const limit = field.lang === 'en' ? `At most ${maxCharacters} characters` : `最多 ${maxCharacters} 字`;
  return (
    <Field {...field}>
      <textarea
        {...control}
        aria-describedby={
          [control['aria-describedby'], maxCharacters && countId].filter(Boolean).join(' ') || undefined
        }
        className="in"
        rows={rows}
        data-count={maxCharacters}
        data-left={field.lang === 'en' ? '{n} characters left' : '还可输入 {n} 字'}
        data-over={field.lang === 'en' ? '{n} characters too many' : '超出 {n} 字'}
        defaultValue={field.value}
      />
      {maxCharacters ? (
        <div className="count" id={countId}>
          {limit}
        </div>
      ) : null}
    </Field>
  );
}
