import { TextInput } from '@zhengtong/ui';
import type { KindFieldProps } from '../kind.ts';
import { fieldProps } from '../typed.ts';

/** Not `type="number"`: browsers change it on scroll, drop what they do not understand and read it badly aloud. */
export function Field(props: KindFieldProps) {
  const inputMode = (props.question.decimals ?? 0) > 0 ? 'decimal' : 'numeric';
  return <TextInput {...fieldProps(props)} inputMode={inputMode} autoComplete="off" width="short" />;
}
