import { Group, TextInput } from '@zhengtong/ui';
import type { KindFieldProps } from '../kind.ts';
import { frameProps, partProps } from '../typed.ts';
import { partsOf } from './check.ts';

export function Field(props: KindFieldProps) {
  return (
    <Group {...frameProps(props)}>
      {partsOf(props.question).map(({ key, label }) => (
        <TextInput
          key={key}
          {...partProps(props, key, label)}
          autoComplete={key === 'name' ? 'organization' : 'off'}
          width={key === 'name' || key === 'address' ? 'full' : 'middle'}
          isCode={key === 'creditCode'}
        />
      ))}
    </Group>
  );
}
