import { DateInput, Group } from '@zhengtong/ui';
import { findTypedDate } from '../date/check.ts';
import { findWrongPart } from '../date/field.tsx';
import type { KindFieldProps } from '../kind.ts';
import { frameProps, partProps } from '../typed.ts';

const labels = { from: { zh: '开始日期', en: 'First day' }, to: { zh: '结束日期', en: 'Last day' } };

export function Field(props: KindFieldProps) {
  return (
    <Group {...frameProps(props)}>
      {(['from', 'to'] as const).map((end) => {
        const part = partProps(props, end, labels[end]);
        const value = findTypedDate(part.value ?? '') ?? part.value;
        return (
          <DateInput
            key={end}
            {...part}
            value={value}
            wrongPart={part.error ? findWrongPart(value ?? '') : undefined}
          />
        );
      })}
    </Group>
  );
}
