import { Radios, Select } from '@zhengtong/ui';
import type { KindFieldProps } from '../kind.ts';
import { fieldProps } from '../typed.ts';

/** Up to seven answers are seen at once; a longer list is opened. */
export function Field(props: KindFieldProps) {
  const { choices = [] } = props.question;
  const field = fieldProps(props);
  const options = choices.map(({ value, label, hint }) => ({
    value,
    label: label[props.lang],
    hint: hint?.[props.lang],
  }));
  return options.length <= 7 ? <Radios {...field} choices={options} /> : <Select {...field} options={options} />;
}
