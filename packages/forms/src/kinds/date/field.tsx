import { DateInput, type DatePart } from '@zhengtong/ui';
import type { KindFieldProps } from '../kind.ts';
import { fieldProps } from '../typed.ts';
import { findTypedDate } from './check.ts';

export function Field(props: KindFieldProps) {
  const field = fieldProps(props);
  const value = findTypedDate(field.value) ?? field.value;
  return (
    <DateInput
      {...field}
      value={value}
      isBirthday={props.question.isBirthday}
      wrongPart={field.error ? findWrongPart(value) : undefined}
    />
  );
}

/** The one box at fault, where it is one: the cursor goes there. */
export function findWrongPart(text: string): DatePart | undefined {
  const [year = '', month = '', day = ''] = text.split('-');
  const wrong: DatePart[] = [];
  if (!/^\d{4}$/.test(year)) wrong.push('year');
  if (!/^(0?[1-9]|1[0-2])$/.test(month)) wrong.push('month');
  if (!/^(0?[1-9]|[12]\d|3[01])$/.test(day)) wrong.push('day');
  return wrong.length === 1 ? wrong[0] : undefined;
}
