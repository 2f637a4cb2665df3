import { Checkboxes } from '@zhengtong/ui';
import type { KindFieldProps } from '../kind.ts';
import { fieldProps } from '../typed.ts';

export function Field(props: KindFieldProps) {
  const { value: single, ...field } = fieldProps(props);
  const { choices = [] } = props.question;
  const values = Array.isArray(props.typed) ? props.typed.map(String) : [single].filter((one) => one !== '');
  return (
    <Checkboxes
      {...field}
      values={values}
      choices={choices.map(({ value, label, hint }) => ({ value, label: label[props.lang], hint: hint?.[props.lang] }))}
    />
  );
}
