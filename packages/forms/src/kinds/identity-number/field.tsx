import { TextInput } from '@zhengtong/ui';
import type { KindFieldProps } from '../kind.ts';
import { fieldProps } from '../typed.ts';

/** Not numeric on a phone: the last place may be X. */
export function Field(props: KindFieldProps) {
  return <TextInput {...fieldProps(props)} autoComplete="off" width="middle" isCode />;
}
