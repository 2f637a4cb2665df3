import { Radios } from '@zhengtong/ui';
import type { KindFieldProps } from '../kind.ts';
import { fieldProps } from '../typed.ts';
import { yesOrNo } from './check.ts';

export function Field(props: KindFieldProps) {
  const [yes, no] = props.lang === 'zh' ? ['是', '否'] : ['Yes', 'No'];
  const choices = [
    { value: 'yes', label: yes as string },
    { value: 'no', label: no as string },
  ];
  return <Radios {...fieldProps(props)} value={yesOrNo(props.typed)} choices={choices} isInline />;
}
