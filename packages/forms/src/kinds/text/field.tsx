import { TextInput } from '@zhengtong/ui';
import type { KindFieldProps } from '../kind.ts';
import { fieldProps } from '../typed.ts';
import { longest } from './check.ts';

/** One line. No `maxlength` attribute: a text cut off while pasting is worse than one that is said to be too long. */
export function Field(props: KindFieldProps) {
  const most = props.question.maxLength ?? longest;
  return <TextInput {...fieldProps(props)} width={most <= 8 ? 'short' : most <= 30 ? 'middle' : 'full'} />;
}
