import { TextInput } from '@zhengtong/ui';
import type { KindFieldProps } from '../kind.ts';
import { fieldProps } from '../typed.ts';

export function Field(props: KindFieldProps) {
  return <TextInput {...fieldProps(props)} type="tel" inputMode="tel" autoComplete="tel" width="middle" />;
}
