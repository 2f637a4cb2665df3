import { TextInput } from '@zhengtong/ui';
import type { KindFieldProps } from '../kind.ts';
import { fieldProps } from '../typed.ts';

/** Never offered from the browser's memory: a counter or a kiosk is not one person's machine. */
export function Field(props: KindFieldProps) {
  return <TextInput {...fieldProps(props)} inputMode="numeric" autoComplete="off" width="middle" isCode />;
}
