import { TextArea } from '@zhengtong/ui';
import type { KindFieldProps } from '../kind.ts';
import { fieldProps } from '../typed.ts';
import { longest } from './check.ts';

export function Field(props: KindFieldProps) {
  return <TextArea {...fieldProps(props)} maxCharacters={props.question.maxLength ?? longest} />;
}
