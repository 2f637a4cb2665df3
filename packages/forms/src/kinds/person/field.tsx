import { type FieldProps, Group, Select, TextInput } from '@zhengtong/ui';
import type { KindFieldProps } from '../kind.ts';
import { frameProps, partOf, partProps, textOf } from '../typed.ts';
import { idKinds, partsOf } from './check.ts';

const looks: Readonly<
  Record<string, Pick<Parameters<typeof TextInput>[0], 'type' | 'inputMode' | 'autoComplete' | 'width' | 'isCode'>>
> = {
  name: { autoComplete: 'name', width: 'middle' },
  idNumber: { autoComplete: 'off', width: 'middle', isCode: true },
  phone: { type: 'tel', inputMode: 'tel', autoComplete: 'tel', width: 'middle' },
  email: { type: 'email', inputMode: 'email', autoComplete: 'email', width: 'full' },
};

export function Field(props: KindFieldProps) {
  return (
    <Group {...frameProps(props)}>
      {partsOf(props.question).map(({ key, label }) => {
        const field = partProps(props, key, label);
        return key === 'idKind' ? (
          <KindSelect key={key} field={field} typed={props.typed} />
        ) : (
          <TextInput key={key} {...field} {...looks[key]} />
        );
      })}
    </Group>
  );
}

/** The resident card is taken as meant until another is chosen. */
function KindSelect({ field, typed }: { field: FieldProps; typed: unknown }) {
  const lang = field.lang ?? 'zh';
  const options = Object.entries(idKinds).map(([value, label]) => ({ value, label: label[lang] }));
  return <Select {...field} value={textOf(partOf(typed, 'idKind')) || 'resident-card'} options={options} />;
}
