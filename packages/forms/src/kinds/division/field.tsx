import { type FieldProps, Select, TextInput } from '@zhengtong/ui';
import type { FormContext, KindFieldProps } from '../kind.ts';
import { fieldProps } from '../typed.ts';

/** A list where the context has one for the place asked about; otherwise the code is typed. */
export function DivisionControl({
  field,
  within,
  context,
}: {
  field: FieldProps;
  within: string | undefined;
  context: FormContext;
}) {
  const listed = within === undefined ? [] : (context.listDivisions?.(within) ?? []);
  if (listed.length === 0) return <TextInput {...field} inputMode="numeric" autoComplete="off" width="middle" isCode />;
  const options = listed.map(({ code, name }) => ({ value: code, label: name }));
  // A place outside today's list (abolished, or from another list) must not vanish from the page.
  const isListed = !field.value || options.some(({ value }) => value === field.value);
  const extra = isListed
    ? []
    : [{ value: field.value ?? '', label: context.findDivision?.(field.value ?? '') ?? field.value ?? '' }];
  return <Select {...field} options={[...options, ...extra]} />;
}

export function Field(props: KindFieldProps) {
  return (
    <DivisionControl field={fieldProps(props)} within={props.question.within ?? '100000'} context={props.context} />
  );
}
