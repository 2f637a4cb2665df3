import { Group, TextInput } from '@zhengtong/ui';
import { DivisionControl } from '../division/field.tsx';
import type { KindFieldProps } from '../kind.ts';
import { frameProps, partProps } from '../typed.ts';
import { parts } from './check.ts';

export function Field(props: KindFieldProps) {
  const [division, detail] = parts.map(({ key, label }) => partProps(props, key, label));
  return (
    <Group {...frameProps(props)}>
      {division ? <DivisionControl field={division} question={props.question} context={props.context} /> : null}
      {detail ? <TextInput {...detail} autoComplete="street-address" width="full" /> : null}
    </Group>
  );
}
