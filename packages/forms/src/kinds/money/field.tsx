import { MoneyInput } from '@zhengtong/ui';
import type { KindFieldProps } from '../kind.ts';
import { fieldProps } from '../typed.ts';
import { yuanText } from './check.ts';

export function Field(props: KindFieldProps) {
  return <MoneyInput {...fieldProps(props)} value={yuanText(props.typed)} />;
}
